package org.waymark.events.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at the log before anybody may use it: a log that would lose what it acknowledged, or has lost it, is refused. */
final class LogCheck {

    private static final String H2_FILE = "jdbc:h2:file:";

    private final JdbcClient jdbc;

    LogCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Tells whether the log is to be in a file that is there already. */
    static boolean isFile(String url) {
        return url.startsWith(H2_FILE)
                && Files.exists(Path.of(url.substring(H2_FILE.length()).split(";")[0] + ".mv.db"));
    }

    /**
     * Checks that a file which was there holds a log: H2 takes one that was cut off for a new one, and what was recorded
     * would seem never to have been.
     *
     * @throws LogDamaged if it does not
     */
    static void requireLog(JdbcClient jdbc) {
        long heads = jdbc.sql("SELECT COUNT(*) FROM information_schema.tables WHERE LOWER(table_name) = 'log_head'")
                .query(Long.class)
                .single();
        if (heads == 0) {
            throw new LogDamaged(
                    "The database file of the log holds no log: it was cut off, or its first start was interrupted.",
                    "Restore it from a backup, or remove it to begin anew.");
        }
    }

    /**
     * Checks that the database keeps what it commits and that no position is missing.
     *
     * @return the position of the last event
     * @throws LogDamaged if events are missing or the database is set to lose commits
     */
    long check(Dialect dialect) {
        switch (dialect) {
            case H2 ->
                require(
                        "WRITE_DELAY",
                        "SELECT setting_value FROM information_schema.settings WHERE setting_name = 'WRITE_DELAY'",
                        "0");
            case POSTGRESQL ->
                Map.of(
                                "fsync", "on",
                                "full_page_writes", "on")
                        .forEach((name, value) -> require(name, "SHOW " + name, value));
        }
        if (dialect == Dialect.POSTGRESQL
                && jdbc.sql("SHOW synchronous_commit")
                        .query(String.class)
                        .single()
                        .equals("off")) {
            throw new LogDamaged(
                    "PostgreSQL is set to synchronous_commit = off and would lose acknowledged decisions.",
                    "Set it to on.");
        }
        return gapless();
    }

    private void require(String name, String sql, String value) {
        Set<String> found = Set.copyOf(jdbc.sql(sql).query(String.class).list()); // H2 lists some settings twice
        if (!found.equals(Set.of(value))) {
            throw new LogDamaged(
                    "The database of the log has %s = %s and would lose acknowledged decisions."
                            .formatted(name, String.join(", ", found)),
                    "Set it to %s.".formatted(value));
        }
    }

    private long gapless() {
        long head = jdbc.sql("SELECT position FROM log_head").query(Long.class).single();
        long count = jdbc.sql("SELECT COUNT(*) FROM event").query(Long.class).single();
        long last = jdbc.sql("SELECT COALESCE(MAX(position), 0) FROM event")
                .query(Long.class)
                .single();
        if (head != count || head != last) {
            throw new LogDamaged(
                    "The log should end at position %d without gaps, but holds %d events up to position %d: events were removed or added by hand."
                            .formatted(head, count, last),
                    "Restore it from a backup.");
        }
        return head;
    }
}
