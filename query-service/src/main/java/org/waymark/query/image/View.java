package org.waymark.query.image;

import java.util.Set;
import org.waymark.events.Group;
import org.waymark.events.Recorded;

/**
 * A view is a fold: rows by key, made from events alone. Implementations MUST be pure and MUST NOT fail on any event.
 *
 * @param <D> a row while facts are folded into it
 * @param <R> the row
 */
public interface View<D extends Draft<D, R>, R> {

    /** Returns the name of the view: the same word in the URL and the topic. */
    String name();

    /** Returns the keys of the rows that this event touches, from the event alone; empty if it concerns none. */
    Set<String> keys(Recorded recorded);

    /** Returns the bodies that this event names, so that the rows which concern a body are found by it. */
    default Set<Group> bodies(Recorded recorded) {
        return Set.of();
    }

    /**
     * Tells whether an event can change what a row brings to bodies: what takes part, what waits for them, since when. One
     * that surely can't, whatever comes before or after it, need not be read where only that is asked.
     */
    default boolean concernsBodies(Recorded recorded) {
        return true;
    }

    D begin(String key);

    /** Folds an event into a draft. */
    void fold(D draft, Recorded recorded);
}
