package org.waymark.events.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the receipts; one whose event is committed but not known to be on disk is brought there before it is shown. Those
 * given last are kept in mind, since each is asked for at once by the command that it answers.
 */
final class JdbcReceipts implements Receipts {

    private static final int REMEMBERED = 1_000;

    private final Map<String, Receipt> recent = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Receipt> eldest) {
            return size() > REMEMBERED;
        }
    });

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
        Receipt known = recent.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Receipt> receipt = find(jdbc, key);
        if (receipt.isPresent() && receipt.get().position() > durable.get()) {
            bringToDisk.run();
        }
        return receipt;
    }

    @Override
    public void remember(Receipt receipt) {
        recent.put(receipt.key(), receipt);
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
