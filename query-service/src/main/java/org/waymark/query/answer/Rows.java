package org.waymark.query.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.query.image.Entry;
import org.waymark.query.image.Image;
import org.waymark.query.image.Moment;
import org.waymark.query.image.View;

/**
 * The rows of a view as pages, frames and feeds show them: one object behind all of them, so that they can't differ. One
 * bean per view.
 *
 * @param <R> the row
 */
public interface Rows<R> {

    /** Returns the word in the URL and the topic: the view's name, or that of a query over views, {@code groups}. */
    String name();

    /** Returns what a page shows first, ordered by key: all rows, or the newest of a view that grows with every event. */
    List<Entry<R>> all(Moment moment);

    /**
     * Returns each row of which something was recorded after a position, as it is at the moment; one that is not there then
     * does not exist. {@link Entry#changedAt} MUST be after the position.
     */
    List<Entry<R>> changed(Moment moment, long since);

    /** Returns the last position, at most the given one, at which something was recorded of rows whose key starts so. */
    long lastChange(String prefix, long atMost);

    /** Returns what depends on the day on which a row is read; null where nothing does. */
    default @Nullable Object standing(R row, Moment moment) {
        return null;
    }

    /** Returns how the value under a pointer is computed, {@code /standing/state} for instance; empty if it is not. */
    default Optional<Formula> formula(String pointer) {
        return Optional.empty();
    }

    /** Returns an entry as it is sent: the key, the row or null, how it stands, and what of it is not known. */
    default byte[] sent(Entry<R> entry, Moment moment) {
        return entry.sent(moment.asOf(), found -> Answer.entry(found, row -> standing(row, moment)));
    }

    /** Computes from a row what depends on the day. */
    @FunctionalInterface
    interface Standing<R> {
        @Nullable
        Object of(R row, Moment moment);
    }

    /**
     * Returns the rows of a view, with how each stands on the day it is read.
     *
     * @param formulas by pointer of what is computed
     */
    static <R> Rows<R> of(Image image, View<?, R> view, Map<String, Formula> formulas, Standing<R> standing) {
        return new Rows<>() {
            @Override
            public String name() {
                return view.name();
            }

            @Override
            public List<Entry<R>> all(Moment moment) {
                return image.all(view, moment);
            }

            @Override
            public List<Entry<R>> changed(Moment moment, long since) {
                return image.recordedSince(view, moment, since);
            }

            @Override
            public long lastChange(String prefix, long atMost) {
                return image.lastChange(view, prefix, atMost);
            }

            @Override
            public Optional<Formula> formula(String pointer) {
                return formulas.entrySet().stream()
                        .filter(formula -> (pointer + "/").startsWith(formula.getKey() + "/"))
                        .findFirst()
                        .map(Map.Entry::getValue);
            }

            @Override
            public @Nullable Object standing(R row, Moment moment) {
                return standing.of(row, moment);
            }
        };
    }
}
