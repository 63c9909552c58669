package org.waymark.stories;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One command of a story.
 *
 * @param at its line in the file, from 1
 * @param id unique in the story; with the story's id it is the idempotency key
 * @param method POST, or PUT for the name of a person
 * @param actingFor the capacity of whoever records it
 */
record StoryLine(int at, String id, String method, String path, ObjectNode body, String person, String actingFor) {

    boolean names() {
        return path.startsWith("/commands/people/");
    }

    /** Returns the review it belongs to, empty for the name of a person. */
    String review() {
        return names() ? "" : path.split("/")[3];
    }

    /** Returns the stream it goes to: those of one review depend on each other, the others don't. */
    String stream() {
        String[] parts = path.split("/");
        return names() ? path : parts.length > 5 ? parts[3] + "/" + parts[5] : parts[3];
    }

    boolean ofRecommendation() {
        return path.split("/").length > 5;
    }
}
