package org.waymark.command.recommendation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;
import org.waymark.events.PersonId;
import org.waymark.events.PlannedDate;
import org.waymark.events.recommendation.ConsensusEvent.Position;
import org.waymark.events.recommendation.ConsensusLevel;
import org.waymark.events.recommendation.RecommendationId;
import org.waymark.events.recommendation.TeamPriority;
import org.waymark.events.review.Vote;

/** How a team comes to agree on a recommendation and how it ranks it. */
sealed interface ConsensusCommand extends RecommendationCommand {

    record OpenConsensusCall(RecommendationId recommendationId, Occurrence on, PlannedDate objectionsUntil)
            implements ConsensusCommand {}

    record StatePosition(
            RecommendationId recommendationId,
            Occurrence on,
            PersonId person,
            @Nullable Group group,
            Position position,
            @Nullable String words)
            implements ConsensusCommand {}

    /**
     * A member objects.
     *
     * @param objection its short name, unique in the recommendation: {@code o1}
     */
    record RaiseObjection(
            RecommendationId recommendationId, Occurrence on, String objection, PersonId person, String words)
            implements ConsensusCommand {}

    record ResolveObjection(RecommendationId recommendationId, Occurrence on, String objection, String words)
            implements ConsensusCommand {}

    /**
     * Sets the level of agreement.
     *
     * @param vote the count, where a vote takes the place of a consensus call
     */
    record DesignateConsensus(
            RecommendationId recommendationId,
            Occurrence on,
            ConsensusLevel level,
            @Nullable Vote vote) implements ConsensusCommand {}

    record FileMinorityStatement(
            RecommendationId recommendationId, Occurrence on, List<PersonId> members, List<Group> groups, String words)
            implements ConsensusCommand {
        public FileMinorityStatement {
            members = List.copyOf(members);
            groups = List.copyOf(groups);
        }
    }

    record PrioritizeRecommendation(
            RecommendationId recommendationId,
            Occurrence on,
            TeamPriority priority,
            @Nullable String rationale) implements ConsensusCommand {}

    record FinalizeRecommendation(RecommendationId recommendationId, Occurrence on) implements ConsensusCommand {}
}
