package org.waymark.command.review;

import java.util.List;
import org.waymark.events.Occurrence;
import org.waymark.events.PlannedDate;
import org.waymark.events.review.PlanEvent.Planned;
import org.waymark.events.review.ReviewId;

/** The work plan: what is planned, what is forecast since, what is reached. */
sealed interface PlanCommand extends ReviewCommand {

    record AdoptWorkPlan(ReviewId reviewId, Occurrence on, List<Planned> milestones) implements PlanCommand {
        public AdoptWorkPlan {
            milestones = List.copyOf(milestones);
        }
    }

    /** Moves or adds any number of milestones; those it does not name stay as they are. */
    record ReviseWorkPlan(ReviewId reviewId, Occurrence on, List<Planned> milestones) implements PlanCommand {
        public ReviseWorkPlan {
            milestones = List.copyOf(milestones);
        }
    }

    /**
     * Plans one milestone.
     *
     * @param milestone its short name in lower case with hyphens, unique in the review: {@code draft-report}
     */
    record PlanMilestone(ReviewId reviewId, Occurrence on, String milestone, String name, PlannedDate dueOn)
            implements PlanCommand {}

    record RescheduleMilestone(ReviewId reviewId, Occurrence on, String milestone, PlannedDate dueOn)
            implements PlanCommand {}

    record ReachMilestone(ReviewId reviewId, Occurrence on, String milestone) implements PlanCommand {}

    record MissMilestone(ReviewId reviewId, Occurrence on, String milestone) implements PlanCommand {}
}
