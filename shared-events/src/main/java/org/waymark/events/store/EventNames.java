package org.waymark.events.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.recommendation.RecommendationEvent;
import org.waymark.events.review.ReviewEvent;

/**
 * The closed list of stored type names: the domain's words, not Java class names, so that packages may move and nothing
 * else is ever loaded.
 */
public final class EventNames {

    private static final Map<String, Class<? extends WaymarkEvent>> BY_NAME = new LinkedHashMap<>();

    static {
        Stream.of(ReviewEvent.class, RecommendationEvent.class)
                .flatMap(EventNames::leaves)
                .forEach(EventNames::enter);
    }

    private EventNames() {}

    static boolean knows(String name) {
        return BY_NAME.containsKey(name);
    }

    /** Returns the stored name of an event type, {@code ScopeAgreed}. */
    public static String nameOf(Class<?> type) {
        return type.getSimpleName();
    }

    /**
     * Returns the event type with a stored name.
     *
     * @throws IllegalArgumentException if the name is not on the list: the log was written by a later version
     */
    public static Class<? extends WaymarkEvent> classOf(String name) {
        Class<? extends WaymarkEvent> type = BY_NAME.get(name);
        if (type == null) {
            throw new IllegalArgumentException("The log holds an event of the unknown type " + name);
        }
        return type;
    }

    /** Returns all event types by stored name, in the order of their declaration. */
    public static Map<String, Class<? extends WaymarkEvent>> all() {
        return Map.copyOf(BY_NAME);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(EventNames::leaves) : Stream.of(type);
    }

    private static void enter(Class<?> type) {
        if (BY_NAME.put(nameOf(type), type.asSubclass(WaymarkEvent.class)) != null) {
            throw new IllegalStateException("Two event types are named " + nameOf(type));
        }
    }
}
