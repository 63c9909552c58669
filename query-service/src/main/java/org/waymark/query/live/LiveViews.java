package org.waymark.query.live;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * What the live channel asks of the views. All answers come from what is on disk, so every node gives the same; entries
 * are JSON texts, the same that GET returns.
 */
public interface LiveViews {

    /** Returns the identity of the log from which the views are made. */
    String epoch();

    /** Returns the rows of a topic as they are now. */
    State state(Topic topic);

    /**
     * Returns what changed on a topic after a position, each key once, with its row as it is now.
     *
     * @return nothing if the position lies beyond what is known, or too far back to tell
     */
    Optional<State> since(Topic topic, long position);

    /** Calls a listener with each position that the views have reached. The listener MUST return at once. */
    void whenMoved(LongConsumer listener);

    /** Tells whether the views have come to where the log was at the start; before that there is nothing to say. */
    boolean isReady();

    /**
     * Rows of a topic, or changes of rows.
     *
     * @param position up to which they are known; for changes, the last one's
     * @param previous the position of the last change on the topic before these, 0 if there is none
     * @param entries {@code {"key", "at", "row", ...}} each; the row is null when it is gone
     */
    record State(long position, long previous, List<String> entries) {
        public State {
            entries = List.copyOf(entries);
        }
    }
}
