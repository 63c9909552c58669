package org.waymark.query.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A row at one moment. It is folded when it is looked at first, and remembers what it became.
 *
 * @param <R> the row of the view
 */
public final class Entry<R> {

    private final String key;
    private final @Nullable Source<R> source;
    private final List<Possible> open;
    private final long changedAt;
    private volatile @Nullable Folded<R> folded;
    private volatile @Nullable Made sent;
    private volatile @Nullable Made made;

    /** Folds the row. */
    interface Source<R> {
        Folded<R> fold();
    }

    /**
     * What a row was folded to.
     *
     * @param row the certain one
     * @param stopped where the fold could not go on
     * @param contradictions positions of facts that say what can't be so
     * @param possible folds on with what may have happened
     */
    record Folded<R>(R row, @Nullable Stopped stopped, List<Long> contradictions, Supplier<Steps<R>> possible) {}

    /**
     * The first fact that could not be folded.
     *
     * @param by why
     */
    record Stopped(long at, By by) {}

    /** Why a row can't be folded to its end. */
    public enum By {
        /** A later release recorded the event. */
        RECORDED_BY_A_LATER_RELEASE,
        /** The fold failed: a defect. */
        CAN_NOT_BE_FOLDED
    }

    /**
     * What a row becomes by each of the facts that may have happened, one after the other.
     *
     * @param facts their positions
     */
    public record Steps<R>(List<R> rows, List<Long> facts) {
        static <R> Steps<R> none() {
            return new Steps<>(List.of(), List.of());
        }
    }

    /** What was made of the row, as long as it depends on the same. */
    private record Made(Object by, Object what) {}

    private Entry(String key, @Nullable Source<R> source, List<Possible> open, long changedAt) {
        this.key = key;
        this.source = source;
        this.open = open;
        this.changedAt = changedAt;
    }

    static <R> Entry<R> folded(String key, Source<R> source, long changedAt) {
        return new Entry<>(key, source, List.of(), changedAt);
    }

    static <R> Entry<R> gone(String key, long changedAt) {
        return new Entry<>(key, null, List.of(), changedAt);
    }

    /** Makes an entry of a row that is computed from others. */
    public static <R> Entry<R> computed(String key, R row, long changedAt) {
        return computed(key, row, List.of(), changedAt);
    }

    /**
     * Makes an entry of a row that is computed from others.
     *
     * @param open what is not known of it
     */
    public static <R> Entry<R> computed(String key, R row, List<Possible> open, long changedAt) {
        Entry<R> entry = new Entry<>(key, null, open, changedAt);
        entry.folded = new Folded<>(row, null, List.of(), Steps::none);
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
        return source != null || folded != null;
    }

    /**
     * Returns the row as far as it is certain.
     *
     * @throws IllegalStateException if there is none
     */
    public R row() {
        return folded().row();
    }

    /** Returns the position of the first fact that could not be folded, null if all could. */
    public @Nullable Long stoppedAt() {
        Stopped stopped = folded().stopped();
        return stopped == null ? null : stopped.at();
    }

    /** Returns the positions of facts that say they came after others which stand after them, or stand no more. */
    public List<Long> contradictions() {
        return folded().contradictions();
    }

    /** Returns why it could not be folded, null if all could. */
    public @Nullable By stoppedBy() {
        Stopped stopped = folded().stopped();
        return stopped == null ? null : stopped.by();
    }

    /**
     * Returns where values are not known, and what they may be.
     *
     * @param standing computes from a row what depends on the day; returns null where nothing does
     */
    public List<Possible> possible(Function<R, @Nullable Object> standing) {
        Stopped stopped = folded().stopped();
        if (stopped != null) { // what is computed from a part of the facts is not known
            List<@Nullable Object> values = new ArrayList<>();
            values.add(standing.apply(row()));
            values.add(null);
            return List.of(new Possible("/standing", values, List.of(stopped.at())));
        }
        Steps<R> steps = steps();
        if (steps.rows().isEmpty()) {
            return open;
        }
        List<R> rows = new ArrayList<>();
        rows.add(row());
        rows.addAll(steps.rows());
        List<Possible> possible = new ArrayList<>(Differences.of("/row", rows, steps.facts()));
        possible.addAll(Differences.of("/standing", rows.stream().map(standing).toList(), steps.facts()));
        return possible;
    }

    /** Returns what the row becomes by each of the facts that may have happened; none if there are no such facts. */
    public Steps<R> steps() {
        return folded().possible().get();
    }

    private Folded<R> folded() {
        Folded<R> known = folded;
        if (known == null) {
            if (source == null) {
                throw new IllegalStateException("No row " + key);
            }
            known = source.fold();
            folded = known;
        }
        return known;
    }

    /**
     * Returns the entry as it is sent, written once as long as it depends on the same.
     *
     * @param by what it depends on besides the row
     */
    public byte[] sent(Object by, Function<Entry<R>, byte[]> write) {
        Made known = sent;
        if (known == null || !known.by().equals(by)) {
            known = new Made(by, write.apply(this));
            sent = known;
        }
        return (byte[]) known.what();
    }

    /**
     * Returns what one query makes of the row, made once as long as it depends on the same.
     *
     * @param by what it depends on besides the row
     */
    @SuppressWarnings("unchecked")
    public <T> T made(Object by, Function<Entry<R>, T> make) {
        Made known = made;
        if (known == null || !known.by().equals(by)) {
            known = new Made(by, make.apply(this));
            made = known;
        }
        return (T) known.what();
    }
}
