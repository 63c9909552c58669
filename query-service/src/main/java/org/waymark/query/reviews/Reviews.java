package org.waymark.query.reviews;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.events.Recorded;
import org.waymark.events.recommendation.RecommendationEvent;
import org.waymark.events.review.CourseEvent;
import org.waymark.events.review.PlanEvent;
import org.waymark.events.review.ReportEvent;
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.review.ScopeEvent;
import org.waymark.events.review.TeamEvent;
import org.waymark.query.ledger.View;
import org.waymark.query.reviews.ReviewsRow.Day;
import org.waymark.query.reviews.ReviewsRow.Last;

/** Folds each review: its course, team, scope, plan and reports, with its recommendations in brief. */
@Component
class Reviews implements View<ReviewsRow> {

    @Override
    public String name() {
        return "reviews";
    }

    @Override
    public Class<ReviewsRow> rowType() {
        return ReviewsRow.class;
    }

    @Override
    public Set<String> keys(Recorded recorded) {
        if (recorded.event() instanceof ReviewEvent event) {
            return Set.of(event.reviewId().value());
        }
        return recorded.event() instanceof RecommendationEvent event
                ? Set.of(event.recommendationId().review().value())
                : Set.of();
    }

    @Override
    public @Nullable ReviewsRow apply(@Nullable ReviewsRow row, Recorded recorded) {
        if (row == null && recorded.event().retracts()) {
            return null;
        }
        Day day = new Day(
                recorded.event().on().occurredOn(), recorded.event().on().precision());
        if (recorded.event() instanceof ReviewEvent event) {
            ReviewDraft draft = row == null ? ReviewDraft.of(event.reviewId()) : ReviewDraft.of(row);
            String position = Long.toString(recorded.position());
            switch (event) {
                case CourseEvent course -> CourseFold.fold(draft, course, day, position);
                case TeamEvent team -> TeamFold.fold(draft, team, day, position);
                case ScopeEvent scope -> ScopeFold.fold(draft, scope, day);
                case PlanEvent plan -> PlanFold.fold(draft, plan, day, position);
                case ReportEvent report -> ReportFold.fold(draft, report, day);
            }
            draft.version = Math.max(draft.version, recorded.version());
            return finished(draft, recorded, day);
        }
        if (recorded.event() instanceof RecommendationEvent event) {
            ReviewDraft draft =
                    row == null ? ReviewDraft.of(event.recommendationId().review()) : ReviewDraft.of(row);
            if (!event.retracts()) {
                BriefFold.fold(draft, event, day);
            }
            return finished(draft, recorded, day);
        }
        return row;
    }

    private static ReviewsRow finished(ReviewDraft draft, Recorded recorded, Day day) {
        if (recorded.event() instanceof ReviewEvent event && event.on().attested() != null) {
            event.on().attested().waived().forEach(rule -> draft.waived.put(rule, recorded.position()));
        }
        draft.last = new Last(recorded.position(), recorded.type(), recorded.stream(), day);
        return draft.row();
    }
}
