package org.waymark.command.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.command.desk.DeskRule.A_CORRECTION_NAMES_A_STANDING_FACT;
import static org.waymark.command.desk.DeskRule.A_CORRECTION_SAYS_WHY;
import static org.waymark.command.review.Given.*;
import static org.waymark.command.review.ReviewRule.*;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.waymark.command.desk.Facts;
import org.waymark.command.desk.Refusal;
import org.waymark.command.desk.Rule;
import org.waymark.command.review.CourseCommand.NoteOccurrence;
import org.waymark.command.review.CourseCommand.PauseReview;
import org.waymark.command.review.CourseCommand.RestartReview;
import org.waymark.command.review.CourseCommand.RetractReviewFact;
import org.waymark.command.review.PlanCommand.RescheduleMilestone;
import org.waymark.command.review.TeamCommand.NominateCandidate;
import org.waymark.command.review.TeamCommand.OpenCallForVolunteers;
import org.waymark.events.By;
import org.waymark.events.Fact;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;
import org.waymark.events.PlannedDate;
import org.waymark.events.Precision;
import org.waymark.events.Role;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.CourseEvent.ReviewFactRetracted;
import org.waymark.events.review.CourseEvent.ReviewPaused;
import org.waymark.events.review.CourseEvent.ReviewRestarted;
import org.waymark.events.review.CourseEvent.ReviewScheduled;
import org.waymark.events.review.PlanEvent.MilestonePlanned;
import org.waymark.events.review.PlanEvent.MilestoneRescheduled;
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.review.ReviewKind;
import org.waymark.events.review.TeamEvent.CallForVolunteersOpened;
import org.waymark.events.review.TeamEvent.CandidateNominated;
import org.waymark.events.review.TeamEvent.ReviewTeamConvened;
import org.waymark.events.review.TeamEvent.ReviewTeamSelected;

/** What is entered late, corrected or taken back: each command is judged on the state of its own day. */
class CorrectionsTest {

    static final LocalDate JANUARY = LocalDate.of(2026, 1, 10);
    static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 10);
    static final LocalDate MARCH = LocalDate.of(2026, 3, 10);
    static final String DRAFT = "draft-report";
    static final String WHY = "The minutes say so";

    private Facts<ReviewEvent> facts = Facts.none();

    CorrectionsTest() {
        recorded("schedule", scheduledOn(JANUARY));
    }

    @Nested
    class A_correction {
        @Test
        void takes_the_place_of_a_fact_of_its_type() {
            recorded("call", calledOn(FEBRUARY, FEBRUARY.plusWeeks(2)));
            assertThat(decided(calling(FEBRUARY, MARCH, WHY, "call")))
                    .isEqualTo(new CallForVolunteersOpened(ATRT4, org(FEBRUARY, WHY, "call"), PlannedDate.day(MARCH)));
        }

        @Test
        void is_refused_as_one_more_fact_when_it_corrects_nothing() {
            recorded("call", calledOn(FEBRUARY, FEBRUARY.plusMonths(3)));
            assertRefused(calling(MARCH, MARCH.plusMonths(3), WHY, null), AN_OPEN_CALL_IS_EXTENDED);
        }

        @Test
        void can_itself_be_corrected_and_the_first_fact_no_more() {
            recorded("call", calledOn(FEBRUARY, FEBRUARY.plusWeeks(2)));
            recorded("second", new CallForVolunteersOpened(ATRT4, org(FEBRUARY, WHY, "call"), PlannedDate.day(MARCH)));
            assertRefused(calling(FEBRUARY, MARCH, WHY, "call"), A_CORRECTION_NAMES_A_STANDING_FACT);
            assertThat(decided(calling(FEBRUARY, MARCH, WHY, "second"))).isNotNull();
        }

        @Test
        void is_refused_of_a_fact_of_another_type() {
            recorded("note", new OccurrenceNoted(ATRT4, org(FEBRUARY, null, null), "news", "Soon"));
            assertRefused(calling(FEBRUARY, MARCH, WHY, "note"), A_CORRECTION_NAMES_A_STANDING_FACT);
        }

        @Test
        void is_refused_of_a_fact_of_another_stream() {
            recorded("call", calledOn(FEBRUARY, MARCH));
            var elsewhere = new NoteOccurrence(ATRT4, org(FEBRUARY, WHY, "of-ssr2"), "news", "Soon");
            assertRefused(elsewhere, A_CORRECTION_NAMES_A_STANDING_FACT);
        }

        @Test
        void is_refused_without_a_reason() {
            recorded("call", calledOn(FEBRUARY, MARCH));
            assertRefused(calling(FEBRUARY, MARCH, null, "call"), A_CORRECTION_SAYS_WHY);
        }

        @Test
        void is_judged_by_the_rules_as_if_the_fact_were_not_there() {
            recorded("call", calledOn(FEBRUARY, MARCH));
            assertRefused(calling(JANUARY.minusDays(1), MARCH, WHY, "call"), THE_REVIEW_IS_ON_RECORD);
            assertThat(decided(calling(JANUARY, MARCH, WHY, "call"))).isNotNull();
        }
    }

    @Nested
    class A_retraction {
        @Test
        void takes_a_fact_out() {
            recorded("call", calledOn(FEBRUARY, MARCH));
            assertThat(decided(retracting("call"))).isEqualTo(new ReviewFactRetracted(ATRT4, org(MARCH, WHY, "call")));
            recorded("retraction", new ReviewFactRetracted(ATRT4, org(MARCH, WHY, "call")));
            assertRefused(nominating(MARCH), A_CALL_IS_OPEN);
            assertThat(decided(calling(FEBRUARY, MARCH, null, null))).isNotNull();
        }

        @Test
        void of_a_correction_puts_the_first_fact_back() {
            recorded("call", calledOn(FEBRUARY, MARCH));
            recorded("moved", new CallForVolunteersOpened(ATRT4, org(MARCH, WHY, "call"), PlannedDate.day(MARCH)));
            assertRefused(nominating(FEBRUARY), A_CALL_IS_OPEN);
            recorded("retraction", new ReviewFactRetracted(ATRT4, org(MARCH, WHY, "moved")));
            assertThat(decided(nominating(FEBRUARY)))
                    .isEqualTo(new CandidateNominated(ATRT4, gnso(FEBRUARY), Group.GNSO, ANNA));
        }

        @Test
        void of_a_retraction_undoes_it_once() {
            recorded("call", calledOn(FEBRUARY, MARCH));
            recorded("retraction", new ReviewFactRetracted(ATRT4, org(MARCH, WHY, "call")));
            assertRefused(retracting("call"), A_CORRECTION_NAMES_A_STANDING_FACT);
            assertThat(decided(retracting("retraction"))).isNotNull();
            recorded("undone", new ReviewFactRetracted(ATRT4, org(MARCH, WHY, "retraction")));
            assertThat(decided(nominating(MARCH))).isNotNull();
            assertRefused(retracting("retraction"), A_CORRECTION_NAMES_A_STANDING_FACT);
        }

        @Test
        void is_refused_of_nothing() {
            assertRefused(retracting(null), A_CORRECTION_NAMES_A_STANDING_FACT);
        }
    }

    @Nested
    class A_pause_of_a_month {
        @Test
        void is_ended_by_a_restart_within_the_month_that_says_it_came_after() {
            recorded("team", new ReviewTeamSelected(ATRT4, chairs(JANUARY), 3, List.of(), MEMBERS));
            recorded("convened", new ReviewTeamConvened(ATRT4, team(JANUARY)));
            recorded("pause", new ReviewPaused(ATRT4, board(LocalDate.of(2026, 2, 1), Precision.MONTH)));
            Occurrence on = board(FEBRUARY, Precision.DAY);
            assertThat(decided(new RestartReview(ATRT4, on)))
                    .isEqualTo(new ReviewRestarted(ATRT4, on.after(List.of("pause"))));
        }

        @Test
        void ended_within_it_may_be_followed_by_another_pause() {
            recorded("team", new ReviewTeamSelected(ATRT4, chairs(JANUARY), 3, List.of(), MEMBERS));
            recorded("convened", new ReviewTeamConvened(ATRT4, team(JANUARY)));
            recorded("pause", new ReviewPaused(ATRT4, board(FEBRUARY.minusDays(1), Precision.DAY)));
            recorded("restart", new ReviewRestarted(ATRT4, board(LocalDate.of(2026, 2, 1), Precision.MONTH)));
            Occurrence on = board(FEBRUARY, Precision.DAY);
            assertThat(decided(new PauseReview(ATRT4, on)))
                    .isEqualTo(new ReviewPaused(ATRT4, on.after(List.of("restart"))));
        }

        private Occurrence board(LocalDate day, Precision precision) {
            return new Occurrence(day, precision, List.of(), null, By.of(Role.BOARD), null, null);
        }
    }

    @Nested
    class A_late_fact {
        @Test
        void is_judged_on_the_state_of_its_own_day() {
            recorded("call", calledOn(FEBRUARY, MARCH.plusMonths(1)));
            assertThat(decided(nominating(FEBRUARY)))
                    .isEqualTo(new CandidateNominated(ATRT4, gnso(FEBRUARY), Group.GNSO, ANNA));
            assertRefused(nominating(FEBRUARY.minusDays(1)), A_CALL_IS_OPEN);
        }

        @Test
        void is_not_held_up_by_what_came_after_its_day() {
            recorded("call", calledOn(FEBRUARY, FEBRUARY.plusWeeks(1)));
            recorded("selection", new ReviewTeamSelected(ATRT4, chairs(MARCH), 3, List.of(), MEMBERS));
            assertThat(decided(nominating(FEBRUARY))).isNotNull();
            assertRefused(nominating(MARCH), NOMINATIONS_END_WITH_THE_SELECTION);
        }

        @Test
        void counts_from_the_last_day_of_its_month() {
            recorded("call", calledOn(FEBRUARY, MARCH));
            var january = new Occurrence(
                    LocalDate.of(2026, 1, 1), Precision.MONTH, List.of(), null, By.soAc(Group.GNSO), null, null);
            assertRefused(new NominateCandidate(ATRT4, january, Group.GNSO, ANNA), A_CALL_IS_OPEN);
            var february = new Occurrence(
                    LocalDate.of(2026, 2, 1), Precision.MONTH, List.of(), null, By.soAc(Group.GNSO), null, null);
            assertThat(decided(new NominateCandidate(ATRT4, february, Group.GNSO, ANNA)))
                    .isEqualTo(new CandidateNominated(ATRT4, february, Group.GNSO, ANNA));
        }

        @Test
        void takes_its_place_in_the_order_of_effect_for_what_follows() {
            recorded("plan", new MilestonePlanned(ATRT4, team(JANUARY), DRAFT, "Draft report", ON_THE_DAY));
            recorded("latest", new MilestoneRescheduled(ATRT4, team(MARCH), DRAFT, NEXT_MONTH));
            recorded("late", new MilestoneRescheduled(ATRT4, team(FEBRUARY), DRAFT, NEXT_WEEK));
            assertRefused(new RescheduleMilestone(ATRT4, TEAM, DRAFT, NEXT_MONTH), IT_CHANGES_SOMETHING);
            assertRefused(new RescheduleMilestone(ATRT4, team(FEBRUARY), DRAFT, NEXT_WEEK), IT_CHANGES_SOMETHING);
            assertThat(decided(new RescheduleMilestone(ATRT4, TEAM, DRAFT, NEXT_WEEK)))
                    .isEqualTo(new MilestoneRescheduled(ATRT4, TEAM, DRAFT, NEXT_WEEK));
        }
    }

    private void recorded(String eventId, ReviewEvent event) {
        facts = facts.with(new Fact<>(eventId, facts.version() + 1, event.on().effectiveOn(TODAY), event));
    }

    private ReviewEvent decided(ReviewCommand command) {
        return Review.decide(facts, command, desk(command));
    }

    private void assertRefused(ReviewCommand command, Rule rule) {
        assertThatThrownBy(() -> decided(command))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    private static ReviewEvent scheduledOn(LocalDate day) {
        return new ReviewScheduled(
                ATRT4, org(day, null, null), ReviewKind.ATRT, "Fourth review", "ATRT4", "bylaws-2016", null);
    }

    private static ReviewEvent calledOn(LocalDate day, LocalDate closesOn) {
        return new CallForVolunteersOpened(ATRT4, org(day, null, null), PlannedDate.day(closesOn));
    }

    private static ReviewCommand calling(
            LocalDate day, LocalDate closesOn, @Nullable String reason, @Nullable String corrects) {
        return new OpenCallForVolunteers(ATRT4, org(day, reason, corrects), PlannedDate.day(closesOn));
    }

    private static ReviewCommand nominating(LocalDate day) {
        return new NominateCandidate(ATRT4, gnso(day), Group.GNSO, ANNA);
    }

    private static ReviewCommand retracting(@Nullable String what) {
        return new RetractReviewFact(ATRT4, org(MARCH, WHY, what));
    }

    private static Occurrence org(LocalDate day, @Nullable String reason, @Nullable String corrects) {
        return Given.on(By.of(Role.ORG), day, reason, corrects);
    }

    private static Occurrence team(LocalDate day) {
        return Given.on(By.of(Role.TEAM), day, null, null);
    }

    private static Occurrence chairs(LocalDate day) {
        return Given.on(By.of(Role.SOAC_CHAIRS), day, null, null);
    }

    private static Occurrence gnso(LocalDate day) {
        return Given.on(By.soAc(Group.GNSO), day, null, null);
    }
}
