package org.waymark.query.image;

import java.time.LocalDate;

/**
 * What a page shows: what was true on a day, as it was known at a position.
 *
 * @param position that the image has reached
 * @param epoch the identity of the log
 * @param asOf the day shown, included (UTC)
 * @param knownAt the last position whose event is known; at most {@code position}
 * @param today the day on which the page is asked for (UTC)
 */
public record Moment(long position, String epoch, LocalDate asOf, long knownAt, LocalDate today) {

    /** Returns the last day whose facts are certain: today, all that is known is. */
    LocalDate certainUntil() {
        return asOf.isBefore(today) ? asOf : LocalDate.MAX;
    }
}
