package org.waymark.query.reviews;

import org.waymark.events.life.RecommendationLife;
import org.waymark.events.life.ReviewStage;
import org.waymark.events.recommendation.BoardEvent;
import org.waymark.events.recommendation.BoardEvent.BoardActionRecorded;
import org.waymark.events.recommendation.ConsensusEvent;
import org.waymark.events.recommendation.ConsensusEvent.RecommendationPrioritized;
import org.waymark.events.recommendation.ImplementationEvent;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStarted;
import org.waymark.events.recommendation.RecommendationEvent;
import org.waymark.events.recommendation.TextEvent;
import org.waymark.events.recommendation.TextEvent.RecommendationDrafted;
import org.waymark.events.recommendation.TextEvent.RecommendationReworded;
import org.waymark.query.reviews.ReviewsRow.Brief;
import org.waymark.query.reviews.ReviewsRow.Day;

/** Folds what a review shows of its recommendations. */
final class BriefFold {

    private BriefFold() {}

    static void fold(ReviewDraft draft, RecommendationEvent event, Day day) {
        draft.brief(event.recommendationId().number(), was -> after(was, event));
        if (event instanceof BoardActionRecorded) {
            draft.reports = draft.reports.boardActed(day);
        }
        if (event instanceof ImplementationStarted) {
            draft.enter(ReviewStage.IMPLEMENTING, day);
        }
    }

    /** Returns the same where nothing differs, as after most of the reports on it: what is kept on the way shares it. */
    private static Brief after(Brief was, RecommendationEvent event) {
        RecommendationLife life = was.life().after(event);
        return switch (event) {
            case RecommendationDrafted drafted -> Brief.of(drafted.printedAs(), drafted.title(), was.priority(), life);
            case RecommendationReworded reworded ->
                Brief.of(
                        was.printedAs(),
                        reworded.title() == null ? was.title() : reworded.title(),
                        was.priority(),
                        life);
            case RecommendationPrioritized prioritized ->
                Brief.of(was.printedAs(), was.title(), prioritized.priority(), life);
            case TextEvent _, ConsensusEvent _, BoardEvent _, ImplementationEvent _ ->
                life.equals(was.life()) ? was : Brief.of(was.printedAs(), was.title(), was.priority(), life);
        };
    }
}
