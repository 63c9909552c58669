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
    record Entry(String eventId, String stream, long version, String type, String payload, String metadata) {

        private static Entry of(Decided decided) {
            return new Entry(
                    decided.eventId(),
                    decided.event().stream(),
                    decided.version(),
                    EventNames.nameOf(decided.event().getClass()),
                    EventJson.write(decided.event()),
                    LogMetaData.write(decided.recorder(), decided.commandId()));
        }
    }

    /** What the receipt keeps of the command. */
    record Asked(String key, String bodyHash) {}

    /** Returns what asks for nothing but that all before it be on disk. */
    static Append nothing() {
        return new Append(List.of(), null, new CompletableFuture<>());
    }

    static Append of(List<Decided> events, @Nullable String bodyHash) {
        String key = events.getLast().recorder().idempotencyKey();
        return new Append(
                events.stream().map(Entry::of).toList(),
                key == null || bodyHash == null ? null : new Asked(key, bodyHash),
                new CompletableFuture<>());
    }
}
