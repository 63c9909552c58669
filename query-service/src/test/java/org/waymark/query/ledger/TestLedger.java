package org.waymark.query.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.events.Recorded;
import org.waymark.events.store.EventLog;
import org.waymark.events.store.TestPostgres;

/** A ledger in a database of its own, fed by hand. */
final class TestLedger implements AutoCloseable {

    /** Which database. */
    enum Kind {
        H2,
        POSTGRESQL
    }

    private static final java.util.concurrent.atomic.AtomicInteger DATABASES =
            new java.util.concurrent.atomic.AtomicInteger();

    final HikariDataSource database;
    final Ledger ledger;
    final EventLog log;
    final Positions positions = new Positions();
    private final List<View<?>> all;
    private final TransactionTemplate transactions;
    private Views views;

    TestLedger(Kind kind, EventLog log, View<?>... views) {
        this.log = log;
        this.database = new LedgerConfiguration().readDataSource(settings(kind));
        this.ledger = new Ledger(JdbcClient.create(database));
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        this.all = List.of(views);
        this.views = opened();
    }

    private static ReadSettings settings(Kind kind) {
        return switch (kind) {
            case H2 ->
                new ReadSettings(
                        "jdbc:h2:mem:ledger" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1", "sa", "", 4, "test");
            case POSTGRESQL -> new ReadSettings(TestPostgres.newDatabase(), "postgres", "", 4, "test");
        };
    }

    /** Begins again as after a restart: nothing is remembered but what the database holds. */
    void reopen() {
        views = opened();
    }

    void dropLeftovers() {
        views.dropLeftovers(() -> true);
    }

    private Views opened() {
        return new Views(all, log, new JdbcTemplate(database), transactions, positions);
    }

    Rebuild rebuild() {
        return new Rebuild(all, log, new JdbcTemplate(database), transactions);
    }

    /** Folds what the log holds, a few events at a time. */
    void follow(int atOnce) {
        follow(atOnce, event -> event);
    }

    void follow(int atOnce, UnaryOperator<List<Recorded>> tampering) {
        for (View<?> view : all) {
            long position = ledger.position(view.name());
            while (position < log.position()) {
                List<Recorded> events = tampering.apply(log.read(position, atOnce));
                transactions.executeWithoutResult(_ -> views.fold(view.name(), events));
                position = ledger.position(view.name());
            }
        }
    }

    Moment moment(View<?> view, LocalDate asOf, long knownAt) {
        return new Moment(ledger.position(view.name()), log.epoch(), asOf, knownAt, asOf);
    }

    @Override
    public void close() {
        database.close();
    }
}
