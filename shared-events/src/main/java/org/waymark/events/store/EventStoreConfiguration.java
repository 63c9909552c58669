package org.waymark.events.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log and all that touches its database: the same for a process that appends and for one that only reads. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogSettings.class)
public class EventStoreConfiguration {

    /** How long those who wait have to be answered before a process ends that can't go on. */
    private static final Duration TO_BE_ANSWERED = Duration.ofSeconds(1);

    /** The clock of the node, UTC. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    HikariDataSource logDataSource(LogSettings settings) {
        boolean wasThere = LogCheck.isFile(settings.url());
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("log");
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.username());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(settings.connections());
        HikariDataSource database = new HikariDataSource(pool);
        boolean ready = false;
        try {
            if (wasThere) {
                LogCheck.requireLog(JdbcClient.create(database));
            }
            if (settings.appender()) {
                migrate(settings, database);
            }
            ready = true;
            return database;
        } finally {
            if (!ready) {
                database.close();
            }
        }
    }

    /** Makes or changes the tables as their owner. A process that only reads finds them made. */
    private static void migrate(LogSettings settings, DataSource database) {
        LogSettings.Owner owner = settings.owner();
        FluentConfiguration flyway = Flyway.configure();
        (owner == null
                        ? flyway.dataSource(database)
                        : flyway.dataSource(settings.url(), owner.username(), owner.password()))
                .locations(
                        settings.isPostgres()
                                ? new String[] {"classpath:db/log/postgresql", "classpath:db/log/grants"}
                                : new String[] {"classpath:db/log/h2"})
                .table("log_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(Map.of("commandRole", settings.commandRole(), "queryRole", settings.queryRole()))
                .load()
                .migrate();
    }

    @Bean
    Dialect logDialect(LogSettings settings) {
        return settings.isPostgres() ? Dialect.POSTGRESQL : Dialect.H2;
    }

    @Bean
    ProcessEnd processEnd() {
        return new ProcessEnd(Runtime.getRuntime()::halt, TO_BE_ANSWERED);
    }

    @Bean
    Node node() {
        return new Node(UUID.randomUUID().toString());
    }

    /** Checked before anybody reads or appends. */
    @Bean
    DurablePosition durablePosition(@Qualifier("logDataSource") DataSource database, Dialect dialect) {
        JdbcClient jdbc = JdbcClient.create(database);
        long last = new LogCheck(jdbc).check(dialect);
        if (!dialect.sync().isEmpty()) {
            jdbc.sql(dialect.sync()).update(); // a killed process may have left commits in the page cache
        }
        DurablePosition durable = new DurablePosition();
        durable.publish(last);
        return durable;
    }

    @Bean
    JdbcEventLog eventLog(@Qualifier("logDataSource") DataSource database, DurablePosition durable) {
        return new JdbcEventLog(JdbcClient.create(database), durable);
    }

    @Bean(destroyMethod = "close")
    @Nullable
    Appender appender(
            LogSettings settings,
            @Qualifier("logDataSource") DataSource database,
            Dialect dialect,
            Node node,
            DurablePosition durable,
            Clock clock,
            ProcessEnd end,
            MeterRegistry meters) {
        return settings.appender()
                ? new Appender(database, dialect, node, durable, clock, settings.patience(), end, meters)
                : null;
    }

    @Bean(destroyMethod = "close")
    @Nullable
    OtherAppenders otherAppenders(
            LogSettings settings,
            @Qualifier("logDataSource") DataSource database,
            Node node,
            JdbcEventLog log,
            DurablePosition durable) {
        return settings.isPostgres()
                ? new OtherAppenders(settings, JdbcClient.create(database), node, log, durable)
                : null;
    }

    @Bean
    JdbcReceipts receipts(
            @Qualifier("logDataSource") DataSource database,
            DurablePosition durable,
            ObjectProvider<Appender> appender) {
        Appender here = appender.getIfAvailable();
        return new JdbcReceipts(JdbcClient.create(database), durable, here == null ? () -> {} : here::bringToDisk);
    }

    @Bean
    People people(@Qualifier("logDataSource") DataSource database, Dialect dialect) {
        return new JdbcPeople(JdbcClient.create(database), dialect);
    }
}
