package org.waymark.events.store;

import javax.sql.DataSource;

/** What differs between the databases. */
enum Dialect {
    H2("CHECKPOINT SYNC", "MERGE INTO people (id, name) KEY (id) VALUES (?, ?)"),
    POSTGRESQL("", "INSERT INTO people (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name");

    private final String sync;
    private final String namePerson;

    Dialect(String sync, String namePerson) {
        this.sync = sync;
        this.namePerson = namePerson;
    }

    /** Returns what writes batches into the log. */
    AppendTransaction appends(DataSource database, Node node) {
        return this == H2 ? new AppendOnH2(database) : new AppendOnPostgres(database, node);
    }

    /** Brings what is committed to the disk; empty where the commit does that itself. */
    String sync() {
        return sync;
    }

    String namePerson() {
        return namePerson;
    }
}
