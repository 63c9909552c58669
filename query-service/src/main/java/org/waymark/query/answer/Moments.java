package org.waymark.query.answer;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Malformed;
import org.waymark.events.Recorded;
import org.waymark.events.store.EventLog;
import org.waymark.query.image.Image;
import org.waymark.query.image.Moment;

/** Turns what a reader asks for, a day and a state of knowledge, into a moment. Days end at midnight UTC. */
public final class Moments {

    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private final Image image;
    private final EventLog log;
    private final Clock clock;

    Moments(Image image, EventLog log, Clock clock) {
        this.image = image;
        this.log = log;
        this.clock = clock;
    }

    /** Returns this moment: today, with all that is known. */
    public Moment now() {
        return at(null, null);
    }

    /**
     * Returns a moment.
     *
     * @param asOf a day, included; today if absent, or the day of {@code knownAt} if that is given
     * @param knownAt a day, an instant or a position; the latest if absent
     * @throws Malformed if either is none of these
     */
    Moment at(@Nullable String asOf, @Nullable String knownAt) {
        long position = image.position();
        LocalDate today = LocalDate.now(clock);
        Known known = knownAt == null ? new Known(position, today) : known(knownAt, position, today);
        LocalDate day = asOf == null ? known.day() : day(asOf);
        return new Moment(position, image.epoch(), day, Math.min(known.position(), position), today);
    }

    /** Up to where something is known, and the day on which that was so. */
    private record Known(long position, LocalDate day) {}

    private Known known(String asked, long position, LocalDate today) {
        if (POSITION.matcher(asked).matches()) {
            long at = Long.parseLong(asked);
            return new Known(at, at >= position ? today : recordedOn(at, today));
        }
        if (asked.indexOf('T') > 0) {
            Instant instant = instant(asked);
            return new Known(log.stampedBy(instant), LocalDate.ofInstant(instant, ZoneOffset.UTC));
        }
        LocalDate day = day("knownAt", asked);
        Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1);
        return new Known(log.stampedBy(end), day);
    }

    private LocalDate recordedOn(long position, LocalDate today) {
        List<Recorded> event = position == 0 ? List.of() : log.read(position - 1, 1);
        return event.isEmpty() ? today : LocalDate.ofInstant(event.getFirst().recordedAt(), ZoneOffset.UTC);
    }

    private static Instant instant(String asked) {
        try {
            return Instant.parse(asked);
        } catch (DateTimeException _) {
            throw Malformed.because("knownAt", asked, "a day, an instant such as 2026-03-14T12:00:00Z, or a position");
        }
    }

    private static LocalDate day(String asked) {
        return day("asOf", asked);
    }

    private static LocalDate day(String what, String asked) {
        try {
            return LocalDate.parse(asked);
        } catch (DateTimeException _) {
            throw Malformed.because(what, asked, "a day such as 2026-03-14");
        }
    }
}
