package org.waymark.events.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.events.store.TestEvents.noted;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the appender does between a command and its answer, seen from the database's side. */
class AppenderTest {

    private final List<String> deeds = new CopyOnWriteArrayList<>();
    private final ProcessEnd end = new ProcessEnd(_ -> {}, Duration.ZERO);
    private final CountDownLatch diskWaits = new CountDownLatch(1);
    private final AtomicBoolean diskIsSlow = new AtomicBoolean();
    private final AtomicBoolean diskFails = new AtomicBoolean();
    private final DurablePosition durable = new DurablePosition();
    private DataSource database;

    @BeforeEach
    void open(@TempDir Path folder) {
        TestLog.onH2(folder).close();
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl(TestLog.h2(folder));
        h2.setUser("sa");
        database = watched(h2);
        durable.whenMoved(position -> deeds.add("readers see " + position));
    }

    private Appender appender(Clock clock) {
        return appender(clock, Duration.ofSeconds(30));
    }

    private Appender appender(Clock clock, Duration patience) {
        return new Appender(
                database, Dialect.H2, new Node("this"), durable, clock, patience, end, new SimpleMeterRegistry());
    }

    @Test
    void a_command_is_answered_after_its_event_is_on_disk() {
        try (Appender appender = appender(Clock.systemUTC())) {
            appender.append(TestLog.asked(noted("ssr2", "one"), 0, "key"));
            deeds.add("answered");
        }
        assertThat(deeds).containsExactly("commit", "on disk", "readers see 1", "answered");
    }

    @Test
    void what_is_not_known_to_be_on_disk_is_neither_answered_nor_read() {
        try (Appender appender = appender(Clock.systemUTC())) {
            diskFails.set(true);
            assertThatThrownBy(() -> appender.append(TestLog.asked(noted("ssr2", "one"), 0, "key")))
                    .isInstanceOf(LogUnavailable.class);
            assertThat(durable.get()).isZero();

            diskFails.set(false);
            JdbcReceipts receipts = new JdbcReceipts(JdbcClient.create(database), durable, appender::bringToDisk);
            assertThat(receipts.find("key"))
                    .hasValueSatisfying(
                            receipt -> assertThat(receipt.position()).isEqualTo(1));
            assertThat(durable.get()).isEqualTo(1);
        }
    }

    @Test
    void the_log_is_never_stamped_earlier_than_before() {
        Instant noon = Instant.parse("2026-11-24T12:00:00Z");
        try (Appender appender = appender(Clock.fixed(noon, ZoneOffset.UTC))) {
            appender.append(TestLog.asked(noted("ssr2", "one"), 0, null));
        }
        try (Appender appender = appender(Clock.fixed(noon.minusSeconds(60), ZoneOffset.UTC))) {
            appender.append(TestLog.asked(noted("ssr2", "two"), 1, null));
        }
        assertThat(new JdbcEventLog(JdbcClient.create(database), durable).read(0, 10))
                .allSatisfy(recorded -> assertThat(recorded.recordedAt()).isEqualTo(noon));
    }

    /** A clock that throws once, in the appender's thread. */
    private static Clock throwing(Error error) {
        AtomicBoolean thrown = new AtomicBoolean();
        return new Clock() {
            @Override
            public Instant instant() {
                if (thrown.compareAndSet(false, true)) {
                    throw error;
                }
                return Instant.parse("2026-11-24T12:00:00Z");
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
    }

    @Test
    void an_error_fails_its_own_commands_and_no_others() {
        try (Appender appender = appender(throwing(new AssertionError("never thought of")))) {
            assertThatThrownBy(() -> appender.append(TestLog.asked(noted("ssr2", "one"), 0, "key")))
                    .isInstanceOf(OutcomeUnknown.class);
            assertThat(appender.append(TestLog.asked(noted("ssr2", "one"), 0, "key")))
                    .isEqualTo(1);
        }
        assertThat(end.isNear()).isFalse();
    }

    @Test
    void a_machine_that_is_at_its_end_answers_all_and_ends_the_process() {
        try (Appender appender = appender(throwing(new OutOfMemoryError("no more")))) {
            assertThatThrownBy(() -> appender.append(TestLog.asked(noted("ssr2", "one"), 0, "key")))
                    .isInstanceOf(LogUnavailable.class);
            assertThatThrownBy(() -> appender.append(TestLog.asked(noted("ssr2", "two"), 0, "other")))
                    .isInstanceOf(LogUnavailable.class);
        }
        assertThat(end.isNear()).isTrue();
    }

    @Test
    void nobody_waits_for_ever_and_the_same_key_tells_what_became_of_it() throws InterruptedException {
        try (Appender appender = appender(Clock.systemUTC(), Duration.ofSeconds(1))) {
            diskIsSlow.set(true);
            assertThatThrownBy(() -> appender.append(TestLog.asked(noted("ssr2", "one"), 0, "key")))
                    .isInstanceOf(OutcomeUnknown.class);
            assertThatThrownBy(() -> appender.append(TestLog.asked(noted("ssr2", "two"), 1, "behind it")))
                    .isInstanceOf(LogUnavailable.class)
                    .isNotInstanceOf(OutcomeUnknown.class)
                    .hasMessageContaining("nothing is recorded");

            CountDownLatch onDisk = new CountDownLatch(1);
            durable.whenMoved(_ -> onDisk.countDown());
            diskIsSlow.set(false);
            diskWaits.countDown();
            assertThat(onDisk.await(60, TimeUnit.SECONDS)).isTrue();
            JdbcReceipts receipts = new JdbcReceipts(JdbcClient.create(database), durable, appender::bringToDisk);
            assertThat(receipts.find("key")).isPresent();
            assertThat(receipts.find("behind it")).isEmpty();
        }
    }

    @Test
    void nothing_in_flight_is_lost_when_it_closes() {
        Appender appender = appender(Clock.systemUTC());
        List<Append> asked = java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> TestLog.asked(noted("closing-" + i, "in flight"), 0, null))
                .toList();
        asked.forEach(append -> Thread.ofVirtual().start(() -> appender.append(append)));
        appender.append(TestLog.asked(noted("last", "answered"), 0, null));
        appender.close();
        assertThatThrownBy(() -> appender.append(TestLog.asked(noted("late", "refused"), 0, null)))
                .isInstanceOf(LogUnavailable.class);
        long answered = asked.stream()
                .filter(append -> append.done().isDone() && !append.done().isCompletedExceptionally())
                .count();
        assertThat(durable.get()).isEqualTo(answered + 1);
    }

    /** Notes commits and syncs, and lets the disk fail. */
    private DataSource watched(DataSource real) {
        return proxy(
                DataSource.class,
                real,
                connection -> proxy(
                        Connection.class,
                        (Connection) connection,
                        statement -> statement instanceof Statement plain
                                ? proxy(Statement.class, plain, UnaryOperator.identity())
                                : statement));
    }

    private <T> T proxy(Class<T> type, T real, UnaryOperator<Object> wrap) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    boolean sync = method.getName().equals("execute") && "CHECKPOINT SYNC".equals(arguments[0]);
                    if (sync && diskFails.get()) {
                        throw new SQLException("the disk fails");
                    }
                    if (sync && diskIsSlow.get()) {
                        diskWaits.await();
                    }
                    Object result;
                    try {
                        result = method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                    if (sync) {
                        deeds.add("on disk");
                    }
                    if (method.getName().equals("commit")) {
                        deeds.add("commit");
                    }
                    boolean wrapped = method.getName().equals("getConnection")
                            || method.getName().equals("createStatement");
                    return wrapped ? wrap.apply(result) : result;
                }));
    }
}
