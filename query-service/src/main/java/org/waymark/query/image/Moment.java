package org.waymark.query.image;

import java.time.LocalDate;

/**
 * What a page shows: what was true on a day, as it was known at a position. Says nothing of the clock of who answers.
 *
 * @param position that the image has reached
 * @param epoch the identity of the log
 * @param asOf the day shown, included (UTC)
 * @param knownAt the last position whose event is known; at most {@code position}
 * @param without how many of the events known then were recorded by a later release, and can't be read
 */
public record Moment(long position, String epoch, LocalDate asOf, long knownAt, long without) {

    public Moment(long position, String epoch, LocalDate asOf, long knownAt) {
        this(position, epoch, asOf, knownAt, 0);
    }
}
