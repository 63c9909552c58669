package org.waymark.events.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Appends on PostgreSQL by one statement, which is the whole transaction and one round trip. It tells the readers of other
 * processes too: PostgreSQL delivers a notification when what it is about is on disk.
 */
final class AppendOnPostgres implements AppendTransaction {

    private static final String APPEND = """
            WITH head AS (
                UPDATE log_head SET position = position + ?, recorded_at = GREATEST(recorded_at, ?) WHERE id = 1
                RETURNING position, recorded_at),
            numbered AS (
                SELECT head.position - ? + e.nth AS position, head.recorded_at, e.*
                FROM head, unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    WITH ORDINALITY AS e (event_id, stream, version, type, payload, metadata, key, body_hash, nth)),
            events AS (
                INSERT INTO event (position, event_id, stream, version, type, revision, recorded_at, payload, metadata)
                SELECT position, event_id, stream, version, type, '1', recorded_at, payload, metadata FROM numbered),
            receipts AS (
                INSERT INTO receipt (idempotency_key, body_hash, event_id, position, version)
                SELECT key, body_hash, event_id, position, version FROM numbered WHERE key IS NOT NULL)
            SELECT position, pg_notify('waymark_log', ?) FROM head
            """;

    private final DataSource database;
    private final Node node;

    AppendOnPostgres(DataSource database, Node node) {
        this.database = database;
        this.node = node;
    }

    /** An event as the statement takes it; a receipt belongs to the last event of an append. */
    private record Line(Append.Entry entry, Append.@Nullable Asked asked) {}

    @Override
    public long commit(List<Append> batch, Instant now) throws SQLException {
        List<Line> lines = new ArrayList<>();
        for (Append append : batch) {
            append.entries()
                    .forEach(entry ->
                            lines.add(new Line(entry, entry == append.entries().getLast() ? append.receipt() : null)));
        }
        try (Connection connection = database.getConnection();
                PreparedStatement append = connection.prepareStatement(APPEND)) {
            append.setInt(1, lines.size());
            append.setObject(2, now.atOffset(ZoneOffset.UTC));
            append.setInt(3, lines.size());
            set(append, 4, "text", lines, line -> line.entry().eventId());
            set(append, 5, "text", lines, line -> line.entry().stream());
            set(append, 6, "bigint", lines, line -> line.entry().version());
            set(append, 7, "text", lines, line -> line.entry().type());
            set(append, 8, "text", lines, line -> line.entry().payload());
            set(append, 9, "text", lines, line -> line.entry().metadata());
            set(
                    append,
                    10,
                    "text",
                    lines,
                    line -> line.asked() == null ? null : line.asked().key());
            set(
                    append,
                    11,
                    "text",
                    lines,
                    line -> line.asked() == null ? null : line.asked().bodyHash());
            append.setString(12, node.name());
            try (ResultSet moved = append.executeQuery()) {
                moved.next();
                return moved.getLong(1);
            }
        }
    }

    private static void set(
            PreparedStatement append, int index, String type, List<Line> lines, Function<Line, @Nullable Object> column)
            throws SQLException {
        append.setArray(
                index,
                append.getConnection()
                        .createArrayOf(type, lines.stream().map(column).toArray()));
    }
}
