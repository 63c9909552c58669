package org.waymark.query.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.events.By;
import org.waymark.events.Occurrence;
import org.waymark.events.Precision;
import org.waymark.events.Recorded;
import org.waymark.events.Recorder;
import org.waymark.events.Role;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.ReviewId;
import org.waymark.events.store.EventLog;
import org.waymark.events.store.TestPostgres;

/**
 * Measures the ledger: folding 100,000 events again against writing the very same versions by raw JDBC batches, and reading
 * all rows of a day. Ratios of one run count; run it with {@code h2} or {@code postgresql}.
 */
final class LedgerBench {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerBench.class);
    private static final int EVENTS = Integer.getInteger("events", 100_000);
    private static final int REVIEWS = Integer.getInteger("reviews", 100);
    private static final int BATCH = 1_000;

    private LedgerBench() {}

    static void main(String[] arguments) throws Exception {
        boolean h2 = arguments.length == 0 || arguments[0].equals("h2");
        Path folder = Files.createTempDirectory("waymark-bench");
        ReadSettings settings = h2
                ? new ReadSettings("jdbc:h2:file:" + folder.resolve("views") + ";RETENTION_TIME=1000", "sa", "", 4, "bench")
                : new ReadSettings(TestPostgres.newDatabase(), "postgres", "", 4, "bench");
        FixedLog log = new FixedLog();
        try (HikariDataSource database = new LedgerConfiguration().readDataSource(settings)) {
            for (View<?> view : List.of(new Notes(), new EveryEvent())) {
                measure(database, log, view);
            }
            read(database, log);
        }
    }

    private static void measure(HikariDataSource database, FixedLog log, View<?> view) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        Positions positions = new Positions();
        new Views(List.of(view), log, jdbc, transactions, positions);
        Rebuild rebuild = new Rebuild(List.of(view), log, jdbc, transactions);
        new Runs(JdbcClient.create(jdbc)).move(view.name(), EVENTS);
        for (int round = 0; round < 2; round++) {
            Rebuild.Result result = rebuild.rebuild(view.name(), _ -> {});
            double seconds = result.millis() / 1e3;
            double raw = raw(jdbc, transactions, view.name());
            LOG.info(String.format(
                    Locale.ROOT,
                    "%s: %,d versions; folded again %,.0f/s, raw batches %,.0f/s, ratio %.2f",
                    view.name(), result.versions(), EVENTS / seconds, EVENTS / raw, raw / seconds));
        }
    }

    /** Writes the same versions and facts again and returns the seconds it took. */
    private static double raw(JdbcTemplate jdbc, TransactionTemplate transactions, String view) {
        long run = new Runs(JdbcClient.create(jdbc)).token(view).orElseThrow().run();
        List<Object[]> versions = rows(jdbc, "version", view, run);
        List<Object[]> facts = rows(jdbc, "fact", view, run);
        long start = System.nanoTime();
        insert(jdbc, transactions, "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", versions);
        insert(jdbc, transactions, "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?)", facts);
        double seconds = (System.nanoTime() - start) / 1e9;
        jdbc.update("DELETE FROM version WHERE view = 'raw'");
        jdbc.update("DELETE FROM fact WHERE view = 'raw'");
        return seconds;
    }

    private static List<Object[]> rows(JdbcTemplate jdbc, String table, String view, long run) {
        return jdbc.query(
                "SELECT * FROM " + table + " WHERE view = ? AND run = ?",
                (row, _) -> {
                    Object[] values = new Object[row.getMetaData().getColumnCount()];
                    values[0] = "raw";
                    for (int column = 2; column <= values.length; column++) {
                        values[column - 1] = row.getObject(column);
                    }
                    return values;
                },
                view,
                run);
    }

    private static void insert(JdbcTemplate jdbc, TransactionTemplate transactions, String sql, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<Object[]> some = rows.subList(from, Math.min(from + BATCH, rows.size()));
            transactions.executeWithoutResult(_ -> jdbc.batchUpdate(sql, some));
        }
    }

    private static void read(HikariDataSource database, FixedLog log) {
        Notes notes = new Notes();
        long[] nanos = new long[300];
        for (int index = 0; index < nanos.length; index++) {
            LocalDate asOf = LocalDate.of(2020, 1, 1).plusDays(index * 7L);
            Moment moment = new Moment(EVENTS, log.epoch(), asOf, EVENTS, asOf);
            Ledger ledger = new Ledger(JdbcClient.create(database));    // with nothing remembered
            long start = System.nanoTime();
            ledger.all(notes, moment);
            nanos[index] = System.nanoTime() - start;
        }
        long[] settled = Arrays.copyOfRange(nanos, 50, nanos.length);
        Arrays.sort(settled);
        LOG.info(String.format(
                Locale.ROOT,
                "all rows as of a day: p50 %.1f ms, p95 %.1f ms",
                settled[settled.length / 2] / 1e6, settled[settled.length * 95 / 100] / 1e6));
    }

    /** A log that does not change: notes of many reviews in the order of their days. */
    private static final class FixedLog implements EventLog {

        private final List<Recorded> events = new ArrayList<>(EVENTS);

        FixedLog() {
            Instant at = LocalDate.of(2020, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
            for (int index = 0; index < EVENTS; index++) {
                at = at.plus(Duration.ofMinutes(33));
                ReviewId review = new ReviewId("bench-" + index % REVIEWS);
                Occurrence on = new Occurrence(
                        LocalDate.ofInstant(at, ZoneOffset.UTC), Precision.DAY, List.of(), null, By.of(Role.ORG), null, null);
                OccurrenceNoted event = new OccurrenceNoted(
                        review, on, "kind-" + index / REVIEWS % 40, "words of an occurrence, number " + index);
                events.add(new Recorded(
                        new UUID(0, index).toString(), index + 1L, review.toString(), index / REVIEWS, at,
                        new Recorder(null, "ORG", false, null, null), event));
            }
        }

        @Override
        public String epoch() {
            return "bench";
        }

        @Override
        public long position() {
            return EVENTS;
        }

        @Override
        public List<Recorded> read(long after, int limit) {
            return events.subList((int) after, (int) Math.min(EVENTS, after + limit));
        }

        @Override
        public List<Recorded> stream(String stream) {
            return events.stream().filter(event -> event.stream().equals(stream)).toList();
        }

        @Override
        public List<Recorded> streamsUnder(String prefix) {
            return events.stream().filter(event -> event.stream().startsWith(prefix)).toList();
        }

        @Override
        public long stampedBy(Instant instant) {
            return events.stream().filter(event -> !event.recordedAt().isAfter(instant)).count();
        }

        @Override
        public Subscription whenDurable(LongConsumer listener) {
            return () -> {};
        }
    }
}
