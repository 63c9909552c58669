package org.waymark.events.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.store.EventJson;
import org.waymark.events.store.EventNames;

/** The recorded samples of some events, to make histories of. */
final class Samples {

    private Samples() {}

    /** Returns the samples of all events that are of a type, by name. */
    static Map<String, JsonNode> of(Class<? extends WaymarkEvent> events) {
        Map<String, JsonNode> samples = new TreeMap<>();
        EventNames.all().forEach((name, type) -> {
            if (events.isAssignableFrom(type)) {
                samples.put(name, read(name));
            }
        });
        return samples;
    }

    private static JsonNode read(String name) {
        try (InputStream file = Samples.class.getResourceAsStream("/recorded/" + name + ".1.json")) {
            return EventJson.mapper().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Gives a field that an event has another value. */
    static void set(ObjectNode event, String field, Object value) {
        if (event.has(field)) {
            event.set(field, EventJson.mapper().valueToTree(value));
        }
    }
}
