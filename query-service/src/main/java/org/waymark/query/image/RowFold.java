package org.waymark.query.image;

import java.util.List;
import org.waymark.events.EffectOrder.Place;

/** How one view folds the facts of one key. */
interface RowFold<D> {

    D begin();

    D copy(D draft);

    /** Tells whether a draft tells of what a stream is about. */
    boolean tellsOf(D draft, String stream);

    /**
     * Folds a fact into a draft.
     *
     * @throws Failed if the fold fails on it; the draft is of no use then
     */
    void fold(D draft, Member fact);

    /** Sees to it that the events of facts are at hand. */
    void fetch(List<Place<Member>> places);

    /** Says that a row can't be folded any farther. */
    final class Failed extends RuntimeException {
        Failed(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
