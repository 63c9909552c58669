package org.waymark.query.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.waymark.events.Recorded;
import org.waymark.events.store.EventLog;
import org.waymark.query.image.Image;

/** How far the image is behind the log. */
final class Lag {

    /** An image that is later than this is stale: a reader would miss what was just decided. */
    static final Duration STALE = Duration.ofSeconds(10);

    /** Where the image stands; how many events it has not taken, and how long the oldest of them has waited. */
    record Behind(long position, long lagEvents, long lagSeconds, State state) {}

    /** How the image is. */
    enum State {
        CURRENT,
        BEHIND,
        STALE
    }

    private final Image image;
    private final EventLog log;
    private final Clock clock;

    Lag(Image image, EventLog log, Clock clock) {
        this.image = image;
        this.log = log;
        this.clock = clock;
    }

    Behind now() {
        long position = image.position();
        long events = Math.max(0, log.position() - position);
        Duration late = events == 0 ? Duration.ZERO : waiting(position);
        State state = events == 0 ? State.CURRENT : late.compareTo(STALE) < 0 ? State.BEHIND : State.STALE;
        return new Behind(position, events, late.toSeconds(), state);
    }

    private Duration waiting(long position) {
        Instant now = clock.instant();
        List<Recorded> next = log.read(position, 1);
        Instant since = next.isEmpty() ? now : next.getFirst().recordedAt();
        return since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    }
}
