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
import java.util.Map;
import javax.sql.DataSource;
import org.waymark.query.ledger.Positions;
import org.waymark.query.ledger.Rebuild;

/**
 * How fast all views are folded again from the first event, the comparison with what is shown included. The limit writes the
 * very same versions, facts, subjects and tokens into the same tables by batches of the same size, from memory.
 */
final class Refold {

    private static final List<String> VIEWS = List.of("recommendations", "reviews", "trail");

    /** The tables, each with the position whose event made a row. */
    private static final Map<String, String> TABLES =
            Map.of("version", "known_from", "fact", "position", "subject", "1");

    private static final int BATCH = 1_000;

    /** The run under which the limit writes. */
    private static final long RAW = -1;

    /** Positions whose rows are in memory at once. */
    private static final int CHUNK = 5 * BATCH;

    /** No round begins later than that. */
    private static final Duration ROUNDS_BEGIN_WITHIN = Duration.ofSeconds(75);

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
            bench.say(
                    "rebuild: %s, %,d events; the views are folded for the first time".formatted(store.name(), events));
            if (!product.bean(Positions.class).await(VIEWS, events, Duration.ofMinutes(5))) {
                throw new IllegalStateException("The views did not come to position " + events);
            }
            DataSource database = product.context().getBean("readDataSource", DataSource.class);
            long began = System.nanoTime();
            for (int round = 0; round < bench.effort().folds() && inTime(began, round); round++) {
                double seconds = 0;
                double written = 0;
                for (String view : VIEWS) {
                    Rebuild.Result result = product.bean(Rebuild.class).rebuild(view, _ -> {});
                    if (!result.identical()) {
                        throw new IllegalStateException("Folded again, " + view + " is not what is shown");
                    }
                    double once = written(database, view, events);
                    seconds += result.millis() / 1e3;
                    written += once;
                    bench.say(String.format(
                            Locale.ROOT,
                            "rebuild: %s, round %d, %s: %,d versions in %.1f s, raw %.1f s",
                            store.name(),
                            round + 1,
                            view,
                            result.versions(),
                            result.millis() / 1e3,
                            once));
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

    private static boolean inTime(long began, int round) {
        return round == 0 || System.nanoTime() - began < ROUNDS_BEGIN_WITHIN.toNanos();
    }

    /** Writes what is shown of a view once more under another name, and drops it; returns the seconds the writing took. */
    private static double written(DataSource database, String view, int events) throws SQLException {
        long nanos = 0;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int from = 0; from < events; from += CHUNK) {
                for (Map.Entry<String, String> table : TABLES.entrySet()) {
                    List<Object[]> rows = rows(connection, view, table.getKey(), table.getValue(), from);
                    long began = System.nanoTime();
                    insert(connection, table.getKey(), rows);
                    nanos += System.nanoTime() - began;
                }
            }
            try (Statement drop = connection.createStatement()) {
                for (String table : TABLES.keySet()) {
                    drop.executeUpdate("DELETE FROM " + table + " WHERE run = " + RAW);
                }
            }
            connection.commit();
        }
        return nanos / 1e9;
    }

    /** Returns the rows of what is shown that some events made; all subjects with the first of them. */
    private static List<Object[]> rows(Connection connection, String view, String table, String position, int from)
            throws SQLException {
        List<Object[]> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT x.* FROM " + table
                + " x WHERE x.run = (SELECT run FROM token WHERE view = ?) AND " + position + " > ? AND " + position
                + " <= ?")) {
            select.setString(1, view);
            select.setLong(2, from);
            select.setLong(3, from + CHUNK);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Object[] values = new Object[rows.getMetaData().getColumnCount()];
                    values[0] = RAW;
                    for (int column = 2; column <= values.length; column++) {
                        values[column - 1] = rows.getObject(column);
                    }
                    found.add(values);
                }
            }
        }
        connection.commit();
        return found;
    }

    private static void insert(Connection connection, String table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String places = String.join(", ", Collections.nCopies(rows.getFirst().length, "?"));
        try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")");
                PreparedStatement token =
                        connection.prepareStatement("UPDATE token SET claimed_at = claimed_at WHERE view = ?")) {
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
