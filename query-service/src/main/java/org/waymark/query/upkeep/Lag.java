package org.waymark.query.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.waymark.events.Recorded;
import org.waymark.events.store.EventLog;
import org.waymark.query.ledger.Ledger;

/** How far the views are behind the log. */
final class Lag {

    /** A view that is later than this is stale: a reader would miss what was just decided. */
    static final Duration STALE = Duration.ofSeconds(10);

    /** Where a view stands; how many events it has not folded, and how long the oldest of them has waited. */
    record Behind(String view, long position, long lagEvents, long lagSeconds, State state) {}

    /** How a view is. */
    enum State {
        CURRENT,
        BEHIND,
        STALE
    }

    private final List<String> views;
    private final Ledger ledger;
    private final EventLog log;
    private final Clock clock;

    Lag(List<String> views, Ledger ledger, EventLog log, Clock clock) {
        this.views = List.copyOf(views);
        this.ledger = ledger;
        this.log = log;
        this.clock = clock;
    }

    List<String> views() {
        return views;
    }

    List<Behind> all() {
        return views.stream().map(this::of).toList();
    }

    Behind of(String view) {
        long position = ledger.position(view);
        long events = Math.max(0, log.position() - position);
        Duration late = events == 0 ? Duration.ZERO : waiting(position);
        State state = events == 0 ? State.CURRENT : late.compareTo(STALE) < 0 ? State.BEHIND : State.STALE;
        return new Behind(view, position, events, late.toSeconds(), state);
    }

    private Duration waiting(long position) {
        Instant now = clock.instant();
        List<Recorded> next = log.read(position, 1);
        Instant since = next.isEmpty() ? now : next.getFirst().recordedAt();
        return since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    }
}
