package org.waymark.query.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One recorded event; the key is its position.
 *
 * @param stream {@code review/ssr2} or {@code recommendation/ssr2/1.1}
 * @param review the id of the review it belongs to
 * @param type the event's name, {@code ScopeAgreed}
 * @param payload the event as stored, with {@code on}
 * @param recordedBy person id of the recorder
 * @param actingFor the capacity the recorder chose
 * @param authenticated whether that capacity was proven
 * @param corrects the id of the event it takes the place of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrailRow(
        long position,
        String eventId,
        String stream,
        String review,
        long version,
        String type,
        Instant recordedAt,
        @Nullable String recordedBy,
        @Nullable String actingFor,
        boolean authenticated,
        @Nullable String pack,
        @Nullable String corrects,
        JsonNode payload) {}
