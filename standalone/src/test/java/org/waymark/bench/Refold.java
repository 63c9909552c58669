package org.waymark.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.waymark.query.ledger.Positions;
import org.waymark.query.ledger.Rebuild;

/**
 * How fast all views are folded again from the first event, the comparison with what is shown included. The limit writes the
 * very same versions, facts, subjects and tokens into the same tables by batches of the same size, from memory.
 */
final class Refold {

    private static final List<String> VIEWS = List.of("recommendations", "reviews", "trail");
    private static final List<String> TABLES = List.of("version", "fact", "subject");
    private static final int BATCH = 1_000;

    /** Rows in memory at once. */
    private static final int CHUNK = 10 * BATCH;

    private Refold() {}

    static List<Line> measure(Bench bench) throws Exception {
        List<Line> lines = new ArrayList<>();
        lines.add(on(bench, Store.h2(bench.longHistory()), bench.longHistory()));
        if (bench.effort().postgres()) {
            Store postgres = Store.postgres();
            bench.writeLongHistory(postgres, bench.folder("rebuild-postgres"));
            lines.add(on(bench, postgres, bench.folder("rebuild-postgres")));
        }
        return lines;
    }

    private static Line on(Bench bench, Store store, Path data) throws Exception {
        int events = bench.effort().events();
        List<Double> folded = new ArrayList<>();
        List<Double> raw = new ArrayList<>();
        try (Inside product = Inside.start(data, store.settings())) {
            bench.say("rebuild: %s, %,d events; the views are folded for the first time".formatted(store.name(), events));
            if (!product.bean(Positions.class).await(VIEWS, events, Duration.ofMinutes(5))) {
                throw new IllegalStateException("The views did not come to position " + events);
            }
            DataSource database = product.context().getBean("readDataSource", DataSource.class);
            for (int round = 0; round < bench.effort().folds(); round++) {
                double seconds = 0;
                double written = 0;
                for (String view : VIEWS) {
                    Rebuild.Result result = product.bean(Rebuild.class).rebuild(view, _ -> {});
                    if (!result.identical()) {
                        throw new IllegalStateException("Folded again, " + view + " is not what is shown");
                    }
                    double once = written(database, view);
                    seconds += result.millis() / 1e3;
                    written += once;
                    bench.say(String.format(Locale.ROOT, "rebuild: %s, round %d, %s: %,d versions in %.1f s, raw %.1f s",
                            store.name(), round + 1, view, result.versions(), result.millis() / 1e3, once));
                }
                folded.add(events / seconds);
                raw.add(events / written);
            }
        }
        double ratio = Rounds.ratio(folded, raw);
        return Line.withAim(
                String.format(Locale.ROOT, "rebuild of all views, %s, %,d events", store.name(), events),
                Line.perSecond(Rounds.median(folded)),
                "the same rows by raw batches: " + Line.perSecond(Rounds.median(raw)),
                Line.ratio(ratio),
                "&ge; 0.5",
                ratio >= 0.5);
    }

    /** Writes what is shown of a view once more under another name, and drops it; returns the seconds the writing took. */
    private static double written(DataSource database, String view) throws SQLException {
        long nanos = 0;
        try (Connection reading = database.getConnection();
                Connection writing = database.getConnection()) {
            reading.setAutoCommit(false);
            writing.setAutoCommit(false);
            for (String table : TABLES) {
                nanos += written(reading, writing, view, table);
            }
            try (Statement drop = writing.createStatement()) {
                for (String table : TABLES) {
                    drop.executeUpdate("DELETE FROM " + table + " WHERE view = 'raw'");
                }
            }
            writing.commit();
        }
        return nanos / 1e9;
    }

    private static long written(Connection reading, Connection writing, String view, String table) throws SQLException {
        long nanos = 0;
        try (PreparedStatement select = reading.prepareStatement("SELECT x.* FROM " + table
                        + " x JOIN token t ON t.view = x.view AND t.run = x.run WHERE x.view = ?"
                        + (table.equals("subject") ? "" : " ORDER BY " + (table.equals("fact") ? "position" : "known_from")))) {
            select.setFetchSize(CHUNK);
            select.setString(1, view);
            try (ResultSet rows = select.executeQuery()) {
                List<Object[]> chunk = chunk(rows);
                while (!chunk.isEmpty()) {
                    long began = System.nanoTime();
                    insert(writing, table, chunk);
                    nanos += System.nanoTime() - began;
                    chunk = chunk(rows);
                }
            }
        }
        reading.rollback();
        return nanos;
    }

    private static List<Object[]> chunk(ResultSet rows) throws SQLException {
        List<Object[]> chunk = new ArrayList<>(CHUNK);
        while (chunk.size() < CHUNK && rows.next()) {
            Object[] values = new Object[rows.getMetaData().getColumnCount()];
            values[0] = "raw";
            for (int column = 2; column <= values.length; column++) {
                values[column - 1] = rows.getObject(column);
            }
            chunk.add(values);
        }
        return chunk;
    }

    private static void insert(Connection connection, String table, List<Object[]> rows) throws SQLException {
        String places = String.join(", ", Collections.nCopies(rows.getFirst().length, "?"));
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")");
                PreparedStatement token = connection.prepareStatement("UPDATE token SET claimed_at = claimed_at WHERE view = ?")) {
            for (int from = 0; from < rows.size(); from += BATCH) {
                for (Object[] row : rows.subList(from, Math.min(from + BATCH, rows.size()))) {
                    for (int column = 0; column < row.length; column++) {
                        insert.setObject(column + 1, row[column]);
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
                token.setString(1, "raw");
                token.executeUpdate();
                connection.commit();
            }
        }
    }
}
