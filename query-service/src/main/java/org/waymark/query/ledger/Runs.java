package org.waymark.query.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps how far each view has come. A run is one fold of the log from its beginning: a rebuild makes another beside the one
 * that is shown.
 */
final class Runs {

    /** Of one view. */
    record Token(long run, long position, String epoch) {}

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

    /** Begins a view that was never folded, or again one whose token can't belong to this log any more. */
    void begin(String view, String epoch) {
        int known = jdbc.sql("UPDATE token SET run = run + 1, position = 0, epoch = ? WHERE view = ?")
                .params(epoch, view)
                .update();
        if (known == 0) {
            jdbc.sql("INSERT INTO token (view, run, position, epoch) VALUES (?, 1, 0, ?)")
                    .params(view, epoch)
                    .update();
        }
    }

    /** Drops the runs of a view before one. */
    void dropBefore(String view, long run) {
        drop(view, "run < ?", run);
    }

    /** Drops every run of a view but the one that is shown. */
    void dropOthers(String view) {
        drop(view, "run <> ?", token(view).map(Token::run).orElse(0L));
    }

    private void drop(String view, String which, long run) {
        for (String table : new String[] {"version", "fact", "subject"}) {
            jdbc.sql("DELETE FROM " + table + " WHERE view = ? AND " + which)
                    .params(view, run)
                    .update();
        }
    }
}
