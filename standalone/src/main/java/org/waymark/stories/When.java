package org.waymark.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Locale;
import org.waymark.events.Precision;

/** A day, month, year or latest day, as the source prints it. */
record When(LocalDate on, Precision precision) {

    static When day(LocalDate on) {
        return new When(on, Precision.DAY);
    }

    static When by(LocalDate on) {
        return new When(on, Precision.BY);
    }

    /** Reads {@code 2017-10-05}, {@code 2017-10} or {@code 2017} with the precision beside it. */
    static When of(String date, String precision) {
        String day = date + "0000-01-01".substring(date.length());
        return new When(LocalDate.parse(day), Precision.valueOf(precision.toUpperCase(Locale.ROOT)));
    }

    static When ofEntry(JsonNode entry) {
        return of(entry.path("date").asText(), entry.path("precision").asText("day"));
    }

    LocalDate effectiveOn() {
        return precision.lastDay(on);
    }
}
