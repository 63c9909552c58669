package org.waymark.query.answer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.query.image.Begin;

/** Says that there is no such row at the moment asked for; answered with 404. */
public final class Absent extends RuntimeException {

    private final @Nullable Begin begin;

    /**
     * Refuses to show what is not there.
     *
     * @param what the view and key
     * @param begin since when it is there, if it ever is
     */
    public Absent(String what, Optional<Begin> begin) {
        super(begin.map(since -> sentence(what, since)).orElse("There is no " + what));
        this.begin = begin.orElse(null);
    }

    private static String sentence(String what, Begin begin) {
        return (begin.exactly()
                        ? "There is no %s on that day; its first day is %s"
                        : "There is no %s on record on that day; it is on record by %s, and not known since when")
                .formatted(what, begin.on());
    }

    Optional<Begin> begin() {
        return Optional.ofNullable(begin);
    }
}
