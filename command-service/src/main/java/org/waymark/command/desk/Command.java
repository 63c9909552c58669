package org.waymark.command.desk;

import org.waymark.events.Occurrence;

/** What somebody asks to be recorded. Each stream seals its own set of records; the verb is the record's name. */
public interface Command {

    /** Returns the name of the stream it is sent to: {@code review/ssr2}. */
    String stream();

    /** Returns when it happened, on what evidence and in whose name. */
    Occurrence on();

    /**
     * Tells whether its rules look at the recommendations of the review. Reading them costs, so the desk does it only for
     * these.
     */
    default boolean looksAtRecommendations() {
        return false;
    }
}
