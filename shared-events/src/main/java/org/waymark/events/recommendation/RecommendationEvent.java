package org.waymark.events.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.waymark.events.WaymarkEvent;

/** What is recorded of a recommendation. The records are the stored JSON; once released, names never change. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface RecommendationEvent extends WaymarkEvent
        permits TextEvent, ConsensusEvent, BoardEvent, ImplementationEvent {

    RecommendationId recommendationId();

    @Override
    default String stream() {
        return recommendationId().toString();
    }
}
