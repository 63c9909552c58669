package org.waymark.events;

import org.jspecify.annotations.Nullable;

/**
 * What the metadata of an event says of its recording.
 *
 * @param person who recorded it
 * @param actingFor the capacity the person chose, {@code SOAC:GNSO} or {@code ARCHIVIST} for instance
 * @param authenticated whether that capacity was proven
 * @param pack the rule pack it was judged by
 * @param idempotencyKey the sender's key of the command
 */
public record Recorder(
        @Nullable PersonId person,
        @Nullable String actingFor,
        boolean authenticated,
        @Nullable String pack,
        @Nullable String idempotencyKey) {}
