package org.waymark.query.image;

import java.time.LocalDate;

/**
 * Since when a row exists.
 *
 * @param on the day on which it does for certain
 * @param exactly whether it began on that day, and not some time before
 */
public record Begin(LocalDate on, boolean exactly) {}
