package org.waymark.query.reviews;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.waymark.events.PlannedDate;
import org.waymark.events.life.ReviewStage;
import org.waymark.events.review.PlanEvent;
import org.waymark.events.review.PlanEvent.MilestoneMissed;
import org.waymark.events.review.PlanEvent.MilestonePlanned;
import org.waymark.events.review.PlanEvent.MilestoneReached;
import org.waymark.events.review.PlanEvent.MilestoneRescheduled;
import org.waymark.events.review.PlanEvent.Planned;
import org.waymark.events.review.PlanEvent.WorkPlanAdopted;
import org.waymark.events.review.PlanEvent.WorkPlanRevised;
import org.waymark.query.image.Changes;
import org.waymark.query.reviews.ReviewsRow.Day;
import org.waymark.query.reviews.ReviewsRow.Milestone;

/** Folds the work plan: the first plan of a milestone stays, what is said later are forecasts. */
final class PlanFold {

    private PlanFold() {}

    static void fold(ReviewDraft draft, PlanEvent event, Day day, String position) {
        switch (event) {
            case WorkPlanAdopted adopted -> {
                draft.scope.workPlanOn = day;
                draft.enter(ReviewStage.SCOPE_AGREED, day);
                plan(draft, adopted.milestones(), position);
            }
            case WorkPlanRevised revised -> plan(draft, revised.milestones(), position);
            case MilestonePlanned planned ->
                plan(draft, planned.milestone(), planned.name(), planned.dueOn(), position);
            case MilestoneRescheduled rescheduled ->
                plan(draft, rescheduled.milestone(), null, rescheduled.dueOn(), position);
            case MilestoneReached reached ->
                change(
                        draft,
                        reached.milestone(),
                        was -> new Milestone(was.name(), was.firstPlan(), was.forecasts(), was.forecast(), day, null));
            case MilestoneMissed missed ->
                change(
                        draft,
                        missed.milestone(),
                        was -> new Milestone(
                                was.name(), was.firstPlan(), was.forecasts(), was.forecast(), was.reachedOn(), day));
        }
    }

    private static void plan(ReviewDraft draft, List<Planned> milestones, String position) {
        milestones.forEach(planned -> plan(draft, planned.milestone(), planned.name(), planned.dueOn(), position));
    }

    private static void plan(
            ReviewDraft draft, String milestone, @Nullable String name, PlannedDate dueOn, String position) {
        change(draft, milestone, was -> {
            Map<String, PlannedDate> forecasts =
                    was.firstPlan() == null ? was.forecasts() : Changes.at(was.forecasts(), position, dueOn);
            return new Milestone(
                    name == null ? was.name() : name,
                    was.firstPlan() == null ? dueOn : was.firstPlan(),
                    forecasts,
                    dueOn,
                    was.reachedOn(),
                    dueOn.equals(was.forecast()) ? was.missedOn() : null); // a new day can be kept again
        });
    }

    private static void change(ReviewDraft draft, String milestone, UnaryOperator<Milestone> change) {
        Milestone unknown = new Milestone(milestone, null, Changes.byPosition(), null, null, null);
        draft.milestones = Changes.of(draft.milestones, milestone, unknown, change);
    }
}
