package org.waymark.command.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamCacheTest {

    private final StreamCache cache = new StreamCache();

    @Test
    void what_was_used_last_outlives_a_collection_of_garbage() {
        for (int stream = 0; stream < 1_000; stream++) {
            cache.put("stream-" + stream, new Object());
            cache.get("stream-0");
        }
        System.gc();
        assertThat(cache.containsKey("stream-0")).isTrue();
        assertThat(cache.containsKey("stream-999")).isTrue();
        assertThat(cache.containsKey("stream-1")).as("its memory is bounded").isFalse();
    }

    @Test
    void what_is_removed_is_gone() {
        cache.put("stream", new Object());
        assertThat(cache.remove("stream")).isTrue();
        assertThat(cache.containsKey("stream")).isFalse();
    }
}
