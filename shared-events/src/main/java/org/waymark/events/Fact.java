package org.waymark.events;

import java.time.LocalDate;

/**
 * A recorded event with what the log adds to it.
 *
 * @param eventId its identity in the log
 * @param position its place in the log, or its version where only one stream is looked at: it orders what was recorded
 * @param effectiveOn the day from which it counts (UTC)
 */
public record Fact<E extends WaymarkEvent>(String eventId, long position, LocalDate effectiveOn, E event) {}
