package org.waymark.events.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.LongConsumer;
import org.waymark.events.Recorded;

/**
 * The log as its readers see it: events in the order of their positions, which count from 1 without gaps.
 *
 * <p>A reader never sees beyond the durable position, so what it has seen can't be lost by a crash.
 */
public interface EventLog {

    /** Returns the identity of this log since its creation or restore. */
    String epoch();

    /** Returns the durable position: that of the last event which is safely on disk; 0 when the log is empty. */
    long position();

    /** Returns at most {@code limit} events after a position, in order, up to the durable position. */
    List<Recorded> read(long after, int limit);

    /**
     * Returns the events at some positions, in order.
     *
     * @throws IllegalStateException if the log has none at one of them
     */
    List<Recorded> at(Collection<Long> positions);

    /**
     * Returns a whole stream in the order of its versions, {@code review/ssr2} for instance; empty if there is none. Events
     * not yet on disk are among them: what is decided on them follows them.
     */
    List<Recorded> stream(String stream);

    /** Returns the events of all streams whose name starts so, {@code recommendation/ssr2/}, by position. */
    List<Recorded> streamsUnder(String prefix);

    /** Returns the position of the last event recorded at or before an instant, 0 if there is none. */
    long stampedBy(Instant instant);

    /**
     * Calls a listener with the durable position each time it has moved, appends of other processes included. The
     * listener MUST return at once and MUST NOT throw; positions never decrease, some may be passed over.
     *
     * @return a handle that ends the calls
     */
    Subscription whenDurable(LongConsumer listener);

    /** Ends the calls to a listener. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
