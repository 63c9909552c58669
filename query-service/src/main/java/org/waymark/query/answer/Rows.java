package org.waymark.query.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.query.ledger.Entry;
import org.waymark.query.ledger.Ledger;
import org.waymark.query.ledger.Moment;
import org.waymark.query.ledger.View;

/**
 * The rows of a view as pages, frames and feeds show them: one object behind all of them, so that they can't differ. One
 * bean per view.
 *
 * @param <R> the row
 */
public interface Rows<R> {

    /** Returns the word in the URL and the topic: the view's name, or that of a query over views, {@code groups}. */
    String name();

    /** Returns the names of the views it reads. */
    List<String> views();

    /** Returns what a page shows first, ordered by key: all rows, or the newest of a view that grows with every event. */
    List<Entry<R>> all(Moment moment);

    /**
     * Returns each row of which something became known after a position, as it is at the moment; one that is gone does not
     * exist. {@link Entry#changedAt} MUST be after the position.
     */
    List<Entry<R>> changed(Moment moment, long since);

    /**
     * Returns the last position, at most the given one, at which something became known of rows whose key starts so.
     */
    long lastChange(String prefix, long atMost);

    /** Returns what depends on the day on which the row is read; absent where nothing does. */
    default @Nullable Object standing(Entry<R> entry, Moment moment) {
        return null;
    }

    /** Returns an entry as it is sent: the key, the row or null, what set its values, and how it stands. */
    default String json(Entry<R> entry, Moment moment) {
        return Answer.entry(entry, entry.exists() ? standing(entry, moment) : null);
    }

    /** Returns the rows of a view just as the ledger keeps them. */
    static <R> Rows<R> of(Ledger ledger, View<R> view) {
        return new ViewRows<>(ledger, view, (_, _) -> null);
    }

    /** Returns the rows of a view, with how each stands on the day it is read. */
    static <R> Rows<R> of(Ledger ledger, View<R> view, Standing<R> standing) {
        return new ViewRows<>(ledger, view, standing);
    }

    /** Computes from a row what depends on the day. */
    @FunctionalInterface
    interface Standing<R> {
        @Nullable
        Object of(Entry<R> entry, Moment moment);
    }
}
