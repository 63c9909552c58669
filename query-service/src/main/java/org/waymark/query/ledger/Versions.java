package org.waymark.query.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the versions of one run, gathered until {@link #flush}, and reads what is written. Within one gathering a version
 * may be opened and closed again: each position leaves its trace, however many events are folded in one transaction.
 */
final class Versions {

    /** The end of what is still believed. */
    static final long OPEN = Long.MAX_VALUE;

    /** What {@link #read} reads of a version {@code v} joined with its {@link #BASE}. */
    static final String COLUMNS =
            "v.row_key, v.valid_from, v.known_from, v.content, v.set_by, v.base_known_from, b.content, b.set_by";

    static final String BASE = """
            LEFT JOIN version b ON b.run = v.run AND b.row_key = v.row_key
              AND b.valid_from = v.base_day AND b.known_from = v.base_known_from
            """;

    /** The latest day alone: H2 takes it from the index only where the order is all that of the index. */
    private static final String AS_INDEXED = " ORDER BY v.run, v.row_key, v.valid_from DESC LIMIT 1";

    /** A row as believed from a position on; the row is absent where there is none any more. */
    record Version(
            String key,
            LocalDate validFrom,
            long knownFrom,
            @Nullable String content,
            String setBy) {

        /** Returns what proves it: all of it but {@code knownTo}, which a later event changes. */
        byte[] digest() {
            StringBuilder quoted = new StringBuilder(key.length() + 2);
            CanonicalJson.quote(key, quoted);
            MessageDigest sum = sha256();
            add(sum, "{\"key\":" + quoted + ",\"knownFrom\":" + knownFrom + ",\"row\":");
            add(sum, content == null ? "null" : content);
            add(sum, ",\"setBy\":");
            add(sum, setBy);
            add(sum, ",\"validFrom\":\"" + validFrom + "\"}");
            return sum.digest();
        }

        private static void add(MessageDigest sum, String text) {
            sum.update(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Names a version of the same key. */
    record Base(LocalDate validFrom, long knownFrom) {}

    /**
     * What a version is kept as: the texts themselves, or edits of those of an earlier version that is kept whole.
     *
     * @param base the version that the texts are edits of; null where they are whole
     */
    record Kept(
            @Nullable String content,
            String setBy,
            @Nullable Base base) {
        static Kept whole(@Nullable String content, String setBy) {
            return new Kept(content, setBy, null);
        }
    }

    private record Written(String key, LocalDate validFrom, long knownFrom, long knownTo, Kept kept, byte[] digest) {

        private Written until(long position) {
            return new Written(key, validFrom, knownFrom, position, kept, digest);
        }
    }

    private record Slot(String key, LocalDate day) {}

    private final JdbcTemplate jdbc;
    private final long run;
    private final Map<Slot, Written> opened = new LinkedHashMap<>();
    private final List<Written> openedAndClosed = new ArrayList<>();
    private final List<Object[]> closed = new ArrayList<>();
    private final List<Place> facts = new ArrayList<>();
    private final List<Object[]> subjects = new ArrayList<>();

    Versions(JdbcTemplate jdbc, long run) {
        this.jdbc = jdbc;
        this.run = run;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("Every Java has SHA-256", impossible);
        }
    }

    static Version read(ResultSet row) throws SQLException {
        String content = row.getString(4);
        String setBy = row.getString(5);
        row.getLong(6);
        if (!row.wasNull()) {
            String baseContent = row.getString(7);
            if (content == null || baseContent == null) {
                throw new IllegalStateException(
                        "The version of %s that others are edits of is gone; fold the view again"
                                .formatted(row.getString(1)));
            }
            content = Edits.applied(baseContent, content);
            setBy = Edits.applied(row.getString(8), setBy);
        }
        return new Version(row.getString(1), row.getObject(2, LocalDate.class), row.getLong(3), content, setBy);
    }

    void subject(String key) {
        subjects.add(new Object[] {run, key});
    }

    void fact(Place place) {
        facts.add(place);
    }

    void open(Version version, Kept kept) {
        opened.put(
                new Slot(version.key(), version.validFrom()),
                new Written(version.key(), version.validFrom(), version.knownFrom(), OPEN, kept, version.digest()));
    }

    /** Ends what was believed of a day from a position on. */
    void close(String key, LocalDate day, long position) {
        Written fresh = opened.remove(new Slot(key, day));
        if (fresh == null) {
            closed.add(new Object[] {position, run, key, day, OPEN});
        } else {
            openedAndClosed.add(fresh.until(position));
        }
    }

    void flush() {
        update(
                "UPDATE version SET known_to = ? WHERE run = ? AND row_key = ? AND valid_from = ? AND known_to = ?",
                closed);
        insert(openedAndClosed);
        insert(opened.values());
        insertFacts();
        update("INSERT INTO subject (run, row_key) VALUES (?, ?)", subjects);
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

    private void insert(Collection<Written> versions) {
        if (versions.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                INSERT INTO version (run, row_key, valid_from, known_from, known_to, content, set_by, digest, base_day, base_known_from)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, versions, versions.size(), (row, version) -> {
            Base base = version.kept().base();
            row.setLong(1, run);
            row.setString(2, version.key());
            row.setObject(3, version.validFrom());
            row.setLong(4, version.knownFrom());
            row.setLong(5, version.knownTo());
            row.setString(6, version.kept().content());
            row.setString(7, version.kept().setBy());
            row.setBytes(8, version.digest());
            row.setObject(9, base == null ? null : base.validFrom(), Types.DATE);
            row.setObject(10, base == null ? null : base.knownFrom(), Types.BIGINT);
        });
    }

    private void insertFacts() {
        if (facts.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                "INSERT INTO fact (run, row_key, effective_on, position, corrects) VALUES (?, ?, ?, ?, ?)",
                facts,
                facts.size(),
                (row, fact) -> {
                    row.setLong(1, run);
                    row.setString(2, fact.key());
                    row.setObject(3, fact.effectiveOn());
                    row.setLong(4, fact.position());
                    row.setObject(5, fact.corrects(), Types.BIGINT);
                });
    }

    /** Returns what is believed of a key on the days from one on, and of the last day before it. */
    Believed believed(String key, LocalDate from) {
        List<Version> since = believed(key, " AND v.valid_from >= ?", from);
        List<Version> before = believed(key, " AND v.valid_from < ?" + AS_INDEXED, from);
        return new Believed(before.isEmpty() ? null : before.getFirst(), since);
    }

    private List<Version> believed(String key, String which, LocalDate day) {
        return JdbcClient.create(jdbc)
                .sql("SELECT " + COLUMNS + " FROM version v " + BASE
                        + " WHERE v.run = ? AND v.row_key = ? AND v.known_to = ?" + which)
                .params(run, key, OPEN, day)
                .query((row, _) -> read(row))
                .list();
    }

    /** What is believed of a key: the version before a day, and those from it on. */
    record Believed(@Nullable Version before, List<Version> since) {}

    /**
     * Where a fact of a key is to be found in the log.
     *
     * @param corrects the position of the fact whose place it takes
     */
    record Place(
            String key,
            long position,
            LocalDate effectiveOn,
            @Nullable Long corrects) {}

    /** Returns the positions of the facts of a key. */
    List<Long> facts(String key) {
        return JdbcClient.create(jdbc)
                .sql("SELECT position FROM fact WHERE run = ? AND row_key = ?")
                .params(run, key)
                .query(Long.class)
                .list();
    }

    /** Returns the last day from which a fact of a key counts; none if there is no such fact. */
    Optional<LocalDate> lastFact(String key) {
        return JdbcClient.create(jdbc)
                .sql("""
                        SELECT effective_on FROM fact WHERE run = ? AND row_key = ?
                        ORDER BY run, row_key, effective_on DESC LIMIT 1
                        """)
                .params(run, key)
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .optional();
    }
}
