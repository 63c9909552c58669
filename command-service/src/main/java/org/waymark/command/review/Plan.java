package org.waymark.command.review;

import static org.waymark.command.review.ReviewRule.AN_ADOPTED_PLAN_IS_REVISED;
import static org.waymark.command.review.ReviewRule.A_MILESTONE_IS_LISTED_ONCE;
import static org.waymark.command.review.ReviewRule.A_MILESTONE_IS_MISSED_AFTER_ITS_DAY;
import static org.waymark.command.review.ReviewRule.A_MILESTONE_IS_PLANNED_ONCE;
import static org.waymark.command.review.ReviewRule.A_NEW_MILESTONE_HAS_A_NAME;
import static org.waymark.command.review.ReviewRule.A_PLAN_HAS_MILESTONES;
import static org.waymark.command.review.ReviewRule.A_WORK_PLAN_IS_ADOPTED;
import static org.waymark.command.review.ReviewRule.IT_CHANGES_SOMETHING;
import static org.waymark.command.review.ReviewRule.THE_MILESTONE_IS_PLANNED;
import static org.waymark.command.review.ReviewRule.THE_TEAM_HAS_CONVENED;
import static org.waymark.command.review.ReviewRule.WHAT_IS_REACHED_STAYS_REACHED;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.waymark.command.review.PlanCommand.AdoptWorkPlan;
import org.waymark.command.review.PlanCommand.MissMilestone;
import org.waymark.command.review.PlanCommand.PlanMilestone;
import org.waymark.command.review.PlanCommand.ReachMilestone;
import org.waymark.command.review.PlanCommand.RescheduleMilestone;
import org.waymark.command.review.PlanCommand.ReviseWorkPlan;
import org.waymark.events.PlannedDate;
import org.waymark.events.review.PlanEvent;
import org.waymark.events.review.PlanEvent.MilestoneMissed;
import org.waymark.events.review.PlanEvent.MilestonePlanned;
import org.waymark.events.review.PlanEvent.MilestoneReached;
import org.waymark.events.review.PlanEvent.MilestoneRescheduled;
import org.waymark.events.review.PlanEvent.Planned;
import org.waymark.events.review.PlanEvent.WorkPlanAdopted;
import org.waymark.events.review.PlanEvent.WorkPlanRevised;

/**
 * The work plan and how far it is reached. A milestone may be known as reached without ever having been planned.
 *
 * @param milestones by short name
 */
record Plan(boolean adopted, Map<String, Milestone> milestones) {

    static final Plan NONE = new Plan(false, Map.of());

    /**
     * One milestone.
     *
     * @param dueOn the latest plan, absent where none is on record
     */
    record Milestone(@Nullable String name, @Nullable PlannedDate dueOn, State state) {

        static final Milestone UNKNOWN = new Milestone(null, null, State.OPEN);

        enum State {
            OPEN,
            MISSED,
            REACHED
        }

        boolean isPlanned() {
            return dueOn != null;
        }

        boolean isReached() {
            return state == State.REACHED;
        }

        /** What was missed is open again until its new day. */
        Milestone planned(@Nullable String newName, PlannedDate newDay) {
            State next = newDay.equals(dueOn) || isReached() ? state : State.OPEN;
            return new Milestone(newName == null ? name : newName, newDay, next);
        }

        Milestone in(State next) {
            return new Milestone(name, dueOn, next);
        }
    }

    private Milestone milestone(String name) {
        return milestones.getOrDefault(name, Milestone.UNKNOWN);
    }

    PlanEvent decide(PlanCommand command, Hearing hearing) {
        return switch (command) {
            case AdoptWorkPlan adoption -> {
                hearing.require(AN_ADOPTED_PLAN_IS_REVISED, !adopted);
                hearing.require(
                        THE_TEAM_HAS_CONVENED, hearing.then().team().readiness().convened());
                requirePlannable(adoption.milestones(), hearing);
                yield new WorkPlanAdopted(hearing.id(), hearing.on(), adoption.milestones());
            }
            case ReviseWorkPlan revision -> {
                hearing.require(A_WORK_PLAN_IS_ADOPTED, adopted);
                requirePlannable(revision.milestones(), hearing);
                hearing.require(
                        IT_CHANGES_SOMETHING, !planned(revision.milestones()).equals(milestones));
                yield new WorkPlanRevised(hearing.id(), hearing.on(), revision.milestones());
            }
            case PlanMilestone milestone -> plan(milestone, hearing);
            case RescheduleMilestone milestone -> reschedule(milestone, hearing);
            case ReachMilestone milestone -> reach(milestone, hearing);
            case MissMilestone milestone -> miss(milestone, hearing);
        };
    }

    private void requirePlannable(List<Planned> plan, Hearing hearing) {
        hearing.require(A_PLAN_HAS_MILESTONES, !plan.isEmpty());
        hearing.require(
                A_MILESTONE_IS_LISTED_ONCE,
                plan.stream().map(Planned::milestone).distinct().count() == plan.size());
        hearing.requireNone(
                A_NEW_MILESTONE_HAS_A_NAME,
                "milestones",
                names(
                        plan,
                        planned -> planned.name() == null
                                && milestone(planned.milestone()).name() == null));
        hearing.requireNone(
                WHAT_IS_REACHED_STAYS_REACHED,
                "milestones",
                names(plan, planned -> milestone(planned.milestone()).isReached()));
    }

    private static List<String> names(List<Planned> plan, Predicate<Planned> which) {
        return plan.stream().filter(which).map(Planned::milestone).toList();
    }

    private PlanEvent plan(PlanMilestone planned, Hearing hearing) {
        hearing.requireShortName(planned.milestone());
        hearing.require(
                A_MILESTONE_IS_PLANNED_ONCE, !milestone(planned.milestone()).isPlanned());
        hearing.require(
                WHAT_IS_REACHED_STAYS_REACHED, !milestone(planned.milestone()).isReached());
        return new MilestonePlanned(hearing.id(), hearing.on(), planned.milestone(), planned.name(), planned.dueOn());
    }

    private PlanEvent reschedule(RescheduleMilestone rescheduled, Hearing hearing) {
        Milestone milestone = open(rescheduled.milestone(), hearing);
        hearing.require(IT_CHANGES_SOMETHING, !rescheduled.dueOn().equals(milestone.dueOn()));
        return new MilestoneRescheduled(hearing.id(), hearing.on(), rescheduled.milestone(), rescheduled.dueOn());
    }

    private PlanEvent reach(ReachMilestone reached, Hearing hearing) {
        hearing.requireShortName(reached.milestone());
        hearing.require(IT_CHANGES_SOMETHING, !milestone(reached.milestone()).isReached());
        hearing.require(THE_MILESTONE_IS_PLANNED, milestone(reached.milestone()).isPlanned());
        return new MilestoneReached(hearing.id(), hearing.on(), reached.milestone());
    }

    private PlanEvent miss(MissMilestone missed, Hearing hearing) {
        Milestone milestone = open(missed.milestone(), hearing);
        PlannedDate dueOn = milestone.dueOn();
        hearing.require(IT_CHANGES_SOMETHING, milestone.state() != Milestone.State.MISSED);
        hearing.require(
                A_MILESTONE_IS_MISSED_AFTER_ITS_DAY,
                dueOn == null || hearing.day().isAfter(dueOn.lastDay()));
        return new MilestoneMissed(hearing.id(), hearing.on(), missed.milestone());
    }

    private Milestone open(String name, Hearing hearing) {
        hearing.requireShortName(name);
        hearing.require(THE_MILESTONE_IS_PLANNED, milestone(name).isPlanned());
        hearing.require(WHAT_IS_REACHED_STAYS_REACHED, !milestone(name).isReached());
        return milestone(name);
    }

    Plan evolve(PlanEvent event) {
        return switch (event) {
            case WorkPlanAdopted plan -> new Plan(true, planned(plan.milestones()));
            case WorkPlanRevised plan -> new Plan(adopted, planned(plan.milestones()));
            case MilestonePlanned planned ->
                with(planned.milestone(), milestone(planned.milestone()).planned(planned.name(), planned.dueOn()));
            case MilestoneRescheduled planned ->
                with(planned.milestone(), milestone(planned.milestone()).planned(null, planned.dueOn()));
            case MilestoneReached reached ->
                with(reached.milestone(), milestone(reached.milestone()).in(Milestone.State.REACHED));
            case MilestoneMissed missed ->
                with(missed.milestone(), milestone(missed.milestone()).in(Milestone.State.MISSED));
        };
    }

    private Map<String, Milestone> planned(List<Planned> plan) {
        Map<String, Milestone> more = new HashMap<>(milestones);
        plan.forEach(planned ->
                more.put(planned.milestone(), milestone(planned.milestone()).planned(planned.name(), planned.dueOn())));
        return Map.copyOf(more);
    }

    private Plan with(String name, Milestone milestone) {
        return new Plan(adopted, Copy.with(milestones, name, milestone));
    }
}
