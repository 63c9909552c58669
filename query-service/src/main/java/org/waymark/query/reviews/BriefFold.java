package org.waymark.query.reviews;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.events.life.ReviewStage;
import org.waymark.events.recommendation.BoardEvent;
import org.waymark.events.recommendation.BoardEvent.BoardActionRecorded;
import org.waymark.events.recommendation.BoardEvent.Disposition;
import org.waymark.events.recommendation.BoardEvent.PassThroughAnswered;
import org.waymark.events.recommendation.BoardEvent.PassThroughNotified;
import org.waymark.events.recommendation.BoardEvent.RecommendationSupplemented;
import org.waymark.events.recommendation.ConsensusEvent;
import org.waymark.events.recommendation.ConsensusEvent.ConsensusCallOpened;
import org.waymark.events.recommendation.ConsensusEvent.ConsensusDesignated;
import org.waymark.events.recommendation.ConsensusEvent.MinorityStatementFiled;
import org.waymark.events.recommendation.ConsensusEvent.ObjectionRaised;
import org.waymark.events.recommendation.ConsensusEvent.ObjectionResolved;
import org.waymark.events.recommendation.ConsensusEvent.PositionStated;
import org.waymark.events.recommendation.ConsensusEvent.RecommendationFinalized;
import org.waymark.events.recommendation.ConsensusEvent.RecommendationPrioritized;
import org.waymark.events.recommendation.ImplementationEvent;
import org.waymark.events.recommendation.ImplementationEvent.ClarificationGiven;
import org.waymark.events.recommendation.ImplementationEvent.ClarificationRequested;
import org.waymark.events.recommendation.ImplementationEvent.CommunityPriorityAssigned;
import org.waymark.events.recommendation.ImplementationEvent.CompletionDisputed;
import org.waymark.events.recommendation.ImplementationEvent.CompletionVerified;
import org.waymark.events.recommendation.ImplementationEvent.DependencyRecorded;
import org.waymark.events.recommendation.ImplementationEvent.EffectAssessed;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationCompleted;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationDesignCompleted;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStarted;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatusReported;
import org.waymark.events.recommendation.ImplementationEvent.RecommendationKept;
import org.waymark.events.recommendation.ImplementationEvent.RecommendationRetired;
import org.waymark.events.recommendation.ImplementationEvent.RetirementProposed;
import org.waymark.events.recommendation.RecommendationEvent;
import org.waymark.events.recommendation.TextEvent;
import org.waymark.events.recommendation.TextEvent.RecommendationDrafted;
import org.waymark.events.recommendation.TextEvent.RecommendationFactRetracted;
import org.waymark.events.recommendation.TextEvent.RecommendationMerged;
import org.waymark.events.recommendation.TextEvent.RecommendationReworded;
import org.waymark.events.recommendation.TextEvent.RecommendationWithdrawn;
import org.waymark.query.image.Changes;
import org.waymark.query.reviews.ReviewsRow.Brief;
import org.waymark.query.reviews.ReviewsRow.Completion;
import org.waymark.query.reviews.ReviewsRow.Day;
import org.waymark.query.reviews.ReviewsRow.Gone;

/** Folds what a review shows of its recommendations. */
final class BriefFold {

    private BriefFold() {}

    static void fold(ReviewDraft draft, RecommendationEvent event, Day day) {
        draft.brief(event.recommendationId().number(), was -> switch (event) {
            case TextEvent text -> text(was, text);
            case ConsensusEvent consensus -> consensus(was, consensus);
            case BoardEvent board -> board(was, board);
            case ImplementationEvent work -> implementation(was, work);
        });
        if (event instanceof BoardActionRecorded) {
            draft.reports = draft.reports.boardActed(day);
        }
        if (event instanceof ImplementationStarted) {
            draft.enter(ReviewStage.IMPLEMENTING, day);
        }
    }

    private static Brief text(Brief was, TextEvent event) {
        return switch (event) {
            case RecommendationDrafted drafted ->
                new Brief(
                        drafted.printedAs(),
                        drafted.title(),
                        was.priority(),
                        was.parts(),
                        was.status(),
                        was.completion(),
                        was.gone());
            case RecommendationReworded reworded ->
                new Brief(
                        was.printedAs(),
                        reworded.title() == null ? was.title() : reworded.title(),
                        was.priority(),
                        was.parts(),
                        was.status(),
                        was.completion(),
                        was.gone());
            case RecommendationMerged _ -> gone(was, Gone.MERGED);
            case RecommendationWithdrawn _ -> gone(was, Gone.WITHDRAWN);
            case RecommendationFactRetracted _ -> was;
        };
    }

    private static Brief consensus(Brief was, ConsensusEvent event) {
        return switch (event) {
            case RecommendationPrioritized prioritized ->
                new Brief(
                        was.printedAs(),
                        was.title(),
                        prioritized.priority(),
                        was.parts(),
                        was.status(),
                        was.completion(),
                        was.gone());
            case ConsensusCallOpened _,
                    PositionStated _,
                    ObjectionRaised _,
                    ObjectionResolved _,
                    ConsensusDesignated _,
                    MinorityStatementFiled _,
                    RecommendationFinalized _ -> was;
        };
    }

    private static Brief board(Brief was, BoardEvent event) {
        return switch (event) {
            case BoardActionRecorded action -> {
                Map<String, Disposition> parts = Changes.entered(was.parts(), action.part(), action.disposition());
                yield new Brief(
                        was.printedAs(),
                        was.title(),
                        was.priority(),
                        parts,
                        was.status(),
                        was.completion(),
                        was.gone());
            }
            case PassThroughNotified _, PassThroughAnswered _, RecommendationSupplemented _ -> was;
        };
    }

    private static Brief implementation(Brief was, ImplementationEvent event) {
        return switch (event) {
            case ImplementationStatusReported report ->
                new Brief(
                        was.printedAs(),
                        was.title(),
                        was.priority(),
                        was.parts(),
                        report.status(),
                        was.completion(),
                        was.gone());
            case ImplementationCompleted _ -> completion(was, Completion.CLAIMED);
            case CompletionVerified _ -> completion(was, Completion.VERIFIED);
            case CompletionDisputed _ -> completion(was, Completion.DISPUTED);
            case RecommendationRetired _ -> gone(was, Gone.RETIRED);
            case CommunityPriorityAssigned _,
                    ImplementationDesignCompleted _,
                    ImplementationStarted _,
                    DependencyRecorded _,
                    ClarificationRequested _,
                    ClarificationGiven _,
                    EffectAssessed _,
                    RetirementProposed _,
                    RecommendationKept _ -> was;
        };
    }

    private static Brief completion(Brief was, Completion completion) {
        return new Brief(
                was.printedAs(), was.title(), was.priority(), was.parts(), was.status(), completion, was.gone());
    }

    private static Brief gone(Brief was, @Nullable Gone gone) {
        return new Brief(
                was.printedAs(), was.title(), was.priority(), was.parts(), was.status(), was.completion(), gone);
    }
}
