package org.waymark.query.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a record is written as JSON: its components, and of those what {@code JsonInclude} does not leave out. Rows use no
 * other annotation than that one and {@code JsonValue}; Jackson writes what is neither record nor map.
 */
final class RowShape {

    /** Of a record that is written as one value. */
    static final RowShape PLAIN = new RowShape(List.of());

    private record Part(String name, MethodHandle value, Include include) {}

    private static final ClassValue<RowShape> SHAPES = new ClassValue<>() {
        @Override
        protected RowShape computeValue(Class<?> type) {
            return made(type);
        }
    };

    private static final ClassValue<Map<Object, String>> CONSTANTS = new ClassValue<>() {
        @Override
        protected Map<Object, String> computeValue(Class<?> type) {
            Map<Object, String> texts = new java.util.HashMap<>();
            Arrays.stream(type.getEnumConstants())
                    .forEach(constant ->
                            texts.put(constant, RowJson.tree(constant).toString()));
            return Map.copyOf(texts);
        }
    };

    private final List<Part> parts;

    private RowShape(List<Part> parts) {
        this.parts = parts;
    }

    static RowShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    private static RowShape made(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (Arrays.stream(components).anyMatch(part -> part.getAccessor().isAnnotationPresent(JsonValue.class))) {
            return PLAIN;
        }
        Include usual = include(type.getAnnotation(JsonInclude.class), Include.ALWAYS);
        return new RowShape(Arrays.stream(components)
                .map(part -> new Part(
                        part.getName(),
                        accessor(type, part),
                        include(part.getAccessor().getAnnotation(JsonInclude.class), usual)))
                .sorted(Comparator.comparing(Part::name))
                .toList());
    }

    private static Include include(@Nullable JsonInclude annotation, Include usual) {
        return annotation == null ? usual : annotation.value();
    }

    private static MethodHandle accessor(Class<?> type, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return MethodHandles.lookup()
                    .unreflect(component.getAccessor())
                    .asType(java.lang.invoke.MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException("Can't read " + type + "." + component.getName(), hidden);
        }
    }

    /** Returns the members of a record by name, in canonical order. */
    Map<String, Object> members(Object row) {
        Map<String, Object> members = LinkedHashMap.newLinkedHashMap(parts.size());
        for (Part part : parts) {
            Object value = value(part, row);
            if (isWritten(part.include(), value)) {
                members.put(
                        part.name(),
                        value == null ? com.fasterxml.jackson.databind.node.NullNode.getInstance() : value);
            }
        }
        return members;
    }

    private static @Nullable Object value(Part part, Object row) {
        try {
            return part.value().invokeExact(row);
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable impossible) {
            throw new IllegalStateException("An accessor of a record throws nothing checked", impossible);
        }
    }

    private static boolean isWritten(Include include, @Nullable Object value) {
        return switch (include) {
            case ALWAYS -> true;
            case NON_NULL -> value != null;
            case NON_EMPTY -> value != null && !isEmpty(value);
            case NON_ABSENT, NON_DEFAULT, CUSTOM, USE_DEFAULTS ->
                throw new IllegalArgumentException("Rows leave out what is null or empty, not " + include);
        };
    }

    private static boolean isEmpty(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.isEmpty();
            case Collection<?> list -> list.isEmpty();
            case String text -> text.isEmpty();
            default -> false;
        };
    }

    /** Returns the name under which a key of a map is written. */
    static String name(Object key) {
        if (key instanceof String text) {
            return text;
        }
        String json = text(key);
        return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
    }

    /** Returns the canonical JSON of a value that is neither object nor list. */
    static String text(Object value) {
        return switch (value) {
            case String text -> {
                StringBuilder json = new StringBuilder(text.length() + 8);
                CanonicalJson.quote(text, json);
                yield json.toString();
            }
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case Boolean truth -> truth.toString();
            case Enum<?> constant -> CONSTANTS.get(constant.getDeclaringClass()).get(constant);
            case java.time.LocalDate day -> '"' + day.toString() + '"';
            default -> CanonicalJson.write(RowJson.tree(value));
        };
    }
}
