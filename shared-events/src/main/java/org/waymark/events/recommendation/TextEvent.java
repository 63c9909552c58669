package org.waymark.events.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;
import org.waymark.events.Retraction;

/** The text of a recommendation from its first draft to its last wording. */
public sealed interface TextEvent extends RecommendationEvent {

    /**
     * A recommendation exists.
     *
     * @param printedAs its number as printed, {@code R1.1} for instance
     * @param addressees who is asked to act
     * @param pack the rule pack of its review; absent where the review has none on record
     */
    record RecommendationDrafted(
            RecommendationId recommendationId,
            Occurrence on,
            String printedAs,
            @Nullable String title,
            @Nullable String text,
            @Nullable String topic,
            List<Group> addressees,
            @Nullable String pack)
            implements TextEvent {
        public RecommendationDrafted {
            addressees = List.copyOf(addressees);
        }
    }

    record RecommendationReworded(
            RecommendationId recommendationId,
            Occurrence on,
            @Nullable String title,
            String text,
            @Nullable String successMeasures)
            implements TextEvent {}

    record RecommendationMerged(RecommendationId recommendationId, Occurrence on, RecommendationId into)
            implements TextEvent {}

    record RecommendationWithdrawn(RecommendationId recommendationId, Occurrence on) implements TextEvent {}

    /** Takes the fact that {@code on.corrects} names out of the history; {@code on.reason} says why. */
    record RecommendationFactRetracted(
            RecommendationId recommendationId,
            Occurrence on,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Means means,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> also)
            implements TextEvent, Retraction {

        public RecommendationFactRetracted {
            also = List.copyOf(also);
        }

        public RecommendationFactRetracted(RecommendationId recommendationId, Occurrence on) {
            this(recommendationId, on, null, List.of());
        }
    }
}
