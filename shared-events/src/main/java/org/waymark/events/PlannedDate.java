package org.waymark.events;

import java.time.LocalDate;

/**
 * A day, month or year that somebody plans for or must keep. Never an occurrence.
 *
 * @param date the day, or the first day of the month or year
 */
public record PlannedDate(LocalDate date, Precision precision) {

    @SuppressWarnings("ConstantValue")
    public PlannedDate {
        precision = precision == null ? Precision.DAY : precision;
        if (date == null || precision == Precision.BY || !date.equals(precision.firstDay(date))) {
            throw Malformed.because(
                    "planned date", date + " " + precision, "a DAY, or the first day of a MONTH or YEAR");
        }
    }

    public static PlannedDate day(LocalDate date) {
        return new PlannedDate(date, Precision.DAY);
    }

    /** Returns the last day that still keeps the plan. */
    public LocalDate lastDay() {
        return precision.lastDay(date);
    }
}
