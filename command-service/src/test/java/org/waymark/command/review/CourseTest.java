package org.waymark.command.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.command.review.Given.*;
import static org.waymark.command.review.ReviewRule.*;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.waymark.command.review.CourseCommand.DeferReview;
import org.waymark.command.review.CourseCommand.DissolveReviewTeam;
import org.waymark.command.review.CourseCommand.NoteOccurrence;
import org.waymark.command.review.CourseCommand.PauseReview;
import org.waymark.command.review.CourseCommand.RecordDecision;
import org.waymark.command.review.CourseCommand.RestartReview;
import org.waymark.command.review.CourseCommand.RetractReviewFact;
import org.waymark.command.review.CourseCommand.ScheduleReview;
import org.waymark.command.review.PlanCommand.AdoptWorkPlan;
import org.waymark.command.review.ReportCommand.AdoptFinalReport;
import org.waymark.command.review.ReportCommand.SetBoardActionDue;
import org.waymark.command.review.ScopeCommand.AgreeScope;
import org.waymark.command.review.ScopeCommand.AmendScope;
import org.waymark.command.review.TeamCommand.DesignateImplementationShepherds;
import org.waymark.command.review.TeamCommand.OpenCallForVolunteers;
import org.waymark.command.review.TeamCommand.RecordResignation;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;
import org.waymark.events.review.CourseEvent.DecidingBody;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.CourseEvent.ReviewClosed;
import org.waymark.events.review.CourseEvent.ReviewDeferred;
import org.waymark.events.review.CourseEvent.ReviewFactRetracted;
import org.waymark.events.review.CourseEvent.ReviewPaused;
import org.waymark.events.review.CourseEvent.ReviewRestarted;
import org.waymark.events.review.CourseEvent.ReviewScheduled;
import org.waymark.events.review.CourseEvent.ReviewTeamDissolved;
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.review.ReviewKind;
import org.waymark.events.review.TeamEvent.CallForVolunteersOpened;
import org.waymark.events.review.TeamEvent.ImplementationShepherdsDesignated;
import org.waymark.events.review.TeamEvent.MemberResigned;
import org.waymark.events.store.EventJson;

class CourseTest {

    static final Occurrence FOR_NOW = because(BOARD, "Not now");
    static final ReviewEvent DEFERRED = new ReviewDeferred(ATRT4, FOR_NOW, NEXT_WEEK);
    static final ReviewEvent DEFERRED_TO_TODAY = new ReviewDeferred(ATRT4, FOR_NOW, ON_THE_DAY);
    static final ReviewEvent DISSOLVED = new ReviewTeamDissolved(ATRT4, ORG);
    static final ReviewEvent CLOSED = new ReviewClosed(ATRT4, ORG);
    static final ReviewCommand CALL = new OpenCallForVolunteers(ATRT4, ORG, NEXT_WEEK);

    @Nested
    class Any_command {
        @Test
        void is_refused_to_a_role_that_the_pack_does_not_name() {
            assertRefused(scheduled(), new OpenCallForVolunteers(ATRT4, BOARD, null), THE_RULES_GIVE_THIS_TO_THE_ROLE);
            assertRefused(
                    scheduled(),
                    new OpenCallForVolunteers(ATRT4, attested(BOARD), null),
                    THE_RULES_GIVE_THIS_TO_THE_ROLE);
        }

        @Test
        void is_refused_before_the_review_is_scheduled() {
            assertRefused(given(), CALL, THE_REVIEW_IS_ON_RECORD);
            assertRefused(given(), new NoteOccurrence(ATRT4, ORG, "news", "Soon"), THE_REVIEW_IS_ON_RECORD);
        }

        @Test
        void but_a_note_is_refused_once_the_review_is_closed() {
            assertRefused(submitted(CLOSED), new SetBoardActionDue(ATRT4, BOARD, NEXT_WEEK), THE_REVIEW_IS_NOT_CLOSED);
            assertWaived(
                    submitted(CLOSED),
                    new SetBoardActionDue(ATRT4, attested(BOARD), NEXT_WEEK),
                    THE_REVIEW_IS_NOT_CLOSED);
            assertRecords(
                    submitted(CLOSED),
                    new NoteOccurrence(ATRT4, ORG, "news", "Read again"),
                    new OccurrenceNoted(ATRT4, ORG, "news", "Read again"));
        }
    }

    @Nested
    class Scheduling {
        @Test
        void enters_the_review_with_the_pack_by_which_it_is_judged() {
            assertRecords(
                    given(),
                    new ScheduleReview(ATRT4, ORG, ReviewKind.ATRT, "Fourth review", "ATRT4", null, NEXT_MONTH),
                    new ReviewScheduled(
                            ATRT4, ORG, ReviewKind.ATRT, "Fourth review", "ATRT4", "bylaws-2016", NEXT_MONTH));
            assertRecords(given(), scheduling(ReviewKind.ATRT, "bylaws-2016"), SCHEDULED);
        }

        @Test
        void is_refused_when_it_is_scheduled_already() {
            assertRefused(scheduled(), scheduling(ReviewKind.ATRT, null), A_REVIEW_IS_SCHEDULED_ONCE);
        }

        @Test
        void is_refused_by_another_pack_than_that_of_its_first_day() {
            assertRefused(given(), scheduling(ReviewKind.ATRT, "aoc-2009"), A_REVIEW_KEEPS_ITS_RULES);
        }

        @Test
        void is_refused_for_a_kind_that_the_pack_is_not_for() {
            assertRefused(given(), scheduling(ReviewKind.ORGANIZATIONAL, null), THE_RULES_ARE_FOR_THIS_KIND_OF_REVIEW);
        }

        private ReviewCommand scheduling(ReviewKind kind, String pack) {
            return new ScheduleReview(ATRT4, ORG, kind, "Fourth review", "ATRT4", pack, null);
        }
    }

    @Nested
    class Deferring {
        final ReviewCommand defer = new DeferReview(ATRT4, FOR_NOW, NEXT_WEEK);

        @Test
        void puts_a_scheduled_review_off_to_a_day_and_to_another() {
            assertRecords(scheduled(), defer, DEFERRED);
            assertRecords(
                    scheduled(DEFERRED),
                    new DeferReview(ATRT4, FOR_NOW, NEXT_MONTH),
                    new ReviewDeferred(ATRT4, FOR_NOW, NEXT_MONTH));
        }

        @Test
        void is_refused_once_volunteers_are_called() {
            assertRefused(called(), defer, A_REVIEW_IS_DEFERRED_BEFORE_ITS_CALL);
        }

        @Test
        void is_refused_more_often_than_the_pack_allows_unless_attested() {
            assertRefused(scheduled(DEFERRED_TO_TODAY, DEFERRED_TO_TODAY), defer, DEFERRALS_ARE_LIMITED);
            assertRecords(scheduled(DEFERRED_TO_TODAY), defer, DEFERRED);
            assertWaived(
                    scheduled(DEFERRED_TO_TODAY, DEFERRED_TO_TODAY),
                    new DeferReview(ATRT4, attested(FOR_NOW), NEXT_WEEK),
                    DEFERRALS_ARE_LIMITED);
        }

        @Test
        void is_refused_to_the_same_day() {
            assertRefused(scheduled(DEFERRED), defer, IT_CHANGES_SOMETHING);
        }

        @Test
        void is_refused_without_a_rationale_unless_attested() {
            assertRefused(scheduled(), new DeferReview(ATRT4, BOARD, NEXT_WEEK), A_DEFERRAL_SAYS_WHY);
            assertWaived(scheduled(), new DeferReview(ATRT4, attested(BOARD), NEXT_WEEK), A_DEFERRAL_SAYS_WHY);
        }

        @Test
        void is_refused_without_a_new_date_unless_attested() {
            assertRefused(scheduled(), new DeferReview(ATRT4, FOR_NOW, null), A_DEFERRAL_NAMES_A_NEW_DATE);
            assertWaived(scheduled(), new DeferReview(ATRT4, attested(FOR_NOW), null), A_DEFERRAL_NAMES_A_NEW_DATE);
        }

        @Test
        void is_refused_to_a_day_that_is_past_even_if_attested() {
            assertRefused(scheduled(), new DeferReview(ATRT4, FOR_NOW, YESTERDAY), A_TERM_ENDS_AFTER_IT_IS_SET);
            assertRefused(
                    scheduled(), new DeferReview(ATRT4, attested(FOR_NOW), YESTERDAY), A_TERM_ENDS_AFTER_IT_IS_SET);
            assertRecords(scheduled(), new DeferReview(ATRT4, FOR_NOW, ON_THE_DAY), DEFERRED_TO_TODAY);
        }
    }

    @Nested
    class A_deferral {
        final ReviewEvent called = new CallForVolunteersOpened(ATRT4, ORG, NEXT_WEEK);
        final ReviewCommand restart = new RestartReview(ATRT4, BOARD);

        @Test
        void holds_the_review_up_until_its_first_day() {
            assertRefused(scheduled(DEFERRED), CALL, THE_REVIEW_IS_NOT_DEFERRED);
            assertRecords(scheduled(DEFERRED_TO_TODAY), CALL, called);
        }

        @Test
        void holds_it_up_for_ever_where_no_day_is_named() {
            var open = new ReviewDeferred(ATRT4, FOR_NOW, null);
            assertRefused(scheduled(open), CALL, THE_REVIEW_IS_NOT_DEFERRED);
            assertWaived(
                    scheduled(open),
                    new OpenCallForVolunteers(ATRT4, attested(ORG), NEXT_WEEK),
                    THE_REVIEW_IS_NOT_DEFERRED);
        }

        @Test
        void ends_early_with_a_restart() {
            var restarted = new ReviewRestarted(ATRT4, BOARD);
            assertRecords(scheduled(DEFERRED), restart, restarted);
            assertRecords(scheduled(DEFERRED, restarted), CALL, called);
        }

        @Test
        void that_is_over_is_not_restarted() {
            assertRefused(scheduled(DEFERRED_TO_TODAY), restart, A_RESTART_ENDS_A_PAUSE_OR_DEFERRAL);
            assertRefused(scheduled(), restart, A_RESTART_ENDS_A_PAUSE_OR_DEFERRAL);
        }
    }

    @Nested
    class Pausing {
        final ReviewCommand pause = new PauseReview(ATRT4, CHAIRS);
        final ReviewEvent paused = new ReviewPaused(ATRT4, CHAIRS);
        final ReviewEvent restarted = new ReviewRestarted(ATRT4, CHAIRS);

        @Test
        void interrupts_a_team_from_its_first_meeting_to_its_final_report() {
            assertRecords(convened(), pause, paused);
            assertRecords(adopted(), pause, paused);
            assertRefused(seated(), pause, A_PAUSE_INTERRUPTS_A_TEAM_AT_WORK);
            assertRefused(submitted(), pause, A_PAUSE_INTERRUPTS_A_TEAM_AT_WORK);
            assertWaived(seated(), new PauseReview(ATRT4, attested(CHAIRS)), A_PAUSE_INTERRUPTS_A_TEAM_AT_WORK);
        }

        @Test
        void is_refused_while_it_is_paused() {
            assertRefused(convened(paused), pause, IT_IS_NOT_PAUSED_ALREADY);
            assertRecords(convened(paused, restarted), pause, paused);
        }

        @Test
        void lets_scope_plan_and_reports_rest_until_the_restart() {
            assertRefused(convened(paused), new AgreeScope(ATRT4, TEAM, "Less"), THE_REVIEW_IS_NOT_PAUSED);
            assertRefused(convened(paused), new AdoptWorkPlan(ATRT4, TEAM, List.of()), THE_REVIEW_IS_NOT_PAUSED);
            assertRefused(commented(paused), new AdoptFinalReport(ATRT4, TEAM), THE_REVIEW_IS_NOT_PAUSED);
            assertRecords(convened(paused), new RestartReview(ATRT4, CHAIRS), restarted);
            assertRecords(commented(paused, restarted), new AdoptFinalReport(ATRT4, TEAM), ADOPTED);
        }

        @Test
        void lets_members_change_and_decisions_be_noted() {
            assertRecords(
                    convened(paused),
                    new RecordResignation(ATRT4, TEAM, BO, Group.GNSO),
                    new MemberResigned(ATRT4, TEAM, BO, Group.GNSO));
            var decision = new RecordDecision(ATRT4, TEAM, "7", DecidingBody.REVIEW_TEAM, null, "We wait");
            assertThat(convened(paused).decide(decision, desk(decision))).isNotNull();
        }
    }

    @Nested
    class Dissolving_the_team {
        @Test
        void follows_the_final_report() {
            assertRecords(submitted(), new DissolveReviewTeam(ATRT4, ORG), DISSOLVED);
            assertRefused(adopted(), new DissolveReviewTeam(ATRT4, ORG), THE_FINAL_REPORT_IS_SUBMITTED);
        }

        @Test
        void is_refused_when_it_is_dissolved_already() {
            assertRefused(submitted(DISSOLVED), new DissolveReviewTeam(ATRT4, ORG), A_TEAM_IS_DISSOLVED_ONCE);
        }

        @Test
        void leaves_only_its_shepherds() {
            var resign = new RecordResignation(ATRT4, TEAM, BO, Group.GNSO);
            assertRefused(submitted(DISSOLVED), resign, THE_TEAM_IS_NOT_DISSOLVED);
            assertRefused(submitted(DISSOLVED), new AmendScope(ATRT4, TEAM, "More"), THE_TEAM_IS_NOT_DISSOLVED);
            assertRecords(
                    submitted(DISSOLVED),
                    new DesignateImplementationShepherds(ATRT4, TEAM, List.of(BO)),
                    new ImplementationShepherdsDesignated(ATRT4, TEAM, List.of(BO)));
        }
    }

    @Nested
    class Noting_and_retracting {
        @Test
        void a_note_is_of_a_kind_with_a_short_name() {
            assertRefused(
                    scheduled(),
                    new NoteOccurrence(ATRT4, ORG, "Face to face", "In Brussels"),
                    A_SHORT_NAME_IS_LOWER_CASE);
            assertRecords(
                    scheduled(),
                    new NoteOccurrence(ATRT4, ORG, "face-to-face-meeting", "In Brussels"),
                    new OccurrenceNoted(ATRT4, ORG, "face-to-face-meeting", "In Brussels"));
        }

        @Test
        void a_fact_is_retracted_whatever_the_stage() {
            var retract = new RetractReviewFact(ATRT4, ORG);
            assertRecords(given(), retract, new ReviewFactRetracted(ATRT4, ORG));
            assertRecords(submitted(CLOSED), retract, new ReviewFactRetracted(ATRT4, ORG));
        }
    }

    @Nested
    class Folding {
        @Test
        void takes_every_event_in_every_state() throws IOException {
            List<ReviewEvent> events = recorded();
            assertThat(events).hasSize(48);
            for (ReviewEvent first : events) {
                for (ReviewEvent second : events) {
                    events.forEach(
                            third -> assertThat(given(first, second, third)).isNotNull());
                }
            }
        }

        private static List<ReviewEvent> recorded() throws IOException {
            List<ReviewEvent> events = new ArrayList<>();
            for (Class<?> group : ReviewEvent.class.getPermittedSubclasses()) {
                for (Class<?> event : group.getPermittedSubclasses()) {
                    String sample = "/recorded/" + event.getSimpleName() + ".1.json";
                    try (InputStream json = CourseTest.class.getResourceAsStream(sample)) {
                        events.add((ReviewEvent) EventJson.mapper().readValue(json, event));
                    }
                }
            }
            return events;
        }
    }
}
