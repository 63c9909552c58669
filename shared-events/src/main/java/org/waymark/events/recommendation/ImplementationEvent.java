package org.waymark.events.recommendation;

import org.jspecify.annotations.Nullable;
import org.waymark.events.Occurrence;
import org.waymark.events.review.ReviewId;

/** How an approved recommendation is carried out. Claimed is not verified: each has its own event. */
public sealed interface ImplementationEvent extends RecommendationEvent {

    record CommunityPriorityAssigned(
            RecommendationId recommendationId,
            Occurrence on,
            CommunityPriority priority,
            @Nullable String urgency,
            @Nullable String importance,
            @Nullable String rationale)
            implements ImplementationEvent {}

    record ImplementationDesignCompleted(
            RecommendationId recommendationId,
            Occurrence on,
            @Nullable String document) implements ImplementationEvent {}

    record ImplementationStarted(RecommendationId recommendationId, Occurrence on) implements ImplementationEvent {}

    /**
     * ICANN org reports where the work stands. A report of {@code COMPLETE} is a claim of its author, not a completion.
     *
     * @param percent share done, 0 to 100, where reported
     */
    record ImplementationStatusReported(
            RecommendationId recommendationId,
            Occurrence on,
            ImplementationStatus status,
            @Nullable Integer percent,
            @Nullable String words)
            implements ImplementationEvent {}

    record DependencyRecorded(RecommendationId recommendationId, Occurrence on, String dependsOn)
            implements ImplementationEvent {}

    /** The implementer claims completion and shows a document. */
    record ImplementationCompleted(RecommendationId recommendationId, Occurrence on, String document)
            implements ImplementationEvent {}

    record CompletionVerified(RecommendationId recommendationId, Occurrence on, String words)
            implements ImplementationEvent {}

    record CompletionDisputed(RecommendationId recommendationId, Occurrence on, String words)
            implements ImplementationEvent {}

    record ClarificationRequested(RecommendationId recommendationId, Occurrence on, String question)
            implements ImplementationEvent {}

    record ClarificationGiven(RecommendationId recommendationId, Occurrence on, String answer)
            implements ImplementationEvent {}

    /**
     * A later team judges the effect.
     *
     * @param assessedBy the review whose team judged
     */
    record EffectAssessed(
            RecommendationId recommendationId, Occurrence on, ReviewId assessedBy, Effect effect, String words)
            implements ImplementationEvent {}

    record RetirementProposed(RecommendationId recommendationId, Occurrence on, String rationale)
            implements ImplementationEvent {}

    record RecommendationRetired(RecommendationId recommendationId, Occurrence on) implements ImplementationEvent {}

    /** A proposed retirement is not followed. */
    record RecommendationKept(RecommendationId recommendationId, Occurrence on) implements ImplementationEvent {}

    /** The Planning Prioritization Group's level. Source: GLOSSARY "community priority". */
    enum CommunityPriority {
        P1,
        P2,
        P3,
        P4,
        NOT_ELIGIBLE
    }

    /** Status words of ICANN org's reports. */
    enum ImplementationStatus {
        NOT_STARTED,
        IMPLEMENTATION_DESIGN,
        IN_PROGRESS,
        PARTIALLY_COMPLETE,
        ON_HOLD,
        COMPLETE
    }

    /** Whether a recommendation had the effect it was meant to have. */
    enum Effect {
        AS_INTENDED,
        PARTLY,
        NONE
    }
}
