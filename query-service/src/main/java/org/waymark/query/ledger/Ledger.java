package org.waymark.query.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads rows as they were true on a day and as they were known at a position.
 *
 * <p>What is known at a position never changes, so every answer for one {@link Moment} is the same, however often and on
 * whatever node it is asked.
 */
public final class Ledger {

    private static final String COLUMNS = "SELECT " + Versions.COLUMNS + " FROM ";

    /** The version of each row that counts at a moment; ordered as the index is, so that the first hit is the last. */
    private static final String AT = """
            subject s JOIN version v ON v.run = s.run AND v.row_key = s.row_key
              AND v.valid_from = (
                SELECT x.valid_from FROM version x
                WHERE x.run = s.run AND x.row_key = s.row_key
                  AND x.valid_from <= :asOf AND x.known_from <= :knownAt AND x.known_to > :knownAt
                ORDER BY x.run, x.row_key, x.valid_from DESC LIMIT 1)
              AND v.known_from <= :knownAt AND v.known_to > :knownAt
            """ + Versions.BASE + " WHERE s.run = :run";

    private static final String SEEN = """
             WHERE v.run = :run AND v.known_from <= :knownAt AND v.known_to > :knownAt
              AND v.valid_from <= :asOf
            """;

    /** The same where no version is ever closed: the index alone answers, rows with their long texts are not touched. */
    private static final String WRITTEN = " WHERE v.run = :run AND v.known_from <= :knownAt AND v.valid_from <= :asOf";

    private static final String VERSIONS = "version v ";

    private static final int SNAPSHOTS = 16;

    /** Characters of all snapshots together; the rows that were read from them come on top. */
    private static final long REMEMBERED_CHARACTERS = 16_000_000;

    private record Shown(String view, LocalDate asOf) {}

    private record Snapshot(long run, long knownAt, List<Entry<?>> entries, long characters) {
        Snapshot(long run, long knownAt, List<Entry<?>> entries) {
            this(
                    run,
                    knownAt,
                    entries,
                    entries.stream().mapToLong(Entry::characters).sum());
        }
    }

    private final JdbcClient jdbc;
    private final Runs runs;
    private final Map<Shown, Snapshot> snapshots = new LinkedHashMap<>(SNAPSHOTS, 0.75f, true);

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.runs = new Runs(jdbc);
    }

    /** Returns how far a view has come in the log, 0 before its first event. */
    public long position(String view) {
        return runs.token(view).map(Runs.Token::position).orElse(0L);
    }

    /** Returns one row; empty if there is none at that moment. */
    public <R> Optional<Entry<R>> one(View<R> view, Moment moment, String key) {
        return read(view, moment, Set.of(key)).stream().filter(Entry::exists).findFirst();
    }

    /**
     * Returns all rows of a moment, ordered by key. Not for a view that grows with every event: see {@link #newest}.
     *
     * <p>The rows of the latest moments are remembered; an entry is read from its JSON at most once.
     */
    @SuppressWarnings("unchecked")
    public <R> List<Entry<R>> all(View<R> view, Moment moment) {
        long run = run(view);
        Shown shown = new Shown(view.name(), moment.asOf());
        Snapshot found;
        synchronized (snapshots) {
            found = snapshots.get(shown);
        }
        Snapshot snapshot = found;
        if (found == null || found.run() != run || found.knownAt() > moment.knownAt()) {
            List<Entry<R>> entries = query(view, moment, run, COLUMNS + AT, Map.of());
            snapshot = new Snapshot(run, moment.knownAt(), sorted(alreadyRead(view, run, entries)));
        } else if (found.knownAt() < moment.knownAt()) {
            snapshot = new Snapshot(run, moment.knownAt(), following(view, found, moment));
        }
        if (snapshot != found && (found == null || found.run() != run || found.knownAt() < moment.knownAt())) {
            remember(shown, snapshot);
        }
        return (List<Entry<R>>) (List<?>) snapshot.entries();
    }

    /** Returns, for each entry that the snapshot used last has too, that one: most rows of a day are those of another. */
    private <R> List<Entry<?>> alreadyRead(View<R> view, long run, List<Entry<R>> entries) {
        Map<String, Entry<?>> known = new HashMap<>();
        synchronized (snapshots) {
            snapshots.forEach((shown, snapshot) -> {
                if (shown.view().equals(view.name()) && snapshot.run() == run) {
                    known.clear();
                    snapshot.entries().forEach(entry -> known.put(entry.key(), entry));
                }
            });
        }
        List<Entry<?>> read = new ArrayList<>(entries.size());
        for (Entry<R> entry : entries) {
            Entry<?> same = known.get(entry.key());
            read.add(same != null && same.isSameVersion(entry) ? same : entry);
        }
        return read;
    }

    /** Forgets the snapshots that were used least, until the others are few and small; the last one stays, however large. */
    private void remember(Shown shown, Snapshot snapshot) {
        synchronized (snapshots) {
            snapshots.put(shown, snapshot);
            Iterator<Snapshot> eldest = snapshots.values().iterator();
            long characters =
                    snapshots.values().stream().mapToLong(Snapshot::characters).sum();
            while (snapshots.size() > 1 && (snapshots.size() > SNAPSHOTS || characters > REMEMBERED_CHARACTERS)) {
                characters -= eldest.next().characters();
                eldest.remove();
            }
        }
    }

    private <R> List<Entry<?>> following(View<R> view, Snapshot before, Moment moment) {
        List<Entry<R>> changed = changed(view, moment, before.knownAt());
        if (changed.isEmpty()) {
            return before.entries();
        }
        Map<String, Entry<?>> entries = new TreeMap<>();
        before.entries().forEach(entry -> entries.put(entry.key(), entry));
        changed.forEach(entry -> entries.put(entry.key(), entry));
        return sorted(entries.values());
    }

    private static List<Entry<?>> sorted(Collection<? extends Entry<?>> entries) {
        return entries.stream()
                .filter(Entry::exists)
                .sorted(java.util.Comparator.comparing(Entry::key))
                .collect(Collectors.toUnmodifiableList());
    }

    /** Returns the rows whose key starts so, ordered by key; reads no others. */
    @SuppressWarnings("unchecked")
    public <R> List<Entry<R>> under(View<R> view, Moment moment, String prefix) {
        List<Entry<R>> entries = query(
                view,
                moment,
                run(view),
                COLUMNS + AT + " AND s.row_key >= :first AND s.row_key < :after",
                Map.of("first", prefix, "after", prefix + '\uffff'));
        return sorted(entries).stream().map(entry -> (Entry<R>) entry).toList();
    }

    /**
     * Returns each row of which something became known after a position, as it is at the moment: also those that do not
     * exist any more, and those where only an earlier day was changed. In the order in which the last change became known,
     * at {@link Entry#changedAt}.
     */
    public <R> List<Entry<R>> changed(View<R> view, Moment moment, long since) {
        Map<String, Long> keys = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT row_key, MAX(known_from) FROM version
                        WHERE run = :run AND known_from > :since AND known_from <= :knownAt
                        GROUP BY row_key ORDER BY 2
                        """)
                .param("run", run(view))
                .param("since", since)
                .param("knownAt", moment.knownAt())
                .query((row, _) -> keys.put(row.getString(1), row.getLong(2)))
                .list();
        Map<String, Entry<R>> found = new HashMap<>();
        read(view, moment, keys.keySet()).forEach(entry -> found.put(entry.key(), entry));
        return keys.entrySet().stream()
                .map(key -> found.getOrDefault(key.getKey(), gone(view, moment, key.getKey()))
                        .changedAt(key.getValue()))
                .toList();
    }

    private static <R> Entry<R> gone(View<R> view, Moment moment, String key) {
        return new Entry<>(key, moment.asOf(), moment.knownAt(), null, "{}", view.rowType());
    }

    /** Returns the rows that became known before a position, the newest first, at most so many. */
    public <R> List<Entry<R>> newest(View<R> view, Moment moment, long before, int limit) {
        return query(
                view,
                moment,
                run(view),
                COLUMNS + VERSIONS + Versions.BASE + SEEN
                        + " AND v.content IS NOT NULL AND v.known_from < :before ORDER BY v.run, v.known_from DESC LIMIT :limit",
                Map.of("before", before, "limit", limit));
    }

    /** Returns how many versions are believed at a moment; for a view whose rows never change, how many rows. */
    public long count(View<?> view, Moment moment) {
        return jdbc.sql("SELECT COUNT(*) FROM " + seen(view))
                .params(parameters(moment, run(view)))
                .query(Long.class)
                .single();
    }

    private static String seen(View<?> view) {
        return VERSIONS + (view.correctionsReplace() ? SEEN : WRITTEN);
    }

    /** Returns on how many rows something counts from each day on, of the days between two, both included. */
    public Map<LocalDate, Long> perDay(View<?> view, Moment moment, LocalDate from, LocalDate to) {
        Map<LocalDate, Long> days = new TreeMap<>();
        jdbc.sql("SELECT v.valid_from, COUNT(*) FROM " + seen(view)
                        + " AND v.valid_from BETWEEN :from AND :to GROUP BY v.valid_from")
                .params(parameters(moment, run(view)))
                .param("from", from)
                .param("to", to)
                .query((row, _) -> days.put(row.getObject(1, LocalDate.class), row.getLong(2)))
                .list();
        return days;
    }

    /** Returns the first day on which a row exists, as it is known at the moment; empty if there is none on any day. */
    public Optional<LocalDate> firstDay(View<?> view, Moment moment, String key) {
        return jdbc.sql("""
                        SELECT MIN(valid_from) FROM version
                        WHERE run = :run AND row_key = :key AND content IS NOT NULL
                          AND known_from <= :knownAt AND known_to > :knownAt
                        """)
                .param("key", key)
                .param("run", run(view))
                .param("knownAt", moment.knownAt())
                .query(LocalDate.class)
                .optional();
    }

    /**
     * Returns the last position, at most the given one, at which something became known of a view's rows; 0 if there is
     * none. Given a prefix, only of the rows whose key starts so.
     */
    public long lastChange(View<?> view, String prefix, long atMost) {
        return jdbc.sql("""
                        SELECT known_from FROM version
                        WHERE run = :run AND known_from <= :atMost AND row_key LIKE :prefix
                        ORDER BY run, known_from DESC LIMIT 1
                        """)
                .param("run", run(view))
                .param("atMost", atMost)
                .param("prefix", prefix + "%")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private <R> List<Entry<R>> read(View<R> view, Moment moment, Collection<String> keys) {
        List<Entry<R>> entries = new ArrayList<>();
        List<String> left = List.copyOf(new LinkedHashSet<>(keys));
        while (!left.isEmpty()) {
            List<String> some = left.subList(0, Math.min(200, left.size()));
            left = left.subList(some.size(), left.size());
            String each = view.correctionsReplace()
                    ? AT + " AND s.row_key IN (:keys)"
                    : VERSIONS + Versions.BASE + SEEN + " AND v.row_key IN (:keys)";
            entries.addAll(query(view, moment, run(view), COLUMNS + each, Map.of("keys", some)));
        }
        return entries;
    }

    private <R> List<Entry<R>> query(View<R> view, Moment moment, long run, String sql, Map<String, ?> more) {
        return jdbc.sql(sql)
                .params(parameters(moment, run))
                .params(more)
                .query((row, _) -> entry(row, view.rowType()))
                .list();
    }

    private static Map<String, Object> parameters(Moment moment, long run) {
        return Map.of("run", run, "asOf", moment.asOf(), "knownAt", moment.knownAt());
    }

    private static <R> Entry<R> entry(ResultSet row, Class<R> type) throws SQLException {
        Versions.Version version = Versions.read(row);
        return new Entry<>(
                version.key(), version.validFrom(), version.knownFrom(), version.content(), version.setBy(), type);
    }

    private long run(View<?> view) {
        return runs.token(view.name()).map(Runs.Token::run).orElse(0L);
    }
}
