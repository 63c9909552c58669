package org.waymark.events.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Writes a batch of appends in one transaction: head, events and receipts, all or nothing. */
interface AppendTransaction {

    /**
     * Commits the batch.
     *
     * @param now the node's clock; the log is stamped with it, or with its last stamp if that is later
     * @return the position of the last event
     * @throws SQLException if nothing was committed, or if it is unknown whether it was
     */
    long commit(List<Append> batch, Instant now) throws SQLException;

    /** Returns how many events a batch has. */
    static int count(List<Append> batch) {
        return batch.stream().mapToInt(append -> append.entries().size()).sum();
    }
}
