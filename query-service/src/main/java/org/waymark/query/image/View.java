package org.waymark.query.image;

import java.util.Set;
import org.waymark.events.Group;
import org.waymark.events.Recorded;

/**
 * A view is a fold: rows by key, made from events alone. Implementations MUST be pure and MUST NOT fail on any event.
 *
 * @param <D> a row while facts are folded into it; a copy MUST NOT change when the draft it was made of does
 * @param <R> the row, an immutable record whose JSON GET returns and frames carry; lists in it are maps by key
 */
public interface View<D, R> {

    /** Returns the name of the view: the same word in the URL and the topic. */
    String name();

    Class<R> rowType();

    /** Returns the keys of the rows that this event touches, from the event alone; empty if it concerns none. */
    Set<String> keys(Recorded recorded);

    /** Returns the bodies that this event names, so that the rows which concern a body are found by it. */
    default Set<Group> bodies(Recorded recorded) {
        return Set.of();
    }

    D begin(String key);

    D copy(D draft);

    /** Folds an event into a draft. */
    void fold(D draft, Recorded recorded);

    /** Returns the row that a draft has become; it MUST NOT change when the draft goes on. */
    R row(D draft);

    /** Returns how far along its life cycle a draft is, 0 if nothing is known of that. */
    int stage(D draft);
}
