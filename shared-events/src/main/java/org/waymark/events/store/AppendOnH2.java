package org.waymark.events.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/** Appends on H2: moves the head, then writes events and receipts; statements cost next to nothing in the same process. */
final class AppendOnH2 implements AppendTransaction {

    private static final String MOVE_HEAD = """
            SELECT position, recorded_at FROM FINAL TABLE (
                UPDATE log_head SET position = position + ?, recorded_at = GREATEST(recorded_at, ?) WHERE id = 1)
            """;
    private static final String INSERT_EVENT = """
            INSERT INTO event (position, event_id, stream, version, type, revision, recorded_at, payload, metadata)
            VALUES (?, ?, ?, ?, ?, '1', ?, ?, ?)
            """;
    private static final String INSERT_RECEIPT =
            "INSERT INTO receipt (idempotency_key, body_hash, event_id, position, version) VALUES (?, ?, ?, ?, ?)";

    private final DataSource database;

    AppendOnH2(DataSource database) {
        this.database = database;
    }

    @Override
    public long commit(List<Append> batch, Instant now) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long last = write(connection, batch, now.atOffset(ZoneOffset.UTC));
                connection.commit();
                return last;
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    private long write(Connection connection, List<Append> batch, OffsetDateTime now) throws SQLException {
        int count = AppendTransaction.count(batch);
        try (PreparedStatement head = connection.prepareStatement(MOVE_HEAD);
                PreparedStatement event = connection.prepareStatement(INSERT_EVENT);
                PreparedStatement receipt = connection.prepareStatement(INSERT_RECEIPT)) {
            head.setInt(1, count);
            head.setObject(2, now);
            long last;
            OffsetDateTime recordedAt;
            try (ResultSet moved = head.executeQuery()) {
                moved.next();
                last = moved.getLong(1);
                recordedAt = moved.getObject(2, OffsetDateTime.class);
            }
            long position = last - count;
            boolean receipts = false;
            for (Append append : batch) {
                for (Append.Entry entry : append.entries()) {
                    add(event, ++position, entry, recordedAt);
                }
                Append.Asked asked = append.receipt();
                if (asked != null) {
                    receipts = true;
                    add(receipt, asked, append.entries().getLast(), position);
                }
            }
            event.executeBatch();
            if (receipts) {
                receipt.executeBatch();
            }
            return last;
        }
    }

    private static void add(PreparedStatement event, long position, Append.Entry entry, OffsetDateTime recordedAt)
            throws SQLException {
        event.setLong(1, position);
        event.setString(2, entry.eventId());
        event.setString(3, entry.stream());
        event.setLong(4, entry.version());
        event.setString(5, entry.type());
        event.setObject(6, recordedAt);
        event.setString(7, entry.payload());
        event.setString(8, entry.metadata());
        event.addBatch();
    }

    private static void add(PreparedStatement receipt, Append.Asked asked, Append.Entry last, long position)
            throws SQLException {
        receipt.setString(1, asked.key());
        receipt.setString(2, asked.bodyHash());
        receipt.setString(3, last.eventId());
        receipt.setLong(4, position);
        receipt.setLong(5, last.version());
        receipt.addBatch();
    }
}
