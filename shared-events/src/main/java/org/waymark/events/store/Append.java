package org.waymark.events.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What one command asks to append.
 *
 * @param receipt the sender's key and body hash; absent for events that no command sent
 * @param done completed with the position of the last event once it is on disk, or with what stopped it
 */
record Append(List<Entry> entries, @Nullable Asked receipt, CompletableFuture<Long> done) {

    /** An event on its way into the log, already in the form in which it is stored. */
    record Entry(String eventId, String stream, long version, String type, String payload, String metadata) {}

    /** What the receipt keeps of the command. */
    record Asked(String key, String bodyHash) {}

    static Append of(List<Entry> entries, @Nullable Asked receipt) {
        return new Append(List.copyOf(entries), receipt, new CompletableFuture<>());
    }
}
