package org.waymark.command.recommendation;

import org.waymark.command.desk.Command;
import org.waymark.events.recommendation.RecommendationId;

/** What may be asked of a recommendation. The records are the body that is sent, with the id from the path. */
sealed interface RecommendationCommand extends Command
        permits TextCommand, ConsensusCommand, BoardCommand, ImplementationCommand {

    RecommendationId recommendationId();

    @Override
    default String stream() {
        return recommendationId().toString();
    }
}
