package org.waymark.command.recommendation;

import org.jspecify.annotations.Nullable;
import org.waymark.events.Occurrence;
import org.waymark.events.recommendation.ImplementationEvent.CommunityPriority;
import org.waymark.events.recommendation.ImplementationEvent.Effect;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatus;
import org.waymark.events.recommendation.RecommendationId;
import org.waymark.events.review.ReviewId;

/** How an approved recommendation is carried out, judged, and possibly retired. */
sealed interface ImplementationCommand extends RecommendationCommand {

    record AssignCommunityPriority(
            RecommendationId recommendationId,
            Occurrence on,
            CommunityPriority priority,
            @Nullable String urgency,
            @Nullable String importance,
            @Nullable String rationale)
            implements ImplementationCommand {}

    record CompleteImplementationDesign(
            RecommendationId recommendationId,
            Occurrence on,
            @Nullable String document) implements ImplementationCommand {}

    record StartImplementation(RecommendationId recommendationId, Occurrence on) implements ImplementationCommand {}

    /**
     * ICANN org reports where the work stands.
     *
     * @param percent share done, 0 to 100
     */
    record ReportImplementationStatus(
            RecommendationId recommendationId,
            Occurrence on,
            ImplementationStatus status,
            @Nullable Integer percent,
            @Nullable String words)
            implements ImplementationCommand {}

    record RecordDependency(RecommendationId recommendationId, Occurrence on, String dependsOn)
            implements ImplementationCommand {}

    /**
     * The implementer claims completion.
     *
     * @param document the public address of what shows it
     */
    record ClaimCompletion(RecommendationId recommendationId, Occurrence on, String document)
            implements ImplementationCommand {}

    record VerifyCompletion(RecommendationId recommendationId, Occurrence on, String words)
            implements ImplementationCommand {}

    record DisputeCompletion(RecommendationId recommendationId, Occurrence on, String words)
            implements ImplementationCommand {}

    record RequestClarification(RecommendationId recommendationId, Occurrence on, String question)
            implements ImplementationCommand {}

    record GiveClarification(RecommendationId recommendationId, Occurrence on, String answer)
            implements ImplementationCommand {}

    /**
     * A later team judges the effect.
     *
     * @param assessedBy the review whose team judges
     */
    record AssessEffect(
            RecommendationId recommendationId, Occurrence on, ReviewId assessedBy, Effect effect, String words)
            implements ImplementationCommand {}

    record ProposeRetirement(RecommendationId recommendationId, Occurrence on, String rationale)
            implements ImplementationCommand {}

    record RetireRecommendation(RecommendationId recommendationId, Occurrence on) implements ImplementationCommand {}

    /** A proposed retirement is not followed. */
    record KeepRecommendation(RecommendationId recommendationId, Occurrence on) implements ImplementationCommand {}
}
