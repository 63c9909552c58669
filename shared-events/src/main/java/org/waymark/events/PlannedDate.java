package org.waymark.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day, month or year that somebody plans for or must keep. Never an occurrence.
 *
 * @param date the day, or the first day of the month or year
 */
public record PlannedDate(LocalDate date, Precision precision) {

    /**
     * Makes a planned date of what was sent or stored; precision is DAY where none is given.
     *
     * @throws Malformed if there is no date, or it can't be one of its precision
     */
    public PlannedDate(@Nullable LocalDate date, @Nullable Precision precision) {
        Precision exactly = precision == null ? Precision.DAY : precision;
        if (date == null || exactly == Precision.BY || !date.equals(exactly.firstDay(date))) {
            throw Malformed.because("planned date", date + " " + exactly, "a DAY, or the first day of a MONTH or YEAR");
        }
        this.date = date;
        this.precision = exactly;
    }

    public static PlannedDate day(LocalDate date) {
        return new PlannedDate(date, Precision.DAY);
    }

    /** Returns the last day that still keeps the plan. */
    public LocalDate lastDay() {
        return precision.lastDay(date);
    }
}
