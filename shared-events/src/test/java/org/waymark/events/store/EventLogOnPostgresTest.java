package org.waymark.events.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.events.store.TestEvents.noted;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.waymark.events.Recorded;

class EventLogOnPostgresTest extends EventLogContract {

    @Override
    TestLog open() {
        return TestLog.onPostgres(TestPostgres.newDatabase());
    }

    /**
     * One append is held back by a trigger after it has its position, while another node appends: with positions drawn
     * from a sequence, readers would see later positions first and miss the earlier one for ever.
     */
    @Test
    void a_reader_misses_nothing_while_one_append_is_held_back() throws Exception {
        String url = TestPostgres.newDatabase();
        try (TestLog here = TestLog.onPostgres(url);
                TestLog there = TestLog.onPostgres(url);
                TestLog reader =
                        TestLog.on(url, Map.of("waymark.log.username", "postgres", "waymark.log.appender", "false"));
                Connection holder = DriverManager.getConnection(url, "postgres", "")) {
            holdBackAppendsOfStreamHeld(holder);
            List<Long> seen = new ArrayList<>();
            BlockingQueue<Long> woken = new LinkedBlockingQueue<>();
            reader.log().whenDurable(woken::add);

            CompletableFuture<Long> held = here.appending(noted("held", "held back"), 0);
            waitForBlocked(holder, 1);
            List<CompletableFuture<Long>> others = IntStream.range(0, 20)
                    .mapToObj(i -> there.appending(noted("other-" + i, "not held"), 0))
                    .toList();
            waitForBlocked(holder, 2);
            readOn(reader, seen);
            assertThat(seen).isEmpty();
            assertThat(held).isNotDone();

            execute(holder, "SELECT pg_advisory_unlock(42)");
            held.join();
            others.forEach(CompletableFuture::join);
            while (seen.size() < 21) {
                assertThat(woken.poll(30, TimeUnit.SECONDS))
                        .as("the reader is woken")
                        .isNotNull();
                readOn(reader, seen);
            }
            assertThat(seen)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 21).boxed().toList());
        }
    }

    private static void readOn(TestLog reader, List<Long> seen) {
        long after = seen.isEmpty() ? 0 : seen.getLast();
        reader.log().read(after, 100).stream().map(Recorded::position).forEach(seen::add);
    }

    private static void holdBackAppendsOfStreamHeld(Connection holder) throws SQLException {
        execute(holder, """
                CREATE FUNCTION hold_back() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    PERFORM pg_advisory_xact_lock(42);
                    RETURN NEW;
                END $$
                """);
        execute(holder, """
                CREATE TRIGGER hold_back BEFORE INSERT ON event FOR EACH ROW
                WHEN (NEW.stream = 'review/held') EXECUTE FUNCTION hold_back()
                """);
        execute(holder, "SELECT pg_advisory_lock(42)");
    }

    private static void waitForBlocked(Connection holder, int count) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < deadline) {
            try (Statement ask = holder.createStatement();
                    var answer = ask.executeQuery(
                            "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")) {
                answer.next();
                if (answer.getInt(1) >= count) {
                    return;
                }
            }
        }
        throw new AssertionError("No append waits for a lock");
    }

    @Test
    void neither_service_can_change_or_delete_what_was_recorded() throws SQLException {
        String url = TestPostgres.newDatabase();
        try (Connection owner = DriverManager.getConnection(url, "postgres", "")) {
            execute(owner, "CREATE ROLE waymark_command LOGIN PASSWORD 'test'");
            execute(owner, "CREATE ROLE waymark_query LOGIN PASSWORD 'test'");
        }
        Map<String, Object> asCommand = Map.of(
                "waymark.log.username", "waymark_command",
                "waymark.log.password", "test",
                "waymark.log.owner.username", "postgres",
                "waymark.log.owner.password", "",
                "waymark.log.command-role", "waymark_command",
                "waymark.log.query-role", "waymark_query");
        try (TestLog log = TestLog.on(url, asCommand);
                Connection command = DriverManager.getConnection(url, "waymark_command", "test");
                Connection query = DriverManager.getConnection(url, "waymark_query", "test")) {
            log.append(noted("ssr2", "for ever"), 0, "key");
            for (Connection service : List.of(command, query)) {
                for (String rewrite : List.of(
                        "UPDATE event SET payload = '{}'",
                        "DELETE FROM event",
                        "TRUNCATE event",
                        "UPDATE receipt SET body_hash = ''",
                        "DELETE FROM receipt",
                        "DELETE FROM log_head")) {
                    assertThatThrownBy(() -> execute(service, rewrite)).hasMessageContaining("permission denied");
                }
            }
            assertThatThrownBy(() -> execute(query, "UPDATE log_head SET position = 9"))
                    .hasMessageContaining("permission denied");
            assertThat(log.log().read(0, 10)).hasSize(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
