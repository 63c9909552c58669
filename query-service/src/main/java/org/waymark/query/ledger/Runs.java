package org.waymark.query.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/**
 * Keeps how far each view has come. A run is one fold of the log from its beginning: a rebuild makes another beside the one
 * that is shown.
 */
final class Runs {

    /** Of one view. */
    record Token(long run, long position, String epoch) {}

    private static final int DROPPED_AT_ONCE = 500;

    private final JdbcClient jdbc;

    Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Token> token(String view) {
        return find("SELECT run, position, epoch FROM token WHERE view = ?", view);
    }

    /** Returns the token and holds it until the transaction ends, so that nobody else folds or switches the view. */
    Token held(String view) {
        return find("SELECT run, position, epoch FROM token WHERE view = ? FOR UPDATE", view)
                .orElseThrow(() -> new IllegalStateException("The view " + view + " was never begun"));
    }

    private Optional<Token> find(String sql, String view) {
        return jdbc.sql(sql)
                .param(view)
                .query((row, _) -> new Token(row.getLong(1), row.getLong(2), row.getString(3)))
                .optional();
    }

    /** Returns how far each view has come. */
    Map<String, Long> positions() {
        Map<String, Long> positions = new TreeMap<>();
        jdbc.sql("SELECT view, position FROM token")
                .query((row, _) -> positions.put(row.getString(1), row.getLong(2)))
                .list();
        return positions;
    }

    void move(String view, long position) {
        jdbc.sql("UPDATE token SET position = ? WHERE view = ?")
                .params(position, view)
                .update();
    }

    void show(String view, long run) {
        jdbc.sql("UPDATE token SET run = ? WHERE view = ?").params(run, view).update();
    }

    /** Begins another run of a view and returns its number, which no other run has. */
    long begin(String view) {
        KeyHolder number = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO run (view) VALUES (?)").param(view).update(number, "id");
        return Objects.requireNonNull(number.getKeyAs(Long.class));
    }

    /** Shows a new run of a view that was never folded, or whose token can't belong to this log any more. */
    void beginAnew(String view, String epoch) {
        long run = begin(view);
        int known = jdbc.sql("UPDATE token SET run = ?, position = 0, epoch = ? WHERE view = ?")
                .params(run, epoch, view)
                .update();
        if (known == 0) {
            jdbc.sql("INSERT INTO token (view, run, position, epoch) VALUES (?, ?, 0, ?)")
                    .params(view, run, epoch)
                    .update();
        }
    }

    /** Returns every run of a view but some. */
    List<Long> others(String view, Long... kept) {
        List<Long> runs = new ArrayList<>(jdbc.sql("SELECT id FROM run WHERE view = ?")
                .param(view)
                .query(Long.class)
                .list());
        runs.removeAll(List.of(kept));
        return runs;
    }

    /** Drops a part of a run, small enough to hold up nobody; tells whether there is more of it. */
    boolean dropSome(long run) {
        for (String table : List.of("version", "fact", "subject")) {
            Optional<String> farthest = jdbc.sql(
                            "SELECT row_key FROM " + table + " WHERE run = ? ORDER BY run, row_key LIMIT 1 OFFSET ?")
                    .params(run, DROPPED_AT_ONCE)
                    .query(String.class)
                    .optional();
            int dropped = farthest.map(key -> jdbc.sql("DELETE FROM " + table + " WHERE run = ? AND row_key <= ?")
                            .params(run, key)
                            .update())
                    .orElseGet(() -> jdbc.sql("DELETE FROM " + table + " WHERE run = ?")
                            .param(run)
                            .update());
            if (dropped > 0) {
                return true;
            }
        }
        jdbc.sql("DELETE FROM run WHERE id = ?").param(run).update();
        return false;
    }
}
