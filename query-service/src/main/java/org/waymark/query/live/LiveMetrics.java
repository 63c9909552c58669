package org.waymark.query.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** Counts what the live channel does. No person and no id is ever a tag. */
final class LiveMetrics {

    private final MeterRegistry meters;
    private final Counter frames;

    LiveMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.frames = Counter.builder("waymark.live.frames")
                .description("Messages handed to readers")
                .register(meters);
    }

    void sessions(Collection<?> sessions) {
        ToDoubleFunction<Collection<?>> size = Collection::size;
        meters.gauge("waymark.live.sessions", sessions, size);
    }

    void frame() {
        frames.increment();
    }

    /** Counts an answer to a subscription by its kind: a snapshot, what was missed (a resume), or reload. */
    void answered(String kind) {
        meters.counter("waymark.live.subscriptions", "answer", kind).increment();
    }

    /** Counts a session that this side ended, by the reason the reader was given. */
    void cutOff(String reason) {
        meters.counter("waymark.live.cutoffs", "reason", reason).increment();
    }
}
