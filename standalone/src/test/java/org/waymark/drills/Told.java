package org.waymark.drills;

import com.fasterxml.jackson.databind.JsonNode;

/** An answer that was received: from then on its event has to be there. */
record Told(Asked asked, String eventId, long position, long version) {

    static Told of(Asked asked, JsonNode answer) {
        return new Told(
                asked,
                answer.path("eventId").asText(),
                answer.path("position").asLong(),
                answer.path("version").asLong());
    }
}
