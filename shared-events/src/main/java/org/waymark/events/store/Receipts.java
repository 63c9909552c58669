package org.waymark.events.store;

import java.util.Optional;

/** Finds the answers already given. */
public interface Receipts {

    /** Returns the answer given to a key, once its event is durable; empty if the key is new or was refused. */
    Optional<Receipt> find(String key);

    /** Keeps in mind a receipt that was just appended, since it is asked for at once. Its event MUST be on disk. */
    void remember(Receipt receipt);
}
