package org.waymark.events.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the log, and tells what this process appends itself: whoever follows the log for what others write need not
 * read that.
 */
public interface Appends {

    /**
     * Appends events, all or none, and waits until they are on disk.
     *
     * @param events at least one; the last one's key, if its recorder has one, gets the receipt
     * @param bodyHash SHA-256 of the command as sent, for the receipt; absent for events that no command sent
     * @return the position of the last event
     * @throws VersionTaken if another command was first in one of the streams
     * @throws KeyTaken if the idempotency key is taken
     * @throws LogUnavailable if the log could not be written, or is being closed: nothing is recorded
     * @throws OutcomeUnknown if it is not known whether it was, as when the disk does not answer in time
     */
    long append(List<Decided> events, @Nullable String bodyHash);

    /** Takes the first and the last position of a batch. It MUST return at once and MUST NOT throw. */
    interface Listener {
        void appended(long first, long last);
    }

    /** Calls a listener with each batch, in order, before a reader may see it. */
    void whenAppended(Listener listener);
}
