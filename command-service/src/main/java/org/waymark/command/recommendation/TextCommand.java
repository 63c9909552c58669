package org.waymark.command.recommendation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;
import org.waymark.events.Retraction;
import org.waymark.events.recommendation.RecommendationId;

/** The text of a recommendation, from its first draft to its last wording. */
sealed interface TextCommand extends RecommendationCommand {

    /**
     * Enters a recommendation under its number.
     *
     * @param printedAs its number as printed, {@code R1.1} for instance
     * @param addressees who is asked to act
     */
    record DraftRecommendation(
            RecommendationId recommendationId,
            Occurrence on,
            String printedAs,
            @Nullable String title,
            @Nullable String text,
            @Nullable String topic,
            List<Group> addressees)
            implements TextCommand {
        public DraftRecommendation {
            addressees = List.copyOf(addressees);
        }
    }

    record RewordRecommendation(
            RecommendationId recommendationId,
            Occurrence on,
            @Nullable String title,
            String text,
            @Nullable String successMeasures)
            implements TextCommand {}

    record MergeRecommendation(RecommendationId recommendationId, Occurrence on, RecommendationId into)
            implements TextCommand {}

    record WithdrawRecommendation(RecommendationId recommendationId, Occurrence on) implements TextCommand {}

    /** Takes the fact that {@code on.corrects} names out of the history. */
    record RetractRecommendationFact(
            RecommendationId recommendationId,
            Occurrence on,
            @Nullable Means means,
            List<String> also) implements TextCommand, Retraction {

        public RetractRecommendationFact {
            also = List.copyOf(also);
        }

        RetractRecommendationFact(RecommendationId recommendationId, Occurrence on) {
            this(recommendationId, on, null, List.of());
        }
    }
}
