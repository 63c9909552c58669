package org.waymark.events.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** How far the log is known to be on disk, and who wants to know when it moves. */
final class DurablePosition {

    private final AtomicLong position = new AtomicLong();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

    long get() {
        return position.get();
    }

    /** Moves the position forward and wakes the readers; an earlier or equal position is passed over. */
    void publish(long reached) {
        if (position.getAndAccumulate(reached, Math::max) < reached) {
            listeners.forEach(listener -> listener.accept(reached));
        }
    }

    /** Begins again where another log ends, which may be before where the former one did, and wakes the readers. */
    void restart(long reached) {
        position.set(reached);
        listeners.forEach(listener -> listener.accept(reached));
    }

    EventLog.Subscription whenMoved(LongConsumer listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
