package org.waymark.query.image;

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
                    .map(Differences::component)
                    .toList();
        }
    };

    private final List<Long> facts;
    private final List<Possible> found = new ArrayList<>();

    private Differences(List<Long> facts) {
        this.facts = facts;
    }

    /**
     * Returns the values that are not the same in all states.
     *
     * @param facts the position of the fact by which each state but the first came from the one before
     */
    static List<Possible> of(String pointer, List<?> states, List<Long> facts) {
        Differences differences = new Differences(facts);
        differences.compare(pointer, new ArrayList<>(states));
        return differences.found;
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

    private void compare(String pointer, List<@Nullable Object> states) {
        Object first = states.getFirst();
        if (states.stream().allMatch(state -> state == first)
                || states.stream().allMatch(state -> Objects.equals(state, first))) {
            return;
        }
        if (states.stream().allMatch(Map.class::isInstance)) {
            compareKeys(pointer, states);
        } else if (first != null
                && !COMPONENTS.get(first.getClass()).isEmpty()
                && states.stream().allMatch(state -> state != null && state.getClass() == first.getClass())) {
            compareComponents(pointer, states, COMPONENTS.get(first.getClass()));
        } else {
            found.add(new Possible(pointer, Collections.unmodifiableList(distinct(states)), settingFacts(states)));
        }
    }

    private static List<@Nullable Object> distinct(List<@Nullable Object> states) {
        return new ArrayList<>(new LinkedHashSet<>(states));
    }

    private List<Long> settingFacts(List<@Nullable Object> states) {
        List<Long> setting = new ArrayList<>();
        for (int step = 1; step < states.size(); step++) {
            if (!Objects.equals(states.get(step), states.get(step - 1))) {
                setting.add(facts.get(step - 1));
            }
        }
        return setting;
    }

    private void compareKeys(String pointer, List<@Nullable Object> states) {
        Set<Object> keys = new LinkedHashSet<>();
        states.forEach(state -> keys.addAll(((Map<?, ?>) Objects.requireNonNull(state)).keySet()));
        for (Object key : keys) {
            List<@Nullable Object> values = new ArrayList<>();
            states.forEach(state -> values.add(((Map<?, ?>) Objects.requireNonNull(state)).get(key)));
            compare(pointer + "/" + key.toString().replace("~", "~0").replace("/", "~1"), values);
        }
    }

    private void compareComponents(String pointer, List<@Nullable Object> states, List<Component> components) {
        for (Component component : components) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Object state : states) {
                values.add(value(component, state));
            }
            compare(pointer + "/" + component.name(), values);
        }
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
