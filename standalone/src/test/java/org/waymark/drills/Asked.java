package org.waymark.drills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A command as it is sent. Its key stands in its words too, so that the event it becomes is known by it.
 *
 * @param path below {@code /commands/reviews/}
 */
record Asked(String key, String path, String actingFor, ObjectNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Asked scheduleReview(String key, String review) {
        ObjectNode body = body("ORG").put("kind", "ATRT").put("name", key).put("printedAs", "DRILL");
        return new Asked(key, review + "/schedule-review", "ORG", body.put("pack", "bylaws-2016"));
    }

    static Asked noteOccurrence(String key, String review, int padding) {
        ObjectNode body = body("ORG").put("kind", "drill").put("words", key + " " + "x".repeat(padding));
        return new Asked(key, review + "/note-occurrence", "ORG", body);
    }

    static Asked draftRecommendation(String key, String review, int number) {
        ObjectNode body =
                body("TEAM").put("printedAs", Integer.toString(number)).put("text", key);
        return new Asked(key, "%s/recommendations/%d/draft-recommendation".formatted(review, number), "TEAM", body);
    }

    private static ObjectNode body(String role) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("on").put("occurredOn", "2026-03-14").putObject("by").put("role", role);
        return body;
    }

    /** Returns the key of the command that became an event. */
    static String keyOf(JsonNode payload) {
        for (String field : new String[] {"words", "name", "text"}) {
            if (payload.hasNonNull(field)) {
                return payload.path(field).asText().split(" ", 2)[0];
            }
        }
        throw new Violation("An event that nobody asked for is on record: %s.", payload);
    }
}
