package org.waymark.query.image;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.pcollections.TreePMap;

/** Changes of the maps that drafts are made of: each gives another map, which shares with the former what is the same. */
public final class Changes {

    private static final Comparator<String> BY_POSITION =
            Comparator.<String>comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private Changes() {}

    /** Returns an empty map whose keys are positions, in the order of the log. */
    public static <V> TreePMap<String, V> byPosition() {
        return TreePMap.empty(BY_POSITION);
    }

    /** Returns a key that is not taken: a day, or that day with a number for the second thing of it and those that follow. */
    public static String freeKey(Map<String, ?> map, String day) {
        String key = day;
        for (int number = 2; map.containsKey(key); number++) {
            key = day + "_" + number;
        }
        return key;
    }

    /** Returns the map with what becomes of one value, or of another if there is none. */
    public static <K, V> TreePMap<K, V> of(TreePMap<K, V> map, K key, V unknown, UnaryOperator<V> change) {
        return map.plus(key, change.apply(map.getOrDefault(key, unknown)));
    }

    /** Returns the map with what becomes of one value; the same map if there is none. */
    public static <K, V> TreePMap<K, V> ofPresent(TreePMap<K, V> map, K key, UnaryOperator<V> change) {
        V was = map.get(key);
        return was == null ? map : map.plus(key, change.apply(was));
    }

    /** Returns the map with what becomes of each value. */
    public static <K, V> TreePMap<K, V> ofEach(TreePMap<K, V> map, BiFunction<K, V, V> change) {
        TreePMap<K, V> changed = map;
        for (Map.Entry<K, V> entry : map.entrySet()) {
            V value = change.apply(entry.getKey(), entry.getValue());
            changed = Objects.equals(value, entry.getValue()) ? changed : changed.plus(entry.getKey(), value);
        }
        return changed;
    }

    /** Returns a map in the order of its keys with one more value. */
    public static <K extends Comparable<? super K>, V> Map<K, V> entered(Map<K, V> map, K key, V value) {
        return (map instanceof TreePMap<K, V> tree ? tree : TreePMap.from(map)).plus(key, value);
    }

    /** Returns a map by positions with one more value. */
    public static <V> Map<String, V> at(Map<String, V> map, String position, V value) {
        TreePMap<String, V> known = map instanceof TreePMap<String, V> tree
                ? tree
                : Changes.<V>byPosition().plusAll(map);
        return known.plus(position, value);
    }

    /** Returns the map with one more value, put together with the one that is there. */
    public static <K, V> TreePMap<K, V> merged(TreePMap<K, V> map, K key, V value, BiFunction<V, V, V> together) {
        V was = map.get(key);
        return map.plus(key, was == null ? value : together.apply(was, value));
    }
}
