package org.waymark.events.store;

import org.jspecify.annotations.Nullable;
import org.waymark.events.Recorder;
import org.waymark.events.WaymarkEvent;

/**
 * An event on its way into the log, which gives it its position and its time.
 *
 * @param eventId its identity
 * @param version its place in its stream, from 0
 * @param recorder who records it and how
 * @param commandId identity of the command that led to it, if one did
 */
public record Decided(
        String eventId,
        long version,
        Recorder recorder,
        @Nullable String commandId,
        WaymarkEvent event) {}
