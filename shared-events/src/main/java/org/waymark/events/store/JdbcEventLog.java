package org.waymark.events.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.events.Recorded;

/** Reads the log's tables. What is committed but not yet on disk stays unseen by {@link #read}. */
final class JdbcEventLog implements EventLog {

    private static final String COLUMNS =
            "position, event_id, stream, version, type, recorded_at, payload, metadata, revision FROM event";

    private static final int AT_ONCE = 64;
    private static final String AT = "SELECT " + COLUMNS + " WHERE position IN ("
            + String.join(",", Collections.nCopies(AT_ONCE, "?")) + ") ORDER BY position";

    private final JdbcClient jdbc;
    private final DurablePosition durable;
    private volatile String epoch;

    JdbcEventLog(JdbcClient jdbc, DurablePosition durable) {
        this.jdbc = jdbc;
        this.durable = durable;
        this.epoch = jdbc.sql("SELECT epoch FROM log_head").query(String.class).single();
    }

    @Override
    public String epoch() {
        return epoch;
    }

    boolean isOf(String other) {
        return epoch.equals(other);
    }

    /** Takes note that the log was restored, or another one put in its place. */
    void becomes(String other) {
        epoch = other;
    }

    @Override
    public long position() {
        return durable.get();
    }

    @Override
    public List<Recorded> read(long after, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " WHERE position > ? AND position <= ? ORDER BY position")
                .params(after, Math.min(durable.get(), after + limit))
                .query(JdbcEventLog::recorded)
                .list();
    }

    @Override
    public List<Recorded> at(Collection<Long> positions) {
        List<Long> left = positions.stream().distinct().sorted().toList();
        List<Recorded> events = new ArrayList<>(left.size());
        while (!left.isEmpty()) {
            List<Long> some = left.subList(0, Math.min(AT_ONCE, left.size()));
            left = left.subList(some.size(), left.size());
            // always as many, so that the statement stays the same
            List<Long> padded = new ArrayList<>(some);
            padded.addAll(Collections.nCopies(AT_ONCE - some.size(), some.getFirst()));
            List<Recorded> found =
                    jdbc.sql(AT).params(padded).query(JdbcEventLog::recorded).list();
            if (found.size() != some.size()) {
                throw new IllegalStateException("Of the events at " + some + " the log has " + found.size());
            }
            events.addAll(found);
        }
        return events;
    }

    @Override
    public List<Recorded> stream(String stream) {
        return jdbc.sql("SELECT " + COLUMNS + " WHERE stream = ? ORDER BY version")
                .param(stream)
                .query(JdbcEventLog::recorded)
                .list();
    }

    @Override
    public List<Recorded> streamsUnder(String prefix) {
        return jdbc.sql("SELECT " + COLUMNS + " WHERE stream LIKE ? ORDER BY position")
                .param(prefix + "%")
                .query(JdbcEventLog::recorded)
                .list();
    }

    @Override
    public long stampedBy(Instant instant) {
        return jdbc.sql("""
                        SELECT position FROM event WHERE recorded_at <= ? AND position <= ?
                        ORDER BY recorded_at DESC, position DESC LIMIT 1
                        """)
                .params(instant.atOffset(ZoneOffset.UTC), durable.get())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    @Override
    public Subscription whenDurable(LongConsumer listener) {
        return durable.whenMoved(listener);
    }

    private static Recorded recorded(ResultSet row, int index) throws SQLException {
        String payload = row.getString(7);
        Instant recordedAt = row.getObject(6, OffsetDateTime.class).toInstant();
        return new Recorded(
                row.getString(2),
                row.getLong(1),
                row.getString(3),
                row.getLong(4),
                recordedAt,
                LogMetaData.read(row.getString(8)),
                EventJson.read(
                        row.getString(3),
                        row.getString(5),
                        row.getString(9),
                        payload,
                        LocalDate.ofInstant(recordedAt, ZoneOffset.UTC)),
                payload.length());
    }
}
