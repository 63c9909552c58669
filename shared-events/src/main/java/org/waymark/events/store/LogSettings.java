package org.waymark.events.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the log is kept and what this process may do with it.
 *
 * @param url JDBC address of the log's database, H2 or PostgreSQL
 * @param appender whether this process appends; a process that only reads needs no right to write
 * @param connections to the database, at most
 * @param patience how long a command waits for the log before it is answered that its outcome is not known
 * @param owner who makes and changes the tables; the user itself if absent
 * @param commandRole PostgreSQL role that gets the rights to append, none if empty
 * @param queryRole PostgreSQL role that gets the rights to read, none if empty
 */
@ConfigurationProperties("waymark.log")
public record LogSettings(
        String url,
        @DefaultValue("sa") String username,
        @DefaultValue("") String password,
        @DefaultValue("true") boolean appender,
        @DefaultValue("10") int connections,
        @DefaultValue("30s") Duration patience,
        @Nullable Owner owner,
        @DefaultValue("") String commandRole,
        @DefaultValue("") String queryRole) {

    /** The user that owns the tables. */
    public record Owner(String username, String password) {}

    boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }
}
