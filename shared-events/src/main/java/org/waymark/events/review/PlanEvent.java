package org.waymark.events.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Malformed;
import org.waymark.events.Occurrence;
import org.waymark.events.PlannedDate;

/** The work plan: what is planned, what is forecast since, what is reached. The first plan is never lost. */
public sealed interface PlanEvent extends ReviewEvent {

    record WorkPlanAdopted(ReviewId reviewId, Occurrence on, List<Planned> milestones) implements PlanEvent {
        public WorkPlanAdopted {
            milestones = List.copyOf(milestones);
        }
    }

    /** One replanning moves or adds any number of milestones; those it does not name stay as they are. */
    record WorkPlanRevised(ReviewId reviewId, Occurrence on, List<Planned> milestones) implements PlanEvent {
        public WorkPlanRevised {
            milestones = List.copyOf(milestones);
        }
    }

    record MilestonePlanned(ReviewId reviewId, Occurrence on, String milestone, String name, PlannedDate dueOn)
            implements PlanEvent {}

    record MilestoneRescheduled(ReviewId reviewId, Occurrence on, String milestone, PlannedDate dueOn)
            implements PlanEvent {}

    record MilestoneReached(ReviewId reviewId, Occurrence on, String milestone) implements PlanEvent {}

    record MilestoneMissed(ReviewId reviewId, Occurrence on, String milestone) implements PlanEvent {}

    /**
     * One milestone of a plan.
     *
     * @param milestone its short name in lower case with hyphens, unique in the review: {@code draft-report}
     * @param name as people read it; absent in a revision that only moves it
     */
    record Planned(String milestone, @Nullable String name, PlannedDate dueOn) {
        public Planned {
            if (!milestone.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                throw Malformed.because("milestone", milestone, "lower-case words with hyphens, such as draft-report");
            }
        }
    }
}
