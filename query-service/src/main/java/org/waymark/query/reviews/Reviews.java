package org.waymark.query.reviews;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.events.Occurrence;
import org.waymark.events.Recorded;
import org.waymark.events.Unreadable;
import org.waymark.events.life.ReviewStage;
import org.waymark.events.recommendation.BoardEvent;
import org.waymark.events.recommendation.BoardEvent.BoardActionRecorded;
import org.waymark.events.recommendation.ConsensusEvent;
import org.waymark.events.recommendation.ImplementationEvent;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStarted;
import org.waymark.events.recommendation.RecommendationEvent;
import org.waymark.events.recommendation.TextEvent;
import org.waymark.events.review.CourseEvent;
import org.waymark.events.review.PlanEvent;
import org.waymark.events.review.ReportEvent;
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.review.ScopeEvent;
import org.waymark.events.review.TeamEvent;
import org.waymark.query.image.View;
import org.waymark.query.reviews.ReviewsRow.Day;
import org.waymark.query.reviews.ReviewsRow.Last;

/** Folds each review: its course, team, scope, plan and reports, with its recommendations in brief. */
@Component
class Reviews implements View<ReviewDraft, ReviewsRow> {

    @Override
    public String name() {
        return "reviews";
    }

    @Override
    public Set<String> keys(Recorded recorded) {
        if (recorded.event() instanceof ReviewEvent event) {
            return Set.of(event.reviewId().value());
        }
        if (recorded.event() instanceof Unreadable event && event.stream().matches("(review|recommendation)/.+")) {
            return Set.of(event.stream().split("/", 3)[1]);
        }
        return recorded.event() instanceof RecommendationEvent event
                ? Set.of(reviewOf(event.recommendationId().value()))
                : Set.of();
    }

    private static String reviewOf(String recommendation) {
        return recommendation.substring(0, recommendation.indexOf('/'));
    }

    /** How far work on a recommendation is changes nothing that a review waits for; that it has begun is a stage. */
    @Override
    public byte bearing(Recorded recorded) {
        boolean work =
                recorded.event() instanceof ImplementationEvent && !(recorded.event() instanceof ImplementationStarted);
        return work ? NONE : EACH;
    }

    /** Most events of a review are those of its recommendations, few of which bring it farther. */
    @Override
    public int stage(Recorded recorded) {
        if (!(recorded.event() instanceof RecommendationEvent event)) {
            return View.super.stage(recorded);
        }
        ReviewStage entered = switch (event) {
            case BoardActionRecorded _ -> ReviewStage.BOARD_ACTED;
            case ImplementationStarted _ -> ReviewStage.IMPLEMENTING;
            case TextEvent _, ConsensusEvent _, BoardEvent _, ImplementationEvent _ -> ReviewStage.UNSCHEDULED;
        };
        return entered.ordinal();
    }

    @Override
    public ReviewDraft begin(String key) {
        return ReviewDraft.of(key);
    }

    @Override
    public void fold(ReviewDraft draft, Recorded recorded) {
        Occurrence on = recorded.event().on();
        Day day = new Day(on.occurredOn(), on.precision());
        if (recorded.event() instanceof ReviewEvent event) {
            String position = Long.toString(recorded.position());
            draft.live(event);
            switch (event) {
                case CourseEvent course -> CourseFold.fold(draft, course, day, position);
                case TeamEvent team -> TeamFold.fold(draft, team, day, position);
                case ScopeEvent scope -> ScopeFold.fold(draft, scope, day);
                case PlanEvent plan -> PlanFold.fold(draft, plan, day, position);
                case ReportEvent report -> ReportFold.fold(draft, report, day);
            }
            draft.version = Math.max(draft.version, recorded.version());
            if (on.attested() != null) {
                on.attested().waived().forEach(rule -> draft.waived = draft.waived.plus(rule, recorded.position()));
            }
        } else if (recorded.event() instanceof RecommendationEvent event && !event.retracts()) {
            BriefFold.fold(draft, event, day);
        }
        draft.last = new Last(recorded.position(), recorded.type(), recorded.stream(), day);
    }
}
