package org.waymark.query.ledger;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.events.Recorded;
import org.waymark.events.store.EventLog;

/**
 * Folds a view again from the first event, beside the one that is shown, and compares: a view that can't be folded again to
 * the same digest is an incident.
 */
public final class Rebuild {

    private static final int BATCH = 1_000;
    private static final int FETCH = 1_000;

    /**
     * What came of it.
     *
     * @param digest of what was shown, over its versions in the order of key, knowledge and day
     * @param rebuilt of what was folded again; shown from now on
     * @param millis it took to fold and to compare
     */
    public record Result(String view, long position, long versions, String digest, String rebuilt, long millis) {

        public boolean identical() {
            return digest.equals(rebuilt);
        }
    }

    private final Map<String, View<?>> views;
    private final EventLog log;
    private final JdbcTemplate jdbc;
    private final Runs runs;
    private final TransactionTemplate transactions;

    Rebuild(List<View<?>> views, EventLog log, JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.views = views.stream().collect(Collectors.toUnmodifiableMap(View::name, view -> view));
        this.log = log;
        this.jdbc = jdbc;
        this.runs = new Runs(JdbcClient.create(jdbc));
        this.transactions = transactions;
    }

    public boolean knows(String view) {
        return views.containsKey(view);
    }

    /**
     * Folds a view again, compares, and shows what was folded.
     *
     * @param progress is told each position reached
     * @throws IllegalArgumentException if there is no such view
     */
    public synchronized Result rebuild(String name, LongConsumer progress) {
        View<?> view = views.get(name);
        if (view == null) {
            throw new IllegalArgumentException("No view " + name + "; there are " + views.keySet());
        }
        long start = System.nanoTime();
        long shown = runs.token(name).orElseThrow().run();
        long run = runs.begin(name);
        Fold<?> fold = new Fold<>(view, log, jdbc, run, 0);
        while (advance(fold, runs.token(name).orElseThrow().position())) {
            progress.accept(fold.position());
        }
        Result result = transactions.execute(_ -> compareAndShow(name, fold, start));
        for (long other : runs.others(name, run, shown)) { // a page may still read what was shown
            while (Boolean.TRUE.equals(transactions.execute(_ -> runs.dropSome(other)))) {
                progress.accept(fold.position());
            }
        }
        return result;
    }

    /** Folds the next events in a transaction of their own; tells whether there were any. */
    private boolean advance(Fold<?> fold, long target) {
        List<Recorded> events = log.read(fold.position(), (int) Math.min(BATCH, target - fold.position()));
        if (target <= fold.position() || events.isEmpty()) {
            return false;
        }
        transactions.executeWithoutResult(_ -> fold.fold(events));
        return true;
    }

    /** The token is held meanwhile, so that both end at the same position. */
    private Result compareAndShow(String name, Fold<?> fold, long start) {
        Runs.Token shown = runs.held(name);
        while (fold.position() < shown.position()) {
            fold.fold(log.read(fold.position(), (int) Math.min(BATCH, shown.position() - fold.position())));
        }
        Digest before = digest(shown.run());
        Digest after = digest(fold.run());
        runs.show(name, fold.run());
        return new Result(
                name,
                shown.position(),
                after.versions(),
                before.hex(),
                after.hex(),
                (System.nanoTime() - start) / 1_000_000);
    }

    /** Returns the digest of what is shown of a view. */
    public String digest(String view) {
        return digest(runs.token(view).orElseThrow().run()).hex();
    }

    private record Digest(String hex, long versions) {}

    private Digest digest(long run) {
        MessageDigest sum = Versions.sha256();
        long[] versions = {0};
        JdbcTemplate reader = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        reader.setFetchSize(FETCH);
        reader.query(
                "SELECT digest FROM version WHERE run = ? ORDER BY row_key, known_from, valid_from",
                row -> {
                    sum.update(row.getBytes(1));
                    versions[0]++;
                },
                run);
        return new Digest(HexFormat.of().formatHex(sum.digest()), versions[0]);
    }
}
