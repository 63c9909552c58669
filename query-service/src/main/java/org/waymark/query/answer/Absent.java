package org.waymark.query.answer;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says that there is no such row at the moment asked for; answered with 404. */
public final class Absent extends RuntimeException {

    private final @Nullable LocalDate firstDay;

    /**
     * Refuses to show what is not there.
     *
     * @param what the view and key
     * @param firstDay the first day on which it is there, if it ever is
     */
    public Absent(String what, Optional<LocalDate> firstDay) {
        super(firstDay.map(day -> "There is no %s on that day; its first day is %s".formatted(what, day))
                .orElse("There is no " + what));
        this.firstDay = firstDay.orElse(null);
    }

    Optional<LocalDate> firstDay() {
        return Optional.ofNullable(firstDay);
    }
}
