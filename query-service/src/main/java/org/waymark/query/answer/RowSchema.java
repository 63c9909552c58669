package org.waymark.query.answer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.query.image.RowJson;

/** The shape of rows as JSON Schema, read from the records that are written: each record once, by name. */
final class RowSchema {

    private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(int.class, long.class, Integer.class, Long.class);

    private final ObjectNode schemas = RowJson.mapper().createObjectNode();

    /** Returns the schemas of all records met so far, by name. */
    ObjectNode schemas() {
        return schemas;
    }

    /**
     * Returns the schema of a type.
     *
     * @throws IllegalArgumentException if rows are not made of such
     */
    ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return Arrays.stream(plain.getRecordComponents()).anyMatch(RowSchema::isWhole)
                    ? simple("string")
                    : reference(plain);
        }
        if (plain.isEnum()) {
            ObjectNode schema = simple("string");
            ArrayNode words = schema.putArray("enum");
            Arrays.stream(plain.getEnumConstants())
                    .forEach(word -> words.add(RowJson.mapper().<JsonNode>valueToTree(word)));
            return schema;
        }
        return ofSimple(plain);
    }

    private ObjectNode ofGeneric(Class<?> raw, Type[] arguments) {
        if (raw == Map.class) {
            ObjectNode schema = simple("object");
            schema.set("additionalProperties", of(arguments[1]));
            return schema;
        }
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode schema = simple("array");
            schema.set("items", of(arguments[0]));
            return schema;
        }
        throw new IllegalArgumentException("Rows hold no " + raw);
    }

    private static ObjectNode ofSimple(Class<?> plain) {
        if (plain == String.class) {
            return simple("string");
        }
        if (plain == LocalDate.class) {
            return simple("string").put("format", "date");
        }
        if (plain == Instant.class) {
            return simple("string").put("format", "date-time");
        }
        if (WHOLE_NUMBERS.contains(plain)) {
            return simple("integer");
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return simple("boolean");
        }
        if (plain == Object.class) {
            return RowJson.mapper().createObjectNode(); // any value
        }
        if (JsonNode.class.isAssignableFrom(plain)) {
            return simple("object");
        }
        throw new IllegalArgumentException("Rows hold no " + plain);
    }

    private ObjectNode reference(Class<?> record) {
        String name =
                record.getName().substring(record.getPackageName().length() + 1).replace('$', '.');
        if (!schemas.has(name)) {
            ObjectNode schema = simple("object");
            schemas.set(name, schema); // before its parts, which may refer to it
            describe(record, schema);
        }
        return RowJson.mapper().createObjectNode().put("$ref", "#/components/schemas/" + name);
    }

    private void describe(Class<?> record, ObjectNode schema) {
        ObjectNode properties = schema.putObject("properties");
        ArrayNode always = schema.putArray("required");
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonIgnore.class)) {
                continue; // not sent
            }
            properties.set(component.getName(), of(component.getGenericType()));
            if (isAlwaysWritten(record, component)) {
                always.add(component.getName());
            }
        }
        schema.put("additionalProperties", false);
    }

    private static boolean isAlwaysWritten(Class<?> record, RecordComponent component) {
        JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
        JsonInclude usual = own == null ? record.getAnnotation(JsonInclude.class) : own;
        return switch (usual == null ? JsonInclude.Include.ALWAYS : usual.value()) {
            case ALWAYS -> true;
            case NON_NULL -> !isNullable(component);
            case NON_EMPTY -> !isNullable(component) && !mayBeEmpty(component.getType());
            case NON_ABSENT, NON_DEFAULT, CUSTOM, USE_DEFAULTS ->
                throw new IllegalArgumentException("Rows leave out what is null or empty, not " + component);
        };
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean mayBeEmpty(Class<?> type) {
        return type == String.class || Map.class.isAssignableFrom(type) || Collection.class.isAssignableFrom(type);
    }

    private static boolean isWhole(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonValue.class);
    }

    private static ObjectNode simple(String type) {
        return RowJson.mapper().createObjectNode().put("type", type);
    }
}
