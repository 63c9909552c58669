package org.waymark.query.answer;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Malformed;
import org.waymark.events.store.EventLog;
import org.waymark.query.image.Image;
import org.waymark.query.image.Moment;

/** Turns what a reader asks for, a day and a state of knowledge, into a moment. Days end at midnight UTC. */
public final class Moments {

    private static final ZoneOffset FIRST_ON_EARTH = ZoneOffset.ofHours(14);
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
        LocalDate today = today(position);
        Known known = knownAt == null ? new Known(position, today) : known(knownAt, position, today);
        LocalDate day = asOf == null ? known.day() : begun("asOf", asOf, today);
        long knownUpTo = Math.min(known.position(), position);
        return new Moment(position, image.epoch(), day, knownUpTo, image.unreadable(knownUpTo));
    }

    /** The day of the clock, or of the last event if the clock of who recorded it is ahead: nothing known lies after today. */
    private LocalDate today(long position) {
        LocalDate today = LocalDate.now(clock);
        LocalDate recorded = recordedOn(position, today);
        return recorded.isAfter(today) ? recorded : today;
    }

    private LocalDate begun(String what, String asked, LocalDate today) {
        return begun(what, asked, day(what, asked), today);
    }

    /** A day that has begun somewhere on earth is answered as today. */
    private LocalDate begun(String what, String asked, LocalDate day, LocalDate today) {
        LocalDate latest = LocalDate.now(clock.withZone(FIRST_ON_EARTH));
        if (day.isAfter(latest) && day.isAfter(today)) {
            throw Malformed.because(what, asked, "a day that has begun; today is " + today);
        }
        return day.isAfter(today) ? today : day;
    }

    static boolean isPosition(String asked) {
        return POSITION.matcher(asked).matches();
    }

    /**
     * Holds a position that is asked for against the log.
     *
     * @throws Malformed if the log does not reach so far
     */
    void requireRecorded(long position) {
        if (position > log.position()) {
            throw Malformed.because("knownAt", position, "a position of the log, which ends at " + log.position());
        }
    }

    /** Up to where something is known, and the day on which that was so. */
    private record Known(long position, LocalDate day) {}

    private Known known(String asked, long position, LocalDate today) {
        if (isPosition(asked)) {
            long at = Long.parseLong(asked);
            return new Known(at, at >= position ? today : recordedOn(at, today));
        }
        if (asked.indexOf('T') > 0) {
            Instant instant = instant(asked);
            LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
            return new Known(log.stampedBy(instant), begun("knownAt", asked, day, today));
        }
        LocalDate day = begun("knownAt", asked, today);
        Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1);
        return new Known(log.stampedBy(end), day);
    }

    private LocalDate recordedOn(long position, LocalDate otherwise) {
        return image.recordedOn(position).orElse(otherwise);
    }

    private static Instant instant(String asked) {
        try {
            return Instant.parse(asked);
        } catch (DateTimeException _) {
            throw Malformed.because("knownAt", asked, "a day, an instant such as 2026-03-14T12:00:00Z, or a position");
        }
    }

    private static LocalDate day(String what, String asked) {
        try {
            return LocalDate.parse(asked);
        } catch (DateTimeException _) {
            throw Malformed.because(what, asked, "a day such as 2026-03-14");
        }
    }
}
