package org.waymark.events;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How exactly a source dates what happened. */
public enum Precision {
    /** The day itself. */
    DAY,
    /** Somewhere in the month; the date is its first day. */
    MONTH,
    /** Somewhere in the year; the date is its first day. */
    YEAR,
    /** Not later than the date, which is that of the document that states the fact. */
    BY;

    /** Returns the last day on which it can have happened. */
    public LocalDate lastDay(LocalDate date) {
        return switch (this) {
            case DAY, BY -> date;
            case MONTH -> date.with(TemporalAdjusters.lastDayOfMonth());
            case YEAR -> date.with(TemporalAdjusters.lastDayOfYear());
        };
    }

    /** Returns the form in which a date of this precision is kept: the first day of the month or year. */
    public LocalDate firstDay(LocalDate date) {
        return switch (this) {
            case DAY, BY -> date;
            case MONTH -> date.withDayOfMonth(1);
            case YEAR -> date.withDayOfYear(1);
        };
    }
}
