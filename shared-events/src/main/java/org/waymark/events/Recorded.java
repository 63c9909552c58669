package org.waymark.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * An event as the log holds it: what the views fold.
 *
 * @param eventId its identity
 * @param position its place in the log, from 1, without gaps
 * @param stream where it belongs, {@code review/ssr2}
 * @param version its place in the stream, from 0
 * @param recordedAt when the log took it in (UTC); never decreases with the position
 * @param recorder who recorded it and how
 * @param characters how long its stored text is, 0 if it was not read from the log
 */
public record Recorded(
        String eventId,
        long position,
        String stream,
        long version,
        Instant recordedAt,
        Recorder recorder,
        WaymarkEvent event,
        int characters) {

    public Recorded(
            String eventId,
            long position,
            String stream,
            long version,
            Instant recordedAt,
            Recorder recorder,
            WaymarkEvent event) {
        this(eventId, position, stream, version, recordedAt, recorder, event, 0);
    }

    /** Returns the day from which it counts. */
    public LocalDate effectiveOn() {
        return event.on().effectiveOn(recordedOn());
    }

    /** Returns the first day on which it can have happened, {@link LocalDate#MIN} if none is known. */
    public LocalDate firstDay() {
        return event.on().firstDay(recordedOn());
    }

    /** Returns the day on which the log took it in (UTC). */
    public LocalDate recordedOn() {
        return LocalDate.ofInstant(recordedAt, ZoneOffset.UTC);
    }

    /** Returns the event's type name in the domain's words, {@code ScopeAgreed}. */
    public String type() {
        return event instanceof Unreadable unreadable
                ? unreadable.type()
                : event.getClass().getSimpleName();
    }

    public Fact<WaymarkEvent> fact() {
        return new Fact<>(eventId, position, effectiveOn(), event);
    }
}
