package org.waymark.query.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row at one moment. It is folded when it is looked at first, and remembers what it became.
 *
 * @param <R> the row of the view
 */
public final class Entry<R> {

    private final String key;
    private final @Nullable Source<R> source;
    private final long changedAt;
    private volatile @Nullable States<R> states;
    private volatile @Nullable Sent sent;

    /** Folds the row. */
    interface Source<R> {
        States<R> fold();
    }

    /**
     * What a row was folded to.
     *
     * @param row the certain one
     * @param possible what it becomes by each of the facts that may have happened, one after the other
     * @param facts the positions of these
     * @param stoppedAt the position of the first fact that could not be folded
     */
    record States<R>(
            R row,
            List<R> possible,
            List<Long> facts,
            @Nullable Long stoppedAt) {}

    private record Sent(Object by, byte[] bytes) {}

    private Entry(String key, @Nullable Source<R> source, long changedAt) {
        this.key = key;
        this.source = source;
        this.changedAt = changedAt;
    }

    static <R> Entry<R> folded(String key, Source<R> source, long changedAt) {
        return new Entry<>(key, source, changedAt);
    }

    static <R> Entry<R> gone(String key, long changedAt) {
        return new Entry<>(key, null, changedAt);
    }

    /** Makes an entry of a row that is computed from others. */
    public static <R> Entry<R> computed(String key, R row, long changedAt) {
        Entry<R> entry = new Entry<>(key, null, changedAt);
        entry.states = new States<>(row, List.of(), List.of(), null);
        return entry;
    }

    public String key() {
        return key;
    }

    /** Returns the last position at which something became known of the row, be it about another day. */
    public long changedAt() {
        return changedAt;
    }

    /** Tells whether there is a row; there is none before its first certain fact. */
    public boolean exists() {
        return source != null || states != null;
    }

    /**
     * Returns the row as far as it is certain.
     *
     * @throws IllegalStateException if there is none
     */
    public R row() {
        return states().row();
    }

    /** Returns the position of the first fact that could not be folded, null if all could. */
    public @Nullable Long stoppedAt() {
        return states().stoppedAt();
    }

    /**
     * Returns where values are not known, and what they may be.
     *
     * @param standing computes from a row what depends on the day; returns null where nothing does
     */
    public List<Possible> possible(Function<R, @Nullable Object> standing) {
        States<R> known = states();
        if (known.possible().isEmpty()) {
            return List.of();
        }
        List<R> rows = new ArrayList<>();
        rows.add(known.row());
        rows.addAll(known.possible());
        List<Possible> possible = new ArrayList<>(Differences.of("/row", rows, known.facts()));
        possible.addAll(Differences.of("/standing", rows.stream().map(standing).toList(), known.facts()));
        return possible;
    }

    private States<R> states() {
        States<R> known = states;
        if (known == null) {
            if (source == null) {
                throw new IllegalStateException("No row " + key);
            }
            known = source.fold();
            states = known;
        }
        return known;
    }

    /**
     * Returns the entry as it is sent, written once as long as it depends on the same.
     *
     * @param by what it depends on besides the row
     */
    public byte[] sent(Object by, Function<Entry<R>, byte[]> write) {
        Sent known = sent;
        if (known == null || !known.by().equals(by)) {
            known = new Sent(by, write.apply(this));
            sent = known;
        }
        return known.bytes();
    }
}
