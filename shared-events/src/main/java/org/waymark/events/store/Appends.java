package org.waymark.events.store;

/** Tells what this process appends itself: whoever follows the log for what others write need not read that. */
public interface Appends {

    /** Takes the first and the last position of a batch. It MUST return at once and MUST NOT throw. */
    interface Listener {
        void appended(long first, long last);
    }

    /** Calls a listener with each batch, in order, before a reader may see it. */
    void whenAppended(Listener listener);
}
