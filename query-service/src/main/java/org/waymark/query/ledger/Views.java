package org.waymark.query.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.events.Recorded;
import org.waymark.events.store.EventLog;

/** The views that are shown: begins them, and folds what was recorded. Row versions, facts and token commit together. */
final class Views {

    private static final Logger LOG = LoggerFactory.getLogger(Views.class);

    private final Map<String, View<?>> views;
    private final Map<String, Fold<?>> folds = new HashMap<>();
    private final Map<String, Long> stops = new ConcurrentHashMap<>();
    private final EventLog log;
    private final JdbcTemplate jdbc;
    private final Runs runs;
    private final TransactionTemplate transactions;
    private final Positions positions;
    private final List<Long> leftovers = new ArrayList<>();

    Views(List<View<?>> views, EventLog log, JdbcTemplate jdbc, TransactionTemplate transactions, Positions positions) {
        Map<String, View<?>> byName = new HashMap<>();
        views.forEach(view -> byName.put(view.name(), view));
        this.views = Map.copyOf(byName);
        this.log = log;
        this.jdbc = jdbc;
        this.runs = new Runs(JdbcClient.create(jdbc));
        this.transactions = transactions;
        this.positions = positions;
        this.views.keySet().forEach(this::begin);
    }

    /** Begins a view that is new, ahead of the log, or of another log: it can't be right, and is folded again. */
    private void begin(String view) {
        transactions.executeWithoutResult(_ -> {
            Optional<Runs.Token> token = runs.token(view);
            if (token.filter(this::canBeOfTheLog).isEmpty()) {
                token.ifPresent(was -> LOG.warn(
                        "Dropping the view {}: it is at {} of {}, the log at {} of {}",
                        view,
                        was.position(),
                        was.epoch(),
                        log.position(),
                        log.epoch()));
                runs.beginAnew(view, log.epoch());
            }
            leftovers.addAll(runs.others(view, runs.token(view).orElseThrow().run()));
        });
        positions.reached(view, runs.token(view).orElseThrow().position());
    }

    /**
     * Drops the runs that were left when this began, such as those that were shown before a view was folded again; bit by
     * bit, since of a long log they are large.
     *
     * @param goesOn is asked before each bit
     */
    void dropLeftovers(BooleanSupplier goesOn) {
        for (long run : leftovers) {
            boolean more = true;
            while (more && goesOn.getAsBoolean()) {
                more = Boolean.TRUE.equals(transactions.execute(_ -> runs.dropSome(run)));
            }
        }
    }

    private boolean canBeOfTheLog(Runs.Token token) {
        return token.epoch().equals(log.epoch()) && token.position() <= log.position();
    }

    /**
     * Folds the next events of a view, in the transaction of the caller. Events it has already folded are passed over.
     *
     * @return whether all were folded; if not, the caller MUST come again with those after the token
     * @throws IllegalStateException if an event is missing in between
     */
    boolean fold(String name, List<Recorded> events) {
        Runs.Token token = runs.held(name);
        Fold<?> fold = at(token, name);
        List<Recorded> next = following(token, name, events);
        if (next.isEmpty()) {
            return true;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    positions.reached(name, fold.position());
                } else {
                    forget(name);
                }
            }
        });
        try {
            fold.fold(next);
        } catch (Fold.Failed failed) {
            stops.put(name, failed.position());
            throw failed;
        }
        runs.move(name, fold.position());
        return next.getLast() == events.getLast();
    }

    /** Returns what is new to a view, up to an event that failed: what comes before it is not held up with it. */
    private List<Recorded> following(Runs.Token token, String name, List<Recorded> events) {
        long stop = Optional.ofNullable(stops.remove(name)).orElse(Long.MAX_VALUE);
        List<Recorded> all = events.stream()
                .filter(event -> event.position() > token.position())
                .toList();
        List<Recorded> before =
                all.stream().filter(event -> event.position() < stop).toList();
        return before.isEmpty() ? all : before;
    }

    private synchronized Fold<?> at(Runs.Token token, String name) {
        Fold<?> fold = folds.get(name);
        if (fold == null || fold.run() != token.run() || fold.position() != token.position()) {
            View<?> view = views.get(name);
            if (view == null) {
                throw new IllegalArgumentException("No view " + name);
            }
            fold = new Fold<>(view, log, jdbc, token.run(), token.position());
            folds.put(name, fold);
        }
        return fold;
    }

    private synchronized void forget(String name) {
        folds.remove(name);
    }
}
