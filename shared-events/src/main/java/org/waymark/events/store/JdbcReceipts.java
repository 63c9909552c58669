package org.waymark.events.store;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the receipts; one whose event is committed but not known to be on disk is brought there before it is shown. */
final class JdbcReceipts implements Receipts {

    private final JdbcClient jdbc;
    private final DurablePosition durable;
    private final Runnable bringToDisk;

    JdbcReceipts(JdbcClient jdbc, DurablePosition durable, Runnable bringToDisk) {
        this.jdbc = jdbc;
        this.durable = durable;
        this.bringToDisk = bringToDisk;
    }

    @Override
    public Optional<Receipt> find(String key) {
        Optional<Receipt> receipt = find(jdbc, key);
        if (receipt.isPresent() && receipt.get().position() > durable.get()) {
            bringToDisk.run();
        }
        return receipt;
    }

    static Optional<Receipt> find(JdbcClient jdbc, String key) {
        return jdbc.sql(
                        "SELECT idempotency_key, body_hash, event_id, position, version FROM receipt WHERE idempotency_key = ?")
                .param(key)
                .query((row, index) -> new Receipt(
                        row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5)))
                .optional();
    }
}
