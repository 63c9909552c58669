package org.waymark.command.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.waymark.events.Malformed;
import org.waymark.events.store.EventJson;

/** Makes a command of what was sent, or says which field is wrong and what would be right. */
final class Form<C extends Command> {

    private final Class<? extends C> command;
    private final String idField;
    private final ObjectNode schema;

    /**
     * @param idField the component of the command that comes from the path
     */
    Form(Class<? extends C> command, String idField) {
        this.command = command;
        this.idField = idField;
        this.schema = Schema.ofBody(command, idField);
    }

    ObjectNode schema() {
        return schema;
    }

    /** Returns the name of the group of commands it belongs to: {@code consensus}. */
    String group() {
        String sealedSet = command.getInterfaces()[0].getSimpleName();
        return sealedSet.substring(0, sealedSet.length() - "Command".length()).toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the command.
     *
     * @throws Malformed if the body has not the form's shape or a value can't be what it claims to be
     */
    C fill(String id, JsonNode body) {
        hold(schema, body, "");
        ObjectNode whole = ((ObjectNode) body).deepCopy();
        whole.put(idField, id);
        try {
            return EventJson.mapper().treeToValue(whole, command);
        } catch (JsonProcessingException unfit) {
            throw malformed(unfit);
        }
    }

    private static Malformed malformed(JsonProcessingException unfit) {
        for (Throwable cause = unfit; cause != null; cause = cause.getCause()) {
            if (cause instanceof Malformed malformed) {
                return malformed;
            }
        }
        return Malformed.because("body", unfit.getOriginalMessage(), "a value of the field's type");
    }

    private static void hold(JsonNode schema, JsonNode value, String path) {
        switch (schema.path("type").asText()) {
            case "object" -> holdObject(schema, value, path);
            case "array" -> holdArray(schema, value, path);
            case "integer" -> require(value.isInt(), path, value, "a whole number");
            case "string" -> holdText(schema, value, path);
            case String other -> throw new IllegalStateException("A schema of the unknown type " + other);
        }
    }

    private static void holdObject(JsonNode schema, JsonNode value, String path) {
        require(value.isObject(), path, value, "an object");
        JsonNode properties = schema.path("properties");
        List<String> known = new ArrayList<>();
        properties.fieldNames().forEachRemaining(known::add);
        value.propertyStream().forEach(field -> {
            String name = path + field.getKey();
            require(
                    known.contains(field.getKey()),
                    name,
                    field.getValue(),
                    "no field of this name; known are " + known);
        });
        schema.path("required")
                .forEach(needed -> require(
                        value.hasNonNull(needed.asText()),
                        path + needed.asText(),
                        "(none)",
                        "a value, since it is needed"));
        value.propertyStream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> hold(properties.path(field.getKey()), field.getValue(), path + field.getKey() + "."));
    }

    private static void holdArray(JsonNode schema, JsonNode value, String path) {
        require(value.isArray(), path, value, "a list");
        value.forEach(item -> hold(schema.path("items"), item, path));
    }

    private static void holdText(JsonNode schema, JsonNode value, String path) {
        require(value.isTextual() && !value.asText().isBlank(), path, value, "words, or the field left out");
        List<String> words = new ArrayList<>();
        schema.path("enum").forEach(word -> words.add(word.asText()));
        require(words.isEmpty() || words.contains(value.asText()), path, value, "one of " + String.join(", ", words));
        require(
                !schema.path("format").asText().equals("date") || isDay(value.asText()),
                path,
                value,
                "a day such as 2026-03-14");
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private static void require(boolean right, String path, Object sent, String expected) {
        if (!right) {
            String field = path.isEmpty() ? "body" : path.replaceAll("\\.$", "");
            String offending = sent instanceof JsonNode json && json.isTextual() ? json.asText() : sent.toString();
            throw Malformed.because(field, offending.substring(0, Math.min(200, offending.length())), expected);
        }
    }
}
