package org.waymark.query.ledger;

import java.time.LocalDate;

/**
 * What a page shows: what was true on a day, as it was known at a position.
 *
 * @param position the smallest position that the views of the page have reached
 * @param epoch the identity of the log
 * @param asOf the day shown, included (UTC)
 * @param knownAt the last position whose event is known; at most {@code position}
 * @param today the day on which the page is asked for (UTC)
 */
public record Moment(long position, String epoch, LocalDate asOf, long knownAt, LocalDate today) {}
