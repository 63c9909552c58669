package org.waymark.command.review;

import static org.waymark.command.review.Given.*;
import static org.waymark.command.review.ReviewRule.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.waymark.command.review.CourseCommand.CloseActionItem;
import org.waymark.command.review.CourseCommand.OpenActionItem;
import org.waymark.command.review.CourseCommand.RecordDecision;
import org.waymark.command.review.CourseCommand.SupersedeDecision;
import org.waymark.command.review.PlanCommand.AdoptWorkPlan;
import org.waymark.command.review.PlanCommand.MissMilestone;
import org.waymark.command.review.PlanCommand.PlanMilestone;
import org.waymark.command.review.PlanCommand.ReachMilestone;
import org.waymark.command.review.PlanCommand.RescheduleMilestone;
import org.waymark.command.review.PlanCommand.ReviseWorkPlan;
import org.waymark.events.PlannedDate;
import org.waymark.events.review.CourseEvent.ActionItemClosed;
import org.waymark.events.review.CourseEvent.ActionItemOpened;
import org.waymark.events.review.CourseEvent.DecidingBody;
import org.waymark.events.review.CourseEvent.DecisionRecorded;
import org.waymark.events.review.CourseEvent.DecisionSuperseded;
import org.waymark.events.review.PlanEvent.MilestoneMissed;
import org.waymark.events.review.PlanEvent.MilestonePlanned;
import org.waymark.events.review.PlanEvent.MilestoneReached;
import org.waymark.events.review.PlanEvent.MilestoneRescheduled;
import org.waymark.events.review.PlanEvent.Planned;
import org.waymark.events.review.PlanEvent.WorkPlanAdopted;
import org.waymark.events.review.PlanEvent.WorkPlanRevised;
import org.waymark.events.review.ReviewEvent;

/** The work plan, and the registers of decisions and action items. */
class PlanTest {

    static final String DRAFT = "draft-report";
    static final ReviewEvent REACHED = new MilestoneReached(ATRT4, TEAM, DRAFT);
    static final ReviewEvent MISSED = new MilestoneMissed(ATRT4, TEAM, DRAFT);

    @Nested
    class Adopting_a_work_plan {
        @Test
        void records_the_first_plan() {
            assertRecords(convened(), adopting(planned("Draft report", NEXT_WEEK)), PLANNED);
        }

        @Test
        void is_refused_when_one_is_adopted() {
            assertRefused(agreed(), adopting(planned("Draft report", NEXT_MONTH)), AN_ADOPTED_PLAN_IS_REVISED);
        }

        @Test
        void is_refused_before_the_team_convenes_unless_attested() {
            assertRefused(seated(), adopting(planned("Draft report", NEXT_WEEK)), THE_TEAM_HAS_CONVENED);
            assertWaived(
                    seated(),
                    new AdoptWorkPlan(ATRT4, attested(TEAM), List.of(planned("Draft report", NEXT_WEEK))),
                    THE_TEAM_HAS_CONVENED);
        }

        @Test
        void is_refused_without_milestones_unless_attested() {
            assertRefused(convened(), adopting(), A_PLAN_HAS_MILESTONES);
            assertWaived(convened(), new AdoptWorkPlan(ATRT4, attested(TEAM), List.of()), A_PLAN_HAS_MILESTONES);
        }

        @Test
        void is_refused_with_a_milestone_twice() {
            assertRefused(
                    convened(),
                    adopting(planned("Draft report", NEXT_WEEK), planned("Draft report", NEXT_MONTH)),
                    A_MILESTONE_IS_LISTED_ONCE);
        }

        @Test
        void is_refused_with_a_new_milestone_that_has_no_name() {
            assertRefused(convened(), adopting(planned(null, NEXT_WEEK)), A_NEW_MILESTONE_HAS_A_NAME);
            var named = new MilestonePlanned(ATRT4, TEAM, DRAFT, "Draft report", NEXT_WEEK);
            assertRecords(
                    convened(named),
                    adopting(planned(null, NEXT_MONTH)),
                    new WorkPlanAdopted(ATRT4, TEAM, List.of(planned(null, NEXT_MONTH))));
        }

        private ReviewCommand adopting(Planned... milestones) {
            return new AdoptWorkPlan(ATRT4, TEAM, List.of(milestones));
        }
    }

    @Nested
    class Revising_the_plan {
        @Test
        void moves_and_adds_milestones() {
            assertRecords(
                    agreed(),
                    revising(planned(null, NEXT_MONTH)),
                    new WorkPlanRevised(ATRT4, TEAM, List.of(planned(null, NEXT_MONTH))));
        }

        @Test
        void is_refused_before_a_plan_is_adopted() {
            assertRefused(convened(), revising(planned("Draft report", NEXT_WEEK)), A_WORK_PLAN_IS_ADOPTED);
        }

        @Test
        void is_refused_when_it_moves_nothing() {
            assertRefused(agreed(), revising(planned(null, NEXT_WEEK)), IT_CHANGES_SOMETHING);
        }

        @Test
        void is_refused_of_what_is_reached_unless_attested() {
            assertRefused(agreed(REACHED), revising(planned(null, NEXT_MONTH)), WHAT_IS_REACHED_STAYS_REACHED);
            assertWaived(
                    agreed(REACHED),
                    new ReviseWorkPlan(ATRT4, attested(TEAM), List.of(planned(null, NEXT_MONTH))),
                    WHAT_IS_REACHED_STAYS_REACHED);
        }

        private ReviewCommand revising(Planned... milestones) {
            return new ReviseWorkPlan(ATRT4, TEAM, List.of(milestones));
        }
    }

    @Nested
    class Planning_a_milestone {
        @Test
        void adds_it_with_its_day() {
            assertRecords(
                    agreed(),
                    new PlanMilestone(ATRT4, TEAM, "final-report", "Final report", NEXT_MONTH),
                    new MilestonePlanned(ATRT4, TEAM, "final-report", "Final report", NEXT_MONTH));
        }

        @Test
        void is_refused_when_it_is_planned_or_reached() {
            var plan = new PlanMilestone(ATRT4, TEAM, DRAFT, "Draft report", NEXT_MONTH);
            assertRefused(agreed(), plan, A_MILESTONE_IS_PLANNED_ONCE);
            assertRefused(convened(REACHED), plan, WHAT_IS_REACHED_STAYS_REACHED);
        }

        @Test
        void is_refused_under_a_name_that_is_not_short() {
            assertRefused(
                    agreed(),
                    new PlanMilestone(ATRT4, TEAM, "Final report", "Final report", NEXT_MONTH),
                    A_SHORT_NAME_IS_LOWER_CASE);
        }
    }

    @Nested
    class Rescheduling_a_milestone {
        final ReviewCommand reschedule = new RescheduleMilestone(ATRT4, TEAM, DRAFT, NEXT_MONTH);
        final ReviewEvent rescheduled = new MilestoneRescheduled(ATRT4, TEAM, DRAFT, NEXT_MONTH);

        @Test
        void moves_its_day() {
            assertRecords(agreed(), reschedule, rescheduled);
            assertRefused(agreed(rescheduled), reschedule, IT_CHANGES_SOMETHING);
        }

        @Test
        void is_refused_of_what_is_not_planned_unless_attested() {
            assertRefused(convened(), reschedule, THE_MILESTONE_IS_PLANNED);
            assertWaived(
                    convened(),
                    new RescheduleMilestone(ATRT4, attested(TEAM), DRAFT, NEXT_MONTH),
                    THE_MILESTONE_IS_PLANNED);
        }

        @Test
        void is_refused_of_what_is_reached() {
            assertRefused(agreed(REACHED), reschedule, WHAT_IS_REACHED_STAYS_REACHED);
        }

        @Test
        void is_refused_under_a_name_that_is_not_short() {
            assertRefused(
                    agreed(), new RescheduleMilestone(ATRT4, TEAM, "Draft", NEXT_MONTH), A_SHORT_NAME_IS_LOWER_CASE);
        }
    }

    @Nested
    class Reaching_and_missing_a_milestone {
        final ReviewCommand reach = new ReachMilestone(ATRT4, TEAM, DRAFT);
        final ReviewCommand miss = new MissMilestone(ATRT4, TEAM, DRAFT);

        @Test
        void is_reached_once_even_when_it_was_missed() {
            assertRecords(agreed(), reach, REACHED);
            assertRecords(agreed(MISSED), reach, REACHED);
            assertRefused(agreed(REACHED), reach, IT_CHANGES_SOMETHING);
        }

        @Test
        void is_refused_of_what_is_not_planned() {
            assertRefused(convened(), reach, THE_MILESTONE_IS_PLANNED);
            assertRefused(convened(), miss, THE_MILESTONE_IS_PLANNED);
            assertWaived(convened(), new ReachMilestone(ATRT4, attested(TEAM), DRAFT), THE_MILESTONE_IS_PLANNED);
        }

        @Test
        void is_missed_after_its_day() {
            assertRecords(due(YESTERDAY), miss, MISSED);
            assertRefused(due(ON_THE_DAY), miss, A_MILESTONE_IS_MISSED_AFTER_ITS_DAY);
            assertWaived(
                    due(ON_THE_DAY),
                    new MissMilestone(ATRT4, attested(TEAM), DRAFT),
                    A_MILESTONE_IS_MISSED_AFTER_ITS_DAY);
        }

        @Test
        void is_missed_neither_twice_nor_once_it_is_reached() {
            assertRefused(after(due(YESTERDAY), MISSED), miss, IT_CHANGES_SOMETHING);
            assertRefused(after(due(YESTERDAY), REACHED), miss, WHAT_IS_REACHED_STAYS_REACHED);
        }

        @Test
        void is_missed_again_after_its_new_day() {
            var moved = new MilestoneRescheduled(ATRT4, TEAM, DRAFT, YESTERDAY);
            assertRecords(agreed(MISSED, moved), miss, MISSED);
            var revised = new WorkPlanRevised(ATRT4, TEAM, List.of(planned(null, YESTERDAY)));
            assertRecords(agreed(MISSED, revised), miss, MISSED);
        }

        private Review due(PlannedDate day) {
            return agreed(new MilestoneRescheduled(ATRT4, TEAM, DRAFT, day));
        }
    }

    @Nested
    class The_decision_register {
        final ReviewEvent first = new DecisionRecorded(ATRT4, TEAM, "1", DecidingBody.REVIEW_TEAM, "5", "Meet weekly");
        final ReviewEvent second = new DecisionRecorded(ATRT4, TEAM, "2", DecidingBody.REVIEW_TEAM, "9", "Meet daily");
        final ReviewCommand supersede = new SupersedeDecision(ATRT4, TEAM, "1", "2");

        @Test
        void holds_each_decision_under_its_number() {
            var decide = new RecordDecision(ATRT4, TEAM, "1", DecidingBody.REVIEW_TEAM, "5", "Meet weekly");
            assertRecords(scheduled(), decide, first);
            assertRefused(scheduled(first), decide, AN_ENTRY_HAS_ITS_OWN_NUMBER);
        }

        @Test
        void says_which_decision_took_the_place_of_another() {
            var superseded = new DecisionSuperseded(ATRT4, TEAM, "1", "2");
            assertRecords(scheduled(first, second), supersede, superseded);
            assertRefused(scheduled(first, second, superseded), supersede, IT_CHANGES_SOMETHING);
        }

        @Test
        void refuses_a_decision_that_is_not_in_it_or_the_same() {
            assertRefused(scheduled(first), supersede, THE_DECISION_IS_ON_RECORD);
            assertRefused(scheduled(second), supersede, THE_DECISION_IS_ON_RECORD);
            assertRefused(scheduled(first), new SupersedeDecision(ATRT4, TEAM, "1", "1"), ANOTHER_DECISION_IS_NAMED);
        }
    }

    @Nested
    class The_action_item_register {
        final ReviewEvent opened = new ActionItemOpened(ATRT4, ORG, "1", "Count", ANNA, NEXT_WEEK);
        final ReviewEvent closed = new ActionItemClosed(ATRT4, ORG, "1", "Counted");
        final ReviewCommand close = new CloseActionItem(ATRT4, ORG, "1", "Counted");

        @Test
        void holds_each_item_under_its_number_until_it_is_closed() {
            assertRecords(scheduled(), opening(NEXT_WEEK), opened);
            assertRefused(scheduled(opened), opening(NEXT_WEEK), AN_ENTRY_HAS_ITS_OWN_NUMBER);
            assertRecords(scheduled(opened), close, closed);
            assertRefused(scheduled(opened, closed), close, THE_ACTION_ITEM_IS_OPEN);
            assertRefused(scheduled(), close, THE_ACTION_ITEM_IS_OPEN);
            assertRefused(scheduled(opened, closed), opening(NEXT_WEEK), AN_ENTRY_HAS_ITS_OWN_NUMBER);
        }

        @Test
        void refuses_an_item_that_is_due_before_it_is_opened() {
            assertRefused(scheduled(), opening(YESTERDAY), A_TERM_ENDS_AFTER_IT_IS_SET);
        }

        private ReviewCommand opening(PlannedDate dueOn) {
            return new OpenActionItem(ATRT4, ORG, "1", "Count", ANNA, dueOn);
        }
    }

    private static Planned planned(@Nullable String name, PlannedDate dueOn) {
        return new Planned(DRAFT, name, dueOn);
    }
}
