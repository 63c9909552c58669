package org.waymark.command.desk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.common.caching.WeakReferenceCache;

/**
 * Keeps the streams used last as they are folded; loading one costs more than deciding on it. Axon holds what it puts here
 * by nothing else, so that weak references alone would lose it with the next collection of garbage.
 */
final class StreamCache extends WeakReferenceCache {

    private static final int KEPT = 100;

    private final Map<Object, Object> recent = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > KEPT;
        }
    });

    @Override
    public <K, V> V get(K stream) {
        recent.get(stream);
        return super.get(stream);
    }

    @Override
    public void put(Object stream, Object folded) {
        recent.put(stream, folded);
        super.put(stream, folded);
    }

    @Override
    public boolean remove(Object stream) {
        recent.remove(stream);
        return super.remove(stream);
    }
}
