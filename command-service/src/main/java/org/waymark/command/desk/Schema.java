package org.waymark.command.desk;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Attested;
import org.waymark.events.Precision;
import org.waymark.events.store.EventJson;

/**
 * The shape of a record as JSON Schema. The same shape makes the form on the screen and is what a body is held against, so
 * the two can't differ. A component is needed unless it may be null, is a list, or has a value of its own when left out.
 */
final class Schema {

    private Schema() {}

    /**
     * Returns the schema of a command's body.
     *
     * @param idField the component that comes from the path, left out here
     */
    static ObjectNode ofBody(Class<?> command, String idField) {
        return ofRecord(command, idField);
    }

    private static ObjectNode of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            ObjectNode schema = schema("array");
            schema.set("items", of(list.getActualTypeArguments()[0]));
            return schema;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            ObjectNode schema = schema("string");
            ArrayNode words = schema.putArray("enum");
            Stream.of(plain.getEnumConstants()).forEach(word -> words.add(((Enum<?>) word).name()));
            return schema;
        }
        if (plain.isRecord()) {
            return isId(plain) ? text(Verb.of(plain)) : ofRecord(plain, "");
        }
        return ofSimple(plain);
    }

    private static ObjectNode ofSimple(Class<?> plain) {
        if (plain == String.class) {
            return text("");
        }
        if (plain == LocalDate.class) {
            return text("date");
        }
        if (plain == int.class || plain == Integer.class) {
            return schema("integer").put("format", "int32");
        }
        throw new IllegalArgumentException("No form field is known for " + plain);
    }

    private static ObjectNode text(String format) {
        ObjectNode schema = schema("string").put("minLength", 1);
        return format.isEmpty() ? schema : schema.put("format", format);
    }

    private static ObjectNode schema(String type) {
        return EventJson.mapper().createObjectNode().put("type", type);
    }

    private static boolean isId(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        return components.length == 1 && components[0].getAccessor().isAnnotationPresent(JsonValue.class);
    }

    private static ObjectNode ofRecord(Class<?> record, String leftOut) {
        ObjectNode schema = schema("object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode needed = schema.putArray("required");
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getName().equals(leftOut) || isOurs(component)) {
                continue;
            }
            ObjectNode property = of(component.getGenericType());
            properties.set(component.getName(), property);
            if (component.getType() == Precision.class) {
                property.put("default", Precision.DAY.name());
            } else if (isNeeded(component)) {
                needed.add(component.getName());
            }
        }
        return schema;
    }

    /** Which rules were waived is written by the decider, never sent. */
    private static boolean isOurs(RecordComponent component) {
        return component.getDeclaringRecord() == Attested.class
                && component.getName().equals("waived");
    }

    private static boolean isNeeded(RecordComponent component) {
        return component.getType() != List.class
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
