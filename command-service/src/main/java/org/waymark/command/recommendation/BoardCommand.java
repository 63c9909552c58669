package org.waymark.command.recommendation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;
import org.waymark.events.recommendation.BoardEvent;
import org.waymark.events.recommendation.BoardEvent.Answer;
import org.waymark.events.recommendation.BoardEvent.Disposition;
import org.waymark.events.recommendation.RecommendationId;

/** What the Board does with a recommendation, and what those answer to whom it passes it. */
sealed interface BoardCommand extends RecommendationCommand {

    /**
     * The Board acts on a recommendation or a part of it.
     *
     * @param part the short name of one part; absent or {@code whole} where the Board does not split it
     * @param resolution the number of the resolution
     * @param rationale needed unless approved
     * @param passedTo the bodies it is passed to; given exactly when passed through
     */
    record RecordBoardAction(
            RecommendationId recommendationId,
            Occurrence on,
            @Nullable String part,
            Disposition disposition,
            @Nullable String resolution,
            @Nullable String rationale,
            List<Group> passedTo)
            implements BoardCommand {
        public RecordBoardAction {
            part = part == null ? BoardEvent.WHOLE : part;
            passedTo = List.copyOf(passedTo);
        }
    }

    record NotifyPassThrough(RecommendationId recommendationId, Occurrence on, String part, Group group)
            implements BoardCommand {}

    record AnswerPassThrough(
            RecommendationId recommendationId,
            Occurrence on,
            String part,
            Group group,
            Answer answer,
            @Nullable String words)
            implements BoardCommand {}

    /** A new recommendation takes up a rejected one. */
    record SupplementRecommendation(RecommendationId recommendationId, Occurrence on, RecommendationId supplementedBy)
            implements BoardCommand {}
}
