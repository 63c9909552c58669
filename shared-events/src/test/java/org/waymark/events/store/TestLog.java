package org.waymark.events.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.events.PersonId;
import org.waymark.events.Recorder;
import org.waymark.events.WaymarkEvent;

/** A log for tests with all the beans of the real one. Closing it stops it as a process would stop. */
public final class TestLog implements AutoCloseable {

    private final AnnotationConfigApplicationContext context;

    private TestLog(Map<String, Object> settings) {
        context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.register(EventStoreConfiguration.class);
        context.refresh();
    }

    /** Opens the log in a folder, with H2. */
    public static TestLog onH2(Path folder) {
        return on(h2(folder), Map.of());
    }

    /** Opens the log of a PostgreSQL database. */
    public static TestLog onPostgres(String url) {
        return on(url, Map.of("waymark.log.username", "postgres"));
    }

    static TestLog on(String url, Map<String, Object> more) {
        Map<String, Object> settings = new LinkedHashMap<>(more);
        settings.put("waymark.log.url", url);
        return new TestLog(settings);
    }

    static String h2(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("log").toAbsolutePath()
                + ";WRITE_DELAY=0;RETENTION_TIME=1000;DB_CLOSE_ON_EXIT=FALSE";
    }

    public EventLog log() {
        return context.getBean(EventLog.class);
    }

    public Receipts receipts() {
        return context.getBean(Receipts.class);
    }

    public People people() {
        return context.getBean(People.class);
    }

    public DataSource database() {
        return context.getBean("logDataSource", DataSource.class);
    }

    JdbcClient jdbc() {
        return JdbcClient.create(database());
    }

    public Appends appends() {
        return appender();
    }

    Appender appender() {
        return context.getBean(Appender.class);
    }

    /** Appends one event and returns its position, without a command or a receipt. */
    public long append(WaymarkEvent event, long version) {
        return appender().append(asked(event, version, null));
    }

    /** Appends one event with the idempotency key of a command. */
    public long append(WaymarkEvent event, long version, String key) {
        return appender().append(asked(event, version, key));
    }

    /** Appends one event as another process would. */
    public void appendElsewhere(WaymarkEvent event, long version) {
        appendElsewhere(context, event, version);
    }

    /**
     * Appends one event to the log of a context as another process would, whose appends it has been told of.
     *
     * @param here the context of a service
     */
    public static void appendElsewhere(BeanFactory here, WaymarkEvent event, long version) {
        DataSource database = here.getBean("logDataSource", DataSource.class);
        DurablePosition told = here.getBean(DurablePosition.class);
        Dialect dialect = here.getBean(Dialect.class);
        try (Appender there = new Appender(
                database,
                dialect,
                new Node("another"),
                told,
                Clock.systemUTC(),
                Duration.ofSeconds(30),
                new ProcessEnd(_ -> {}, Duration.ZERO),
                new SimpleMeterRegistry())) {
            there.append(asked(event, version, null));
        }
    }

    /** Appends without waiting, from a thread of its own. */
    CompletableFuture<Long> appending(WaymarkEvent event, long version) {
        return CompletableFuture.supplyAsync(
                () -> append(event, version), run -> Thread.ofVirtual().start(run));
    }

    static Append asked(WaymarkEvent event, long version, @Nullable String key) {
        Recorder recorder = new Recorder(new PersonId("recorder-1"), "ORG", false, null, key);
        Decided decided = new Decided(UUID.randomUUID().toString(), version, recorder, null, event);
        return Append.of(List.of(decided), key == null ? null : "hash-of-" + key);
    }

    @Override
    public void close() {
        context.close();
    }
}
