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
    private final @Nullable String json;
    private final String setBy;
    private final Class<R> type;
    private volatile @Nullable R row;

    Entry(String key, LocalDate validFrom, long knownFrom, @Nullable String json, String setBy, Class<R> type) {
        this.key = key;
        this.validFrom = validFrom;
        this.knownFrom = knownFrom;
        this.json = json;
        this.setBy = setBy;
        this.type = type;
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
