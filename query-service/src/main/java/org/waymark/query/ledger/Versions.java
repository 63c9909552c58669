package org.waymark.query.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the versions of one run, gathered until {@link #flush}. Within one gathering a version may be opened and closed
 * again: each position leaves its trace, however many events are folded in one transaction.
 */
final class Versions {

    /** The end of what is still believed. */
    static final long OPEN = Long.MAX_VALUE;

    /** A row as believed from a position on; the row is absent where there is none any more. */
    record Version(
            String key,
            LocalDate validFrom,
            long knownFrom,
            long knownTo,
            @Nullable String content,
            String setBy) {

        private Version until(long position) {
            return new Version(key, validFrom, knownFrom, position, content, setBy);
        }

        /** Returns what proves it: all of it but {@code knownTo}, which a later event changes. */
        byte[] digest() {
            StringBuilder json = new StringBuilder(200 + setBy.length() + (content == null ? 4 : content.length()));
            json.append("{\"key\":");
            CanonicalJson.quote(key, json);
            json.append(",\"knownFrom\":").append(knownFrom).append(",\"row\":").append(content);
            json.append(",\"setBy\":")
                    .append(setBy)
                    .append(",\"validFrom\":\"")
                    .append(validFrom)
                    .append("\"}");
            return sha256().digest(json.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private record Slot(String key, LocalDate day) {}

    private record FactRow(String key, long position, LocalDate effectiveOn, String stream) {}

    private final JdbcTemplate jdbc;
    private final String view;
    private final long run;
    private final Map<Slot, Version> opened = new LinkedHashMap<>();
    private final List<Version> openedAndClosed = new ArrayList<>();
    private final List<Object[]> closed = new ArrayList<>();
    private final List<FactRow> facts = new ArrayList<>();
    private final List<Object[]> subjects = new ArrayList<>();

    Versions(JdbcTemplate jdbc, String view, long run) {
        this.jdbc = jdbc;
        this.view = view;
        this.run = run;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("Every Java has SHA-256", impossible);
        }
    }

    void subject(String key) {
        subjects.add(new Object[] {view, run, key});
    }

    void fact(String key, long position, LocalDate effectiveOn, String stream) {
        facts.add(new FactRow(key, position, effectiveOn, stream));
    }

    void open(String key, LocalDate day, long position, @Nullable String content, String setBy) {
        opened.put(new Slot(key, day), new Version(key, day, position, OPEN, content, setBy));
    }

    /** Ends what was believed of a day from a position on. */
    void close(String key, LocalDate day, long position) {
        Version fresh = opened.remove(new Slot(key, day));
        if (fresh == null) {
            closed.add(new Object[] {position, view, run, key, day, OPEN});
        } else {
            openedAndClosed.add(fresh.until(position));
        }
    }

    void flush() {
        update(
                "UPDATE version SET known_to = ? WHERE view = ? AND run = ? AND row_key = ? AND valid_from = ? AND known_to = ?",
                closed);
        insert(openedAndClosed);
        insert(opened.values());
        insertFacts();
        update("INSERT INTO subject (view, run, row_key) VALUES (?, ?, ?)", subjects);
        opened.clear();
        openedAndClosed.clear();
        facts.clear();
    }

    private void update(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
            rows.clear();
        }
    }

    private void insert(Collection<Version> versions) {
        if (versions.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                INSERT INTO version (view, run, row_key, valid_from, known_from, known_to, content, set_by, digest)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, versions, versions.size(), (row, version) -> {
            row.setString(1, view);
            row.setLong(2, run);
            row.setString(3, version.key());
            row.setObject(4, version.validFrom());
            row.setLong(5, version.knownFrom());
            row.setLong(6, version.knownTo());
            row.setString(7, version.content());
            row.setString(8, version.setBy());
            row.setBytes(9, version.digest());
        });
    }

    private void insertFacts() {
        if (facts.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                "INSERT INTO fact (view, run, row_key, position, effective_on, stream) VALUES (?, ?, ?, ?, ?, ?)",
                facts,
                facts.size(),
                (row, fact) -> {
                    row.setString(1, view);
                    row.setLong(2, run);
                    row.setString(3, fact.key());
                    row.setLong(4, fact.position());
                    row.setObject(5, fact.effectiveOn());
                    row.setString(6, fact.stream());
                });
    }

    /** Returns what is believed of a key on the days from one on, and of the last day before it. */
    Believed believed(String key, LocalDate from) {
        flush();
        JdbcClient client = JdbcClient.create(jdbc);
        List<Version> since = client.sql("""
                        SELECT valid_from, known_from, content, set_by FROM version
                        WHERE view = ? AND run = ? AND row_key = ? AND valid_from >= ? AND known_to = ?
                        """)
                .params(view, run, key, from, OPEN)
                .query((row, _) -> version(key, row))
                .list();
        List<Version> before = client.sql("""
                        SELECT valid_from, known_from, content, set_by FROM version
                        WHERE view = ? AND run = ? AND row_key = ? AND valid_from < ? AND known_to = ?
                        ORDER BY valid_from DESC LIMIT 1
                        """)
                .params(view, run, key, from, OPEN)
                .query((row, _) -> version(key, row))
                .list();
        return new Believed(before.isEmpty() ? null : before.getFirst(), since);
    }

    /** What is believed of a key: the version before a day, and those from it on. */
    record Believed(@Nullable Version before, List<Version> since) {}

    private static Version version(String key, java.sql.ResultSet row) throws java.sql.SQLException {
        return new Version(
                key, row.getObject(1, LocalDate.class), row.getLong(2), OPEN, row.getString(3), row.getString(4));
    }

    /** Where a fact of a key is to be found in the log. */
    record Place(String key, long position, LocalDate effectiveOn, String stream) {}

    /** Returns the places of all facts of some keys, those not yet written included. */
    List<Place> facts(Collection<String> keys) {
        flush();
        List<Place> places = new ArrayList<>();
        List<String> left = List.copyOf(keys);
        while (!left.isEmpty()) {
            List<String> some = left.subList(0, Math.min(100, left.size()));
            left = left.subList(some.size(), left.size());
            places.addAll(JdbcClient.create(jdbc)
                    .sql(
                            "SELECT row_key, position, effective_on, stream FROM fact WHERE view = ? AND run = ? AND row_key IN (%s)"
                                    .formatted(String.join(",", java.util.Collections.nCopies(some.size(), "?"))))
                    .params(java.util.stream.Stream.concat(java.util.stream.Stream.of(view, run), some.stream())
                            .toList())
                    .query((row, _) -> new Place(
                            row.getString(1), row.getLong(2), row.getObject(3, LocalDate.class), row.getString(4)))
                    .list());
        }
        return places;
    }

    /** Returns the keys of the rows that an event is a fact of. */
    List<String> keysAt(long position) {
        flush();
        return JdbcClient.create(jdbc)
                .sql("SELECT row_key FROM fact WHERE view = ? AND run = ? AND position = ?")
                .params(view, run, position)
                .query(String.class)
                .list();
    }
}
