package org.waymark.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Everything that is ever recorded: a {@link org.waymark.events.review.ReviewEvent} or a
 * {@link org.waymark.events.recommendation.RecommendationEvent}, each sealed. This one can't be: sealed types of several
 * packages need a named module.
 */
public interface WaymarkEvent {

    /** Returns when it happened, on what evidence and in whose name. */
    Occurrence on();

    /** Returns the stream it belongs to, {@code review/ssr2} for instance. */
    @JsonIgnore
    String stream();

    /** Tells whether this takes the fact that {@code on.corrects} names out of the history. */
    @JsonIgnore
    default boolean retracts() {
        return this instanceof Retraction;
    }
}
