package org.waymark.query.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.events.store.EventLog;

/**
 * The read database, the ledger in it, and the feeds of all views. The database and its transactions are given only to
 * those who ask for them by name: Axon would else put a transaction of the read side around every command.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadSettings.class)
public class LedgerConfiguration {

    @Bean(destroyMethod = "close", defaultCandidate = false)
    HikariDataSource readDataSource(ReadSettings settings) {
        Flyway.configure()
                .dataSource(settings.url(), settings.username(), settings.password())
                .locations("classpath:db/views/" + (settings.isPostgres() ? "postgresql" : "h2"))
                .table("views_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("views");
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.username());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(settings.connections());
        if (settings.isPostgres()) {
            pool.addDataSourceProperty("reWriteBatchedInserts", true); // the ledger only inserts what is new
        }
        return new HikariDataSource(pool);
    }

    @Bean(defaultCandidate = false)
    JdbcTransactionManager readTransactions(@Qualifier("readDataSource") DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean
    Positions positions() {
        return new Positions();
    }

    @Bean
    Ledger ledger(@Qualifier("readDataSource") DataSource database) {
        return new Ledger(JdbcClient.create(database));
    }

    @Bean
    Views views(
            ObjectProvider<View<?>> views,
            EventLog log,
            @Qualifier("readDataSource") DataSource database,
            @Qualifier("readTransactions") JdbcTransactionManager readTransactions,
            Positions positions) {
        return new Views(
                views.stream().toList(),
                log,
                new JdbcTemplate(database),
                new TransactionTemplate(readTransactions),
                positions);
    }

    @Bean
    Rebuild rebuild(
            ObjectProvider<View<?>> views,
            EventLog log,
            @Qualifier("readDataSource") DataSource database,
            @Qualifier("readTransactions") JdbcTransactionManager readTransactions) {
        return new Rebuild(
                views.stream().toList(), log, new JdbcTemplate(database), new TransactionTemplate(readTransactions));
    }

    @Bean
    ViewFeeds viewFeeds(
            ObjectProvider<View<?>> all,
            Views views,
            @Qualifier("eventBus") StreamableMessageSource<TrackedEventMessage<?>> log,
            @Qualifier("readDataSource") DataSource database,
            @Qualifier("readTransactions") JdbcTransactionManager readTransactions,
            Positions positions,
            Clock clock,
            ReadSettings settings) {
        ViewTokens tokens = new ViewTokens(JdbcClient.create(database), clock, settings.node());
        SpringTransactionManager transactions = new SpringTransactionManager(readTransactions);
        return new ViewFeeds(
                views,
                all.stream()
                        .map(view -> new ViewFeed(view.name(), views, log, tokens, transactions))
                        .toList(),
                new Runs(JdbcClient.create(database)),
                positions);
    }
}
