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

    /** The event changes nothing of what is asked, whatever comes before or after it. */
    byte NONE = 0;

    /** The event may change it each time. */
    byte EACH = 1;

    /**
     * Tells how an event bears on what a row brings to bodies: who takes part, what waits for them, since when. What can't
     * change that need not be read where only that is asked.
     *
     * @return {@link #NONE}, {@link #EACH}, or a larger number of a kind: events of one kind change it only once as long as
     *     nothing else that bears on it comes between them, as two reports one after the other that work is under way
     */
    default byte bearing(Recorded recorded) {
        return EACH;
    }

    /**
     * Tells in which list of its row an event stands, {@link #NONE} in none. What grows without a bound, as the reports on a
     * recommendation, is no field of a row but a list of its facts, read page by page.
     */
    default byte list(Recorded recorded) {
        return NONE;
    }

    /** Returns how far along its life cycle an event alone brings a row, {@link Draft#stage}. */
    default int stage(Recorded recorded) {
        D draft = begin(keys(recorded).iterator().next());
        fold(draft, recorded);
        return draft.stage();
    }

    D begin(String key);

    /** Folds an event into a draft. */
    void fold(D draft, Recorded recorded);
}
