package org.waymark.query.ledger;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the views are kept; all of it can be dropped and is folded again.
 *
 * @param url JDBC address of the read database, H2 or PostgreSQL
 * @param connections to the database, at most
 * @param node the name under which this process claims views; two processes that share the database need two names
 */
@ConfigurationProperties("waymark.read")
public record ReadSettings(
        String url,
        @DefaultValue("sa") String username,
        @DefaultValue("") String password,
        @DefaultValue("10") int connections,
        @DefaultValue("query-1") String node) {

    boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }
}
