package org.waymark.command.review;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of a map with one change: state is a value. */
final class Copy {

    private Copy() {}

    static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> more = new HashMap<>(map);
        more.put(key, value);
        return Map.copyOf(more);
    }

    static <K, V> Map<K, V> without(Map<K, V> map, @Nullable K key) {
        Map<K, V> fewer = new HashMap<>(map);
        fewer.remove(key);
        return Map.copyOf(fewer);
    }
}
