package org.waymark.query.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row as it was at one moment, with where each of its values comes from.
 *
 * @param <R> the row of the view
 */
public final class Entry<R> {

    private final String key;
    private final LocalDate validFrom;
    private final long knownFrom;
    private final long changedAt;
    private final @Nullable String json;
    private final String setBy;
    private final Class<R> type;
    private volatile @Nullable R row;

    Entry(String key, LocalDate validFrom, long knownFrom, @Nullable String json, String setBy, Class<R> type) {
        this(key, validFrom, knownFrom, knownFrom, json, setBy, type);
    }

    private Entry(
            String key,
            LocalDate validFrom,
            long knownFrom,
            long changedAt,
            @Nullable String json,
            String setBy,
            Class<R> type) {
        this.key = key;
        this.validFrom = validFrom;
        this.knownFrom = knownFrom;
        this.changedAt = changedAt;
        this.json = json;
        this.setBy = setBy;
        this.type = type;
    }

    /** Makes an entry of a row that is computed from others. */
    @SuppressWarnings("unchecked")
    public static <R> Entry<R> computed(String key, R row, long knownFrom, LocalDate day) {
        String json = CanonicalJson.write(RowJson.tree(row));
        Entry<R> entry = new Entry<>(key, day, knownFrom, json, "{}", (Class<R>) row.getClass());
        entry.row = row;
        return entry;
    }

    public String key() {
        return key;
    }

    /** Returns the day since which the row was so. */
    public LocalDate validFrom() {
        return validFrom;
    }

    /** Returns the position since which it was known to be so. */
    public long knownFrom() {
        return knownFrom;
    }

    /**
     * Returns the last position at which something became known of the row: later than {@link #knownFrom} where that was
     * about an earlier day and left this one as it was.
     */
    public long changedAt() {
        return changedAt;
    }

    Entry<R> changedAt(long position) {
        return new Entry<>(key, validFrom, knownFrom, position, json, setBy, type);
    }

    /** Tells whether an entry of the same row is of the same version of it. */
    boolean isSameVersion(Entry<?> other) {
        return validFrom.equals(other.validFrom) && knownFrom == other.knownFrom && changedAt == other.changedAt;
    }

    /** Returns how much text it holds. */
    int characters() {
        return (json == null ? 0 : json.length()) + setBy.length();
    }

    /** Tells whether there is a row; there is none where a fact that made it was retracted or its effect ended. */
    public boolean exists() {
        return json != null;
    }

    /** Returns the row's JSON as the ledger keeps it, ready to be sent; {@code null} if there is no row. */
    public String json() {
        return json == null ? "null" : json;
    }

    /** Returns, as JSON, the position of the event that set each value, by JSON pointer. */
    public String setBy() {
        return setBy;
    }

    /**
     * Returns the row, read from its JSON once.
     *
     * @throws IllegalStateException if there is none
     */
    public R row() {
        R read = row;
        if (read == null) {
            if (json == null) {
                throw new IllegalStateException("No row " + key);
            }
            read = RowJson.read(json, type);
            row = read;
        }
        return read;
    }
}
