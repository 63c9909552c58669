package org.waymark.command.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.waymark.events.store.EventJson;

/** Fills a form with something that fits it, to learn what the state alone allows. */
record Probe(Actor actor, LocalDate today, String id) {

    ObjectNode fill(ObjectNode schema) {
        ObjectNode body = (ObjectNode) value(schema);
        ObjectNode on = body.putObject("on").put("occurredOn", today.toString());
        on.set("by", EventJson.mapper().valueToTree(actor.actingFor()));
        return body;
    }

    private JsonNode value(JsonNode schema) {
        ObjectNode object = EventJson.mapper().createObjectNode();
        return switch (schema.path("type").asText()) {
            case "object" -> {
                schema.path("required")
                        .forEach(needed -> object.set(
                                needed.asText(), value(schema.path("properties").path(needed.asText()))));
                yield object;
            }
            case "array" -> EventJson.mapper().createArrayNode().add(value(schema.path("items")));
            case "integer" -> object.numberNode(1);
            case String text -> object.textNode(text(schema));
        };
    }

    private String text(JsonNode schema) {
        JsonNode words = schema.path("enum");
        if (!words.isEmpty()) {
            String own = actor.actingFor().group() == null
                    ? ""
                    : actor.actingFor().group().name();
            return words.valueStream()
                    .map(JsonNode::asText)
                    .filter(own::equals)
                    .findFirst()
                    .orElse(words.get(0).asText());
        }
        return switch (schema.path("format").asText()) {
            case "date" -> today.toString();
            case "person-id" -> actor.person().value();
            case "review-id" -> "another";
            case "recommendation-id" -> id + (id.contains("/") ? "-x" : "/x");
            case String any -> "probe";
        };
    }
}
