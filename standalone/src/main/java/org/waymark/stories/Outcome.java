package org.waymark.stories;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What became of one line.
 *
 * @param words why, where it was not recorded; what would be recorded, in a dry run
 * @param receipt the server's receipt, or a missing node
 */
record Outcome(StoryLine line, State state, String words, JsonNode receipt) {

    /** The ways in which a line can end. */
    enum State {
        /** Recorded, or in a dry run: would be. */
        RECORDED,
        /** Recorded by an earlier run under the same key. */
        ALREADY,
        /** The name of a person was set, outside the log. */
        NAMED,
        /** A rule said no. */
        REFUSED,
        /** The server can't read it. */
        MALFORMED,
        /** The server failed on it. */
        FAILED,
        /** Not sent, because the run was stopped or the server was gone. */
        NOT_SENT
    }

    boolean bad() {
        return state == State.REFUSED || state == State.MALFORMED || state == State.FAILED;
    }
}
