package org.waymark.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.waymark.events.store.TestLog;
import org.waymark.events.store.TestPostgres;

/**
 * One of the two databases, with the settings of the product.
 *
 * @param sync what brings a commit to disk where the commit itself does not
 */
record Store(String name, String url, String user, String sync) {

    /** A log in a folder, as the embedded default keeps it. */
    static Store h2(Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("log").toAbsolutePath()
                + ";WRITE_DELAY=0;RETENTION_TIME=1000;DB_CLOSE_ON_EXIT=FALSE";
        return new Store("H2", url, "sa", "CHECKPOINT SYNC");
    }

    /** A new database of a server with its own defaults, fsync among them. */
    static Store postgres() {
        return new Store("PostgreSQL", TestPostgres.newDatabase(), "postgres", "");
    }

    boolean isPostgres() {
        return sync.isEmpty();
    }

    /** Makes the log's tables. */
    TestLog log(Path folder) {
        return isPostgres() ? TestLog.onPostgres(url) : TestLog.onH2(folder);
    }

    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, user, "");
        connection.setAutoCommit(false);
        return connection;
    }

    /** Returns the settings by which the product uses it; on H2 it finds the log in its data folder. */
    String[] settings() {
        return isPostgres()
                ? new String[] {"--waymark.log.url=" + url, "--waymark.log.username=" + user}
                : new String[0];
    }
}
