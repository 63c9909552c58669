package org.waymark.events.recommendation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;
import org.waymark.events.PersonId;
import org.waymark.events.PlannedDate;
import org.waymark.events.review.Vote;

/** How a team comes to agree on a recommendation and how it ranks it. */
public sealed interface ConsensusEvent extends RecommendationEvent {

    record ConsensusCallOpened(RecommendationId recommendationId, Occurrence on, PlannedDate objectionsUntil)
            implements ConsensusEvent {}

    record PositionStated(
            RecommendationId recommendationId,
            Occurrence on,
            PersonId person,
            @Nullable Group group,
            Position position,
            @Nullable String words)
            implements ConsensusEvent {}

    /**
     * A member objects.
     *
     * @param objection its short name, unique in the recommendation: {@code o1}
     */
    record ObjectionRaised(
            RecommendationId recommendationId, Occurrence on, String objection, PersonId person, String words)
            implements ConsensusEvent {}

    record ObjectionResolved(RecommendationId recommendationId, Occurrence on, String objection, String words)
            implements ConsensusEvent {}

    /**
     * The level of agreement is set.
     *
     * @param vote the count, where a vote took the place of a consensus call
     */
    record ConsensusDesignated(
            RecommendationId recommendationId,
            Occurrence on,
            ConsensusLevel level,
            @Nullable Vote vote) implements ConsensusEvent {}

    record MinorityStatementFiled(
            RecommendationId recommendationId, Occurrence on, List<PersonId> members, List<Group> groups, String words)
            implements ConsensusEvent {
        public MinorityStatementFiled {
            members = List.copyOf(members);
            groups = List.copyOf(groups);
        }
    }

    /** The team ranks it. A priority is never kept without its rationale, unless no source gives one. */
    record RecommendationPrioritized(
            RecommendationId recommendationId,
            Occurrence on,
            TeamPriority priority,
            @Nullable String rationale) implements ConsensusEvent {}

    record RecommendationFinalized(RecommendationId recommendationId, Occurrence on) implements ConsensusEvent {}

    /** What a member says of a recommendation. */
    enum Position {
        SUPPORTS,
        OPPOSES,
        ABSTAINS
    }
}
