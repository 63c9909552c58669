package org.waymark.events.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Recorded;

/**
 * Axon's event store on the log. A stream for a view is woken the moment the durable position moves; Axon's own embedded
 * store would let it look twice a second.
 */
public final class LogEventStore extends AbstractEventStore {

    private final EventLog log;

    private LogEventStore(Builder builder, EventLog log) {
        super(builder);
        this.log = log;
    }

    static LogEventStore on(LogStorageEngine engine, EventLog log) {
        return new Builder(engine, log).build();
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new LogStream(log, LogStorageEngine.positionOf(token));
    }

    private static final class Builder extends AbstractEventStore.Builder {
        private final EventLog log;

        Builder(LogStorageEngine engine, EventLog log) {
            this.log = log;
            storageEngine(engine);
        }

        LogEventStore build() {
            validate();
            return new LogEventStore(this, log);
        }
    }

    /** Reads on from a position, a page at a time; used by one thread, woken by another. */
    private static final class LogStream implements TrackingEventStream {

        private static final int PAGE = 1_000;

        private final EventLog log;
        private final Deque<Recorded> page = new ArrayDeque<>();
        private final Semaphore moved = new Semaphore(0);
        private final EventLog.Subscription subscription;
        private volatile Runnable available = () -> {};
        private long position;

        LogStream(EventLog log, long position) {
            this.log = log;
            this.position = position;
            this.subscription = log.whenDurable(reached -> {
                moved.release();
                available.run();
            });
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            fill();
            return Optional.ofNullable(page.peek()).map(LogStorageEngine::tracked);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            long deadline = System.nanoTime() + unit.toNanos(timeout);
            while (true) {
                moved.drainPermits();
                fill();
                long left = deadline - System.nanoTime();
                if (!page.isEmpty() || left <= 0) {
                    return !page.isEmpty();
                }
                moved.tryAcquire(left, TimeUnit.NANOSECONDS);
            }
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (!hasNextAvailable(1, TimeUnit.MINUTES)) {
                moved.drainPermits();
            }
            Recorded next = page.remove();
            position = next.position();
            return LogStorageEngine.tracked(next);
        }

        private void fill() {
            if (page.isEmpty() && log.position() > position) {
                page.addAll(log.read(position, PAGE));
            }
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            available = callback;
            return true;
        }

        @Override
        public void close() {
            subscription.close();
        }
    }
}
