package org.waymark.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, on what evidence and in whose name: the field {@code on} of every event and command.
 *
 * @param occurredOn the day printed in the evidence; the first day of the month or year for those precisions
 * @param evidence documents a reader can check, possibly none
 * @param reason why, in the words of those who decided
 * @param by in whose name it was decided
 * @param corrects the id of the event of the same type and stream that this one takes the place of
 * @param attested given exactly when an archivist recorded it
 * @param after the ids of events of the same stream that came before this one although their days alone don't say so: a
 *     restart of 20 October came after a pause of "October"
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Occurrence(
        LocalDate occurredOn,
        Precision precision,
        List<Evidence> evidence,
        @Nullable String reason,
        By by,
        @Nullable String corrects,
        @Nullable Attested attested,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> after) {

    private static final LocalDate EARLIEST = LocalDate.of(1983, 1, 1);

    /**
     * Makes an occurrence of what was sent or stored; precision is DAY where none is given.
     *
     * @throws Malformed if the day or who decided is missing, or the day can't be one of its precision
     */
    public Occurrence(
            @Nullable LocalDate occurredOn,
            @Nullable Precision precision,
            List<Evidence> evidence,
            @Nullable String reason,
            @Nullable By by,
            @Nullable String corrects,
            @Nullable Attested attested,
            List<String> after) {
        if (occurredOn == null) {
            throw Malformed.because("on.occurredOn", "(none)", "a day such as 2026-03-14");
        }
        if (by == null) {
            throw Malformed.because("on.by", "(none)", "the role in whose name it was decided");
        }
        Precision exactly = precision == null ? Precision.DAY : precision;
        if (occurredOn.isBefore(EARLIEST) || !occurredOn.equals(exactly.firstDay(occurredOn))) {
            throw Malformed.because(
                    "on.occurredOn", occurredOn, "a day from 1983 on; for MONTH or YEAR the first day of it");
        }
        this.occurredOn = occurredOn;
        this.precision = exactly;
        this.evidence = List.copyOf(evidence);
        this.reason = reason == null || reason.isBlank() ? null : reason.strip();
        this.by = by;
        this.corrects = corrects;
        this.attested = attested;
        this.after = List.copyOf(after);
    }

    public Occurrence(
            LocalDate occurredOn,
            Precision precision,
            List<Evidence> evidence,
            @Nullable String reason,
            By by,
            @Nullable String corrects,
            @Nullable Attested attested) {
        this(occurredOn, precision, evidence, reason, by, corrects, attested, List.of());
    }

    /** Returns an occurrence of which nothing is known but the day on which it was recorded. */
    public static Occurrence recorded(LocalDate on) {
        return new Occurrence(on, Precision.DAY, List.of(), null, By.of(Role.ORG), null, null);
    }

    /**
     * Returns the day from which the fact counts: the last day on which it can have happened, at most the day of
     * recording (UTC).
     */
    public LocalDate effectiveOn(LocalDate recordedOn) {
        LocalDate last = precision.lastDay(occurredOn);
        return last.isAfter(recordedOn) ? recordedOn : last;
    }

    /**
     * Returns the first day on which the fact can have happened, at most the day from which it counts (UTC);
     * {@link LocalDate#MIN} where only a date is known before which it happened.
     */
    public LocalDate firstDay(LocalDate recordedOn) {
        LocalDate last = effectiveOn(recordedOn);
        return precision == Precision.BY ? LocalDate.MIN : occurredOn.isAfter(last) ? last : occurredOn;
    }

    /** Returns the same occurrence with the rules that an attested fact did not keep. */
    public Occurrence waiving(List<String> rules) {
        return attested == null
                ? this
                : new Occurrence(
                        occurredOn,
                        precision,
                        evidence,
                        reason,
                        by,
                        corrects,
                        new Attested(attested.grade(), rules),
                        after);
    }

    /** Returns the same occurrence as one that came after some facts. */
    public Occurrence after(List<String> eventIds) {
        return new Occurrence(occurredOn, precision, evidence, reason, by, corrects, attested, eventIds);
    }
}
