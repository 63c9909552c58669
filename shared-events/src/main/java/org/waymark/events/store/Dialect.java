package org.waymark.events.store;

/** What differs between the databases. */
enum Dialect {
    H2("""
            SELECT position, recorded_at FROM FINAL TABLE (
                UPDATE log_head SET position = position + ?, recorded_at = GREATEST(recorded_at, ?) WHERE id = 1)
            """, "CHECKPOINT SYNC", "MERGE INTO people (id, name) KEY (id) VALUES (?, ?)"),
    POSTGRESQL(
            """
            UPDATE log_head SET position = position + ?, recorded_at = GREATEST(recorded_at, ?) WHERE id = 1
            RETURNING position, recorded_at
            """, "", "INSERT INTO people (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name");

    private final String moveHead;
    private final String sync;
    private final String namePerson;

    Dialect(String moveHead, String sync, String namePerson) {
        this.moveHead = moveHead;
        this.sync = sync;
        this.namePerson = namePerson;
    }

    /** Moves the head by the first parameter, stamps it no earlier than the second, and returns both. */
    String moveHead() {
        return moveHead;
    }

    /** Brings what is committed to the disk; empty where the commit does that itself. */
    String sync() {
        return sync;
    }

    String namePerson() {
        return namePerson;
    }
}
