package org.waymark.events.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Follows what other processes append on PostgreSQL: each append comes with a notification in its own transaction that names
 * its node, and this looks by itself when it has heard nothing for a second. PostgreSQL shows a commit only when it is on
 * disk, so the head that is read is the durable position.
 */
final class OtherAppenders implements AutoCloseable {

    private static final int LOOK_AGAIN_MILLIS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(OtherAppenders.class);

    private final LogSettings settings;
    private final JdbcClient jdbc;
    private final Node node;
    private final JdbcEventLog log;
    private final DurablePosition durable;
    private final Thread thread;
    private volatile boolean closed;

    OtherAppenders(LogSettings settings, JdbcClient jdbc, Node node, JdbcEventLog log, DurablePosition durable) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.node = node;
        this.log = log;
        this.durable = durable;
        this.thread = Thread.ofPlatform().name("other-appenders").daemon().start(this::run);
    }

    private void run() {
        while (!closed) {
            try (Connection connection =
                    DriverManager.getConnection(settings.url(), settings.username(), settings.password())) {
                follow(connection);
            } catch (SQLException | RuntimeException lost) {
                if (!closed) {
                    LOG.warn("Lost sight of what other processes append; looking again", lost);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN_MILLIS));
                }
            }
        }
    }

    private void follow(Connection connection) throws SQLException {
        try (Statement listen = connection.createStatement()) {
            listen.execute("LISTEN waymark_log");
        }
        PGConnection told = connection.unwrap(PGConnection.class);
        while (!closed) {
            Head head = head();
            if (log.isOf(head.epoch())) {
                durable.publish(head.position());
            } else { // restored, or another database in its place
                LOG.warn("The log is another one now, which ends at {}", head.position());
                log.becomes(head.epoch());
                durable.restart(head.position());
            }
            waitForOthers(told);
        }
    }

    /** Returns when another process has appended, or nobody has for a while. */
    private void waitForOthers(PGConnection told) throws SQLException {
        PGNotification[] heard;
        do {
            heard = told.getNotifications(LOOK_AGAIN_MILLIS);
        } while (heard.length > 0 && Stream.of(heard).allMatch(this::isOurs));
    }

    private boolean isOurs(PGNotification notification) {
        return notification.getParameter().equals(node.name());
    }

    private record Head(long position, String epoch) {}

    private Head head() {
        return jdbc.sql("SELECT position, epoch FROM log_head")
                .query((row, _) -> new Head(row.getLong(1), row.getString(2)))
                .single();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
