package org.waymark.query.answer;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Malformed;
import org.waymark.events.Recorded;
import org.waymark.events.store.EventLog;
import org.waymark.query.ledger.Ledger;
import org.waymark.query.ledger.Moment;

/** Turns what a reader asks for, a day and a state of knowledge, into a moment. Days end at midnight UTC. */
public final class Moments {

    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private final Ledger ledger;
    private final EventLog log;
    private final Clock clock;
    private final List<String> views;

    Moments(Ledger ledger, EventLog log, Clock clock, List<String> views) {
        this.ledger = ledger;
        this.log = log;
        this.clock = clock;
        this.views = List.copyOf(views);
    }

    /**
     * Returns the views that a page is built from.
     *
     * @throws IllegalStateException if one does not exist: a page of it would wait for it for ever
     */
    List<String> views(List<String> named) {
        if (named.equals(List.of(Reads.ALL))) {
            return views;
        }
        if (!views.containsAll(named)) {
            throw new IllegalStateException("A page reads %s, but there are only %s".formatted(named, views));
        }
        return named;
    }

    /** Returns this moment: today, with all that the views know. */
    public Moment now(Collection<String> views) {
        return at(views, null, null);
    }

    /**
     * Returns a moment.
     *
     * @param asOf a day, included; today if absent, or the day of {@code knownAt} if that is given
     * @param knownAt a day, an instant or a position; the latest if absent
     * @throws Malformed if either is none of these
     */
    Moment at(Collection<String> views, @Nullable String asOf, @Nullable String knownAt) {
        long position = views.stream().mapToLong(ledger::position).min().orElseGet(log::position);
        LocalDate today = LocalDate.now(clock);
        Known known = knownAt == null ? new Known(position, today) : known(knownAt, position, today);
        LocalDate day = asOf == null ? known.day() : day(asOf);
        return new Moment(position, log.epoch(), day, Math.min(known.position(), position), today);
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
