package org.waymark.query.image;

/**
 * A row while facts are folded into it.
 *
 * @param <D> itself
 * @param <R> the row, an immutable record whose JSON GET returns and frames carry; lists in it are maps by key
 */
public interface Draft<D extends Draft<D, R>, R> {

    /** Returns a draft that goes on by itself: what is folded into one MUST NOT show in the other. */
    D copy();

    /** Returns the row that it has become; it MUST NOT change when the draft goes on. */
    R row();

    /**
     * Tells whether the row tells of what a stream is about; by default it does. What MAY have happened to something that it
     * does not tell of is left out: possible facts begin nothing.
     */
    default boolean tellsOf(String stream) {
        return true;
    }

    /** Returns how far along its life cycle it is, 0 if nothing is known of that. */
    int stage();
}
