package org.waymark.query.image;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds where states of one thing differ, by JSON pointer: records component by component, maps key by key. What is the same
 * object in all of them is not looked into.
 */
final class Differences {

    private record Component(String name, MethodHandle get) {}

    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            if (!type.isRecord()
                    || Arrays.stream(type.getRecordComponents())
                            .anyMatch(part -> part.getAccessor().isAnnotationPresent(JsonValue.class))) {
                return List.of();
            }
            return Arrays.stream(type.getRecordComponents())
                    .filter(part -> !part.getAccessor().isAnnotationPresent(JsonIgnore.class)) // not sent
                    .map(Differences::component)
                    .toList();
        }
    };

    /** Records with more components are not compared before they are looked into. */
    private static final int LARGE = 8;

    private final List<Possible> found = new ArrayList<>();

    private Differences() {}

    /**
     * A value, as it is from one state on.
     *
     * @param fact the position of the fact by which it became so, {@link #FIRST} for the first state
     */
    private record From(@Nullable Object value, long fact) {}

    private static final long FIRST = 0;

    /**
     * Returns the values that are not the same in all states.
     *
     * @param facts the position of the fact by which each state but the first came from the one before
     */
    static List<Possible> of(String pointer, List<?> states, List<Long> facts) {
        List<From> all = new ArrayList<>();
        for (int index = 0; index < states.size(); index++) {
            all.add(new From(states.get(index), index == 0 ? FIRST : facts.get(index - 1)));
        }
        Differences differences = new Differences();
        differences.compare(pointer, all);
        return differences.found;
    }

    /** Tells whether a pointer leads to a place that a state has or may have: what a map has not may come, a name of a record not. */
    static boolean canBe(@Nullable Object state, String pointer) {
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            return false;
        }
        Object value = state;
        String[] steps =
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1);
        for (String step : steps) {
            if (value == null) {
                return true;
            }
            String name = step.replace("~1", "/").replace("~0", "~");
            boolean has = value instanceof Map
                    || COMPONENTS.get(value.getClass()).stream()
                            .anyMatch(component -> component.name().equals(name));
            if (!has) {
                return false;
            }
            value = at(value, "/" + step);
        }
        return true;
    }

    /** Returns the value under a pointer; null if there is none. */
    static @Nullable Object at(@Nullable Object state, String pointer) {
        Object value = state;
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            value = switch (value) {
                case null -> null;
                case Map<?, ?> map ->
                    map.entrySet().stream()
                            .filter(entry -> entry.getKey().toString().equals(name))
                            .findFirst()
                            .<Object>map(Map.Entry::getValue)
                            .orElse(null);
                case Object thing ->
                    COMPONENTS.get(thing.getClass()).stream()
                            .filter(component -> component.name().equals(name))
                            .findFirst()
                            .map(component -> value(component, thing))
                            .orElse(null);
            };
        }
        return value;
    }

    private static Component component(RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return new Component(component.getName(), MethodHandles.lookup().unreflect(component.getAccessor()));
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    private void compare(String pointer, List<From> states) {
        List<From> changes = changes(states);
        if (changes.size() == 1) {
            return;
        }
        Object first = changes.getFirst().value();
        if (changes.stream().allMatch(state -> state.value() instanceof Map)) {
            compareKeys(pointer, changes);
        } else if (first != null
                && !COMPONENTS.get(first.getClass()).isEmpty()
                && changes.stream()
                        .allMatch(
                                state -> state.value() != null && state.value().getClass() == first.getClass())) {
            for (Component component : COMPONENTS.get(first.getClass())) {
                compareParts(pointer, component.name(), changes, state -> value(component, state));
            }
        } else {
            found.add(new Possible(
                    pointer,
                    Collections.unmodifiableList(new ArrayList<>(new LinkedHashSet<>(
                            changes.stream().map(From::value).toList()))),
                    changes.stream().skip(1).map(From::fact).distinct().toList()));
        }
    }

    /** Returns the states that differ from the one before. */
    private static List<From> changes(List<From> states) {
        List<From> changes = new ArrayList<>();
        for (From state : states) {
            if (changes.isEmpty() || !isSame(changes.getLast().value(), state.value())) {
                changes.add(state);
            }
        }
        return changes;
    }

    /** Large things that are not the same object are looked into anyway. */
    private static boolean isSame(@Nullable Object a, @Nullable Object b) {
        return a == b
                || (!(a instanceof Map)
                        && !(a instanceof Record && b instanceof Record && isLarge(a))
                        && Objects.equals(a, b));
    }

    private static boolean isLarge(Object row) {
        return COMPONENTS.get(row.getClass()).size() > LARGE;
    }

    private void compareKeys(String pointer, List<From> states) {
        Set<Object> keys = new LinkedHashSet<>();
        states.forEach(state -> keys.addAll(((Map<?, ?>) Objects.requireNonNull(state.value())).keySet()));
        for (Object key : keys) {
            compareParts(pointer, key.toString(), states, state -> ((Map<?, ?>) state).get(key));
        }
    }

    private void compareParts(String pointer, String name, List<From> states, Function<Object, @Nullable Object> part) {
        List<From> values = new ArrayList<>(states.size());
        for (From state : states) {
            values.add(new From(part.apply(Objects.requireNonNull(state.value())), state.fact()));
        }
        compare(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), values);
    }

    private static @Nullable Object value(Component component, @Nullable Object state) {
        try {
            return component.get().invoke(state);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }
}
