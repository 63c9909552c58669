package org.waymark.query.ledger;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Recorded;

/**
 * A view is a fold: rows by key, made from events alone. Implementations MUST be pure and MUST NOT fail on any event.
 *
 * @param <R> the row, a record whose JSON is what the ledger keeps, GET returns and frames carry; lists in it are maps by
 *     key
 */
public interface View<R> {

    /** Returns the name of the view: the same word in the URL, the topic, the table and the processing group. */
    String name();

    Class<R> rowType();

    /** Returns the keys of the rows that this event touches, from the event alone; empty if it concerns none. */
    Set<String> keys(Recorded recorded);

    /**
     * Folds an event into a row.
     *
     * @param row the row before, null if there is none yet
     * @return the row after, null if there is none any more
     */
    @Nullable
    R apply(@Nullable R row, Recorded recorded);

    /**
     * Tells whether a correction takes the place of what it corrects, as in every view but the trail, which shows both.
     * Where it does not, each event MUST have rows of its own: nothing is ever folded into a row again.
     */
    default boolean correctionsReplace() {
        return true;
    }
}
