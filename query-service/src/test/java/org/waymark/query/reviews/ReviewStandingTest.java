package org.waymark.query.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.query.Recordings.fold;
import static org.waymark.query.Recordings.on;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.waymark.events.Group;
import org.waymark.events.PlannedDate;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.life.ReviewStage;
import org.waymark.events.recommendation.BoardEvent.BoardActionRecorded;
import org.waymark.events.recommendation.BoardEvent.Disposition;
import org.waymark.events.recommendation.ConsensusEvent.RecommendationPrioritized;
import org.waymark.events.recommendation.ImplementationEvent.CompletionVerified;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationCompleted;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatus;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatusReported;
import org.waymark.events.recommendation.RecommendationId;
import org.waymark.events.recommendation.TeamPriority;
import org.waymark.events.recommendation.TextEvent.RecommendationDrafted;
import org.waymark.events.review.CourseEvent.ActionItemOpened;
import org.waymark.events.review.CourseEvent.BoardActedOnReport;
import org.waymark.events.review.CourseEvent.CountingUnit;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.CourseEvent.ReviewClosed;
import org.waymark.events.review.CourseEvent.ReviewDeferred;
import org.waymark.events.review.CourseEvent.ReviewPaused;
import org.waymark.events.review.CourseEvent.ReviewRestarted;
import org.waymark.events.review.PlanEvent.MilestonePlanned;
import org.waymark.events.review.PlanEvent.MilestoneReached;
import org.waymark.events.review.PlanEvent.MilestoneRescheduled;
import org.waymark.events.review.ReportEvent.BoardActionDueSet;
import org.waymark.events.review.ReportEvent.FinalReportSubmitted;
import org.waymark.events.review.ReviewId;
import org.waymark.events.review.ScopeEvent.ScopeAmended;
import org.waymark.events.review.ScopeEvent.ScopeConcernRaised;
import org.waymark.events.review.ScopeEvent.ScopeEndorsed;
import org.waymark.events.review.ScopeEvent.ScopeSharedWithLeadership;
import org.waymark.events.review.ScopeEvent.TermsOfReferenceAdopted;
import org.waymark.events.review.TeamEvent.LeadershipSelected;
import org.waymark.events.review.TeamEvent.ReviewTeamConvened;
import org.waymark.events.rules.RulePacks;
import org.waymark.query.reviews.ReviewStanding.Health;
import org.waymark.query.reviews.ReviewStanding.State;

/** How a review stands on fixed days, by the pack {@code bylaws-2016}: 60 days to the terms of reference, six months for the Board. */
class ReviewStandingTest {

    private static final RulePacks PACKS = RulePacks.shipped();
    private static final ReviewId SSR2 = ReviewsTest.SSR2;
    private static final ReviewTeamConvened CONVENED = new ReviewTeamConvened(SSR2, on("2017-03-02"));
    private static final FinalReportSubmitted SUBMITTED =
            new FinalReportSubmitted(SSR2, on("2021-01-25"), List.of(), null, null, null);

    private static ReviewStanding on_day(String day, WaymarkEvent... events) {
        List<WaymarkEvent> all = new ArrayList<>(List.of(ReviewsTest.SCHEDULED));
        all.addAll(List.of(events));
        ReviewsRow row = Objects.requireNonNull(fold(new Reviews(), all.toArray(WaymarkEvent[]::new)));
        return ReviewStanding.of(row, LocalDate.parse(day), PACKS);
    }

    private static Clock clock(Clock.Kind kind, ReviewStanding standing) {
        return standing.clocks().stream()
                .filter(clock -> clock.clock() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class The_clock_to_the_terms_of_reference {

        @Test
        void runs_sixty_days_from_the_first_meeting() {
            Clock clock = clock(Clock.Kind.TERMS_OF_REFERENCE, on_day("2017-04-01", CONVENED));
            assertThat(clock.dueOn()).isEqualTo("2017-05-01");
            assertThat(clock.late()).isFalse();
            assertThat(clock.clause()).isNotBlank();
        }

        @Test
        void is_kept_on_its_last_day_and_late_the_day_after() {
            assertThat(on_day("2017-05-01", CONVENED).health()).isEqualTo(Health.NO_PLAN);
            assertThat(on_day("2017-05-02", CONVENED).health()).isEqualTo(Health.LATE);
            assertThat(clock(Clock.Kind.TERMS_OF_REFERENCE, on_day("2017-05-02", CONVENED))
                            .daysLate())
                    .isEqualTo(1);
        }

        @Test
        void stands_still_during_a_pause() {
            Clock clock = clock(
                    Clock.Kind.TERMS_OF_REFERENCE,
                    on_day(
                            "2017-06-01",
                            CONVENED,
                            new ReviewPaused(SSR2, on("2017-03-12")),
                            new ReviewRestarted(SSR2, on("2017-04-11"))));
            assertThat(clock.pausedDays()).isEqualTo(30);
            assertThat(clock.dueOn()).isEqualTo("2017-05-31");
        }

        @Test
        void stands_still_from_its_first_day_on_during_a_pause_that_was_there_before() {
            Clock clock = clock(
                    Clock.Kind.TERMS_OF_REFERENCE,
                    on_day(
                            "2017-06-01",
                            new ReviewPaused(SSR2, on("2017-02-10")),
                            CONVENED,
                            new ReviewRestarted(SSR2, on("2017-03-12"))));
            assertThat(clock.pausedDays()).isEqualTo(10);
            assertThat(clock.dueOn()).isEqualTo("2017-05-11");
        }

        @Test
        void stands_still_once_on_a_day_of_two_pauses() {
            Clock clock = clock(
                    Clock.Kind.TERMS_OF_REFERENCE,
                    on_day(
                            "2017-06-01",
                            CONVENED,
                            new ReviewPaused(SSR2, on("2017-03-12")),
                            new ReviewPaused(SSR2, on("2017-03-22")),
                            new ReviewRestarted(SSR2, on("2017-04-11"))));
            assertThat(clock.pausedDays()).isEqualTo(30);
            assertThat(clock.dueOn()).isEqualTo("2017-05-31");
        }

        @Test
        void is_not_moved_by_a_pause_that_ended_before_it_began() {
            Clock clock = clock(
                    Clock.Kind.TERMS_OF_REFERENCE,
                    on_day(
                            "2017-06-01",
                            new ReviewPaused(SSR2, on("2017-02-01")),
                            new ReviewRestarted(SSR2, on("2017-02-20")),
                            CONVENED));
            assertThat(clock.pausedDays()).isZero();
            assertThat(clock.dueOn()).isEqualTo("2017-05-01");
        }

        @Test
        void stands_still_as_long_as_a_pause_has_no_end() {
            Clock clock = clock(
                    Clock.Kind.TERMS_OF_REFERENCE,
                    on_day("2017-04-11", CONVENED, new ReviewPaused(SSR2, on("2017-03-12"))));
            assertThat(clock.pausedDays()).isEqualTo(30);
            assertThat(clock.dueOn()).isEqualTo("2017-05-31");
        }

        @Test
        void is_not_moved_by_a_pause_after_it_stopped() {
            Clock clock = clock(
                    Clock.Kind.TERMS_OF_REFERENCE,
                    on_day(
                            "2018-01-01",
                            CONVENED,
                            new TermsOfReferenceAdopted(SSR2, on("2017-04-11"), null),
                            new ReviewPaused(SSR2, on("2017-04-21")),
                            new ReviewRestarted(SSR2, on("2017-06-21"))));
            assertThat(clock.pausedDays()).isZero();
            assertThat(clock.dueOn()).isEqualTo("2017-05-01");
        }

        @Test
        void stops_when_they_are_adopted() {
            Clock clock = clock(
                    Clock.Kind.TERMS_OF_REFERENCE,
                    on_day("2026-01-01", CONVENED, new TermsOfReferenceAdopted(SSR2, on("2017-05-11"), null)));
            assertThat(clock.stoppedOn()).isEqualTo("2017-05-11");
            assertThat(clock.late()).isFalse();
            assertThat(clock.daysLate()).isEqualTo(10);
        }
    }

    @Nested
    class The_boards_clock {

        private final BoardActedOnReport acted =
                new BoardActedOnReport(SSR2, on("2021-07-22"), null, CountingUnit.RECOMMENDATION, 13, 16, 34, 0);

        @Test
        void runs_six_months_from_receipt() {
            assertThat(clock(Clock.Kind.BOARD_ACTION, on_day("2021-02-01", SUBMITTED))
                            .dueOn())
                    .isEqualTo("2021-07-25");
            assertThat(on_day("2021-07-26", SUBMITTED).health()).isEqualTo(Health.LATE);
        }

        @Test
        void follows_the_day_that_was_set() {
            BoardActionDueSet set =
                    new BoardActionDueSet(SSR2, on("2021-02-01"), PlannedDate.day(LocalDate.of(2021, 9, 1)));
            assertThat(clock(Clock.Kind.BOARD_ACTION, on_day("2021-08-01", SUBMITTED, set))
                            .dueOn())
                    .isEqualTo("2021-09-01");
        }

        @Test
        void stops_at_the_first_action() {
            ReviewStanding standing = on_day("2026-01-01", SUBMITTED, acted);
            assertThat(clock(Clock.Kind.BOARD_ACTION, standing).stoppedOn()).isEqualTo("2021-07-22");
            assertThat(standing.stage()).isEqualTo(ReviewStage.BOARD_ACTED);
        }

        @Test
        void counts_what_only_totals_are_known_of() {
            Totals totals = on_day("2026-01-01", SUBMITTED, acted).totals().get(CountingUnit.RECOMMENDATION);
            assertThat(totals.approved()).isEqualTo(13);
            assertThat(totals.pending()).isEqualTo(34);
            assertThat(totals.listed()).isNull();
        }
    }

    @Nested
    class Health_by_the_plan {

        private final MilestonePlanned planned =
                new MilestonePlanned(SSR2, on("2018-01-01"), "draft-report", "Draft report", day("2018-09-01"));

        private static PlannedDate day(String day) {
            return PlannedDate.day(LocalDate.parse(day));
        }

        @Test
        void is_on_track_until_the_planned_day_is_over() {
            assertThat(on_day("2018-09-01", planned).health()).isEqualTo(Health.ON_TRACK);
            assertThat(on_day("2018-09-02", planned).health()).isEqualTo(Health.LATE);
        }

        @Test
        void is_at_risk_when_the_forecast_is_behind_the_first_plan() {
            ReviewStanding standing = on_day(
                    "2018-06-01",
                    planned,
                    new MilestoneRescheduled(SSR2, on("2018-05-01"), "draft-report", day("2018-10-01")));
            assertThat(standing.health()).isEqualTo(Health.AT_RISK);
            assertThat(standing.slipDays()).isEqualTo(30);
        }

        @Test
        void is_on_track_again_once_it_is_reached_whatever_the_slip() {
            ReviewStanding standing =
                    on_day("2019-01-01", planned, new MilestoneReached(SSR2, on("2018-12-01"), "draft-report"));
            assertThat(standing.health()).isEqualTo(Health.ON_TRACK);
            assertThat(standing.slipDays()).isEqualTo(91);
        }

        @Test
        void is_not_said_where_there_is_no_plan() {
            assertThat(on_day("2018-01-01").health()).isEqualTo(Health.NO_PLAN);
            assertThat(on_day("2018-01-01").slipDays()).isNull();
        }

        @Test
        void is_owed_by_nobody_once_the_review_is_closed() {
            ActionItemOpened item = new ActionItemOpened(
                    SSR2, on("2018-01-01"), "7", "Ask", null, PlannedDate.day(LocalDate.of(2018, 3, 1)));
            ReviewClosed closed = new ReviewClosed(SSR2, on("2018-05-20"));
            assertThat(clock(Clock.Kind.ACTION_ITEM, on_day("2018-05-19", item)).late())
                    .isTrue();
            assertThat(clock(Clock.Kind.ACTION_ITEM, on_day("2018-05-20", item, closed))
                            .late())
                    .isFalse();
        }

        @Test
        void is_done_when_the_review_is_closed() {
            assertThat(on_day("2020-01-01", planned, new ReviewClosed(SSR2, on("2019-12-01")))
                            .health())
                    .isEqualTo(Health.DONE);
        }
    }

    @Nested
    class State_and_stage {

        @Test
        void a_pause_shows_until_the_restart() {
            ReviewPaused paused = new ReviewPaused(SSR2, on("2017-10-28"));
            assertThat(on_day("2018-01-15", CONVENED, paused).state()).isEqualTo(State.PAUSED);
            assertThat(on_day("2018-01-15", CONVENED, paused).pausedSince().on())
                    .isEqualTo("2017-10-28");
            assertThat(on_day("2018-06-07", CONVENED, paused, new ReviewRestarted(SSR2, on("2018-06-07")))
                            .state())
                    .isEqualTo(State.UNDER_WAY);
        }

        @Test
        void a_deferral_shows_the_new_date() {
            PlannedDate until = PlannedDate.day(LocalDate.of(2025, 4, 1));
            ReviewStanding standing = on_day("2024-05-01", new ReviewDeferred(SSR2, on("2024-04-01"), until));
            assertThat(standing.state()).isEqualTo(State.DEFERRED);
            assertThat(standing.deferredUntil()).isEqualTo(until);
        }

        @Test
        void a_deferral_is_over_on_the_first_day_of_its_term() {
            ReviewDeferred deferred =
                    new ReviewDeferred(SSR2, on("2024-04-01"), PlannedDate.day(LocalDate.of(2025, 4, 1)));
            assertThat(on_day("2025-03-31", deferred).state()).isEqualTo(State.DEFERRED);
            assertThat(on_day("2025-04-01", deferred).state()).isEqualTo(State.NOT_STARTED);
            assertThat(on_day("2025-04-01", deferred).deferredUntil()).isNull();
        }

        @Test
        void a_restart_ends_a_deferral() {
            ReviewDeferred deferred =
                    new ReviewDeferred(SSR2, on("2024-04-01"), PlannedDate.day(LocalDate.of(2027, 4, 1)));
            assertThat(on_day("2024-06-01", deferred, new ReviewRestarted(SSR2, on("2024-06-01")))
                            .state())
                    .isEqualTo(State.NOT_STARTED);
        }

        @Test
        void an_amendment_asks_every_body_again() {
            ScopeSharedWithLeadership shared = new ScopeSharedWithLeadership(
                    SSR2, on("2018-09-05"), 1, List.of(Group.GNSO), PlannedDate.day(LocalDate.of(2018, 10, 5)));
            ScopeEndorsed endorsed = new ScopeEndorsed(SSR2, on("2018-09-10"), 1, Group.GNSO, null);
            ScopeAmended amended = new ScopeAmended(SSR2, on("2018-09-20"), 2, "Less");
            assertThat(on_day("2018-09-20", shared, endorsed).stage()).isEqualTo(ReviewStage.IN_PROGRESS);
            assertThat(on_day("2018-09-20", shared, endorsed, amended).stage()).isEqualTo(ReviewStage.SCOPE_SHARED);
        }

        @Test
        void a_concern_of_a_body_that_was_not_asked_holds_nothing_up() {
            ScopeSharedWithLeadership shared = new ScopeSharedWithLeadership(
                    SSR2, on("2018-09-05"), 1, List.of(Group.GNSO), PlannedDate.day(LocalDate.of(2018, 10, 5)));
            ScopeConcernRaised concern = new ScopeConcernRaised(SSR2, on("2018-09-09"), 1, Group.SSAC, "Too wide");
            ScopeEndorsed endorsed = new ScopeEndorsed(SSR2, on("2018-09-10"), 1, Group.GNSO, null);
            assertThat(on_day("2018-09-10", shared, concern, endorsed).stage()).isEqualTo(ReviewStage.IN_PROGRESS);
        }

        @Test
        void a_team_with_leaders_is_as_far_as_one_that_has_met() {
            assertThat(on_day("2018-01-01", new LeadershipSelected(SSR2, on("2017-10-03"), List.of()))
                            .stage())
                    .isEqualTo(ReviewStage.CONVENED);
        }

        @Test
        void a_review_has_not_started_when_nothing_but_its_schedule_is_on_record() {
            OccurrenceNoted report =
                    new OccurrenceNoted(SSR2, on("2017-01-01"), "implementation-report", "The last one");
            assertThat(on_day("2018-01-01").state()).isEqualTo(State.NOT_STARTED);
            assertThat(on_day("2018-01-01", report).state()).isEqualTo(State.UNDER_WAY);
        }

        @Test
        void silence_on_a_shared_scope_counts_as_no_objection_after_the_last_day() {
            ScopeSharedWithLeadership shared = new ScopeSharedWithLeadership(
                    SSR2, on("2018-09-05"), 1, List.of(Group.GNSO), PlannedDate.day(LocalDate.of(2018, 10, 5)));
            assertThat(on_day("2018-10-05", shared).stage()).isEqualTo(ReviewStage.SCOPE_SHARED);
            assertThat(on_day("2018-10-06", shared).stage()).isEqualTo(ReviewStage.IN_PROGRESS);
            assertThat(clock(Clock.Kind.ENDORSEMENT, on_day("2018-10-06", shared))
                            .late())
                    .isFalse();
        }
    }

    @Nested
    class Totals_and_progress {

        private RecommendationDrafted drafted(String number) {
            return new RecommendationDrafted(id(number), on("2020-01-01"), number, null, null, null, List.of(), null);
        }

        private RecommendationId id(String number) {
            return RecommendationId.of(SSR2, number);
        }

        private BoardActionRecorded acted(String number, String part, Disposition disposition) {
            return new BoardActionRecorded(
                    id(number),
                    on("2021-07-22"),
                    part,
                    disposition,
                    null,
                    "why",
                    disposition == Disposition.PASSED_THROUGH ? List.of(Group.GNSO) : List.of());
        }

        private final WaymarkEvent[] history = {
            SUBMITTED,
            drafted("1"),
            drafted("2"),
            drafted("3"),
            new RecommendationPrioritized(id("1"), on("2020-02-01"), TeamPriority.HIGH, "why"),
            acted("1", "whole", Disposition.APPROVED),
            acted("2", "a", Disposition.PENDING),
            acted("2", "b", Disposition.PASSED_THROUGH)
        };

        @Test
        void name_what_they_count() {
            ReviewStanding standing = on_day("2022-01-01", history);
            Totals recommendations = standing.totals().get(CountingUnit.RECOMMENDATION);
            assertThat(recommendations).isEqualTo(new Totals(3, 1, 0, 0, 0, 1, 1, 0));
            assertThat(standing.totals().get(CountingUnit.PART)).isEqualTo(new Totals(4, 1, 0, 1, 1, 0, 1, 0));
        }

        @Test
        void the_board_has_acted_only_when_it_acted_on_all() {
            assertThat(on_day("2022-01-01", history).stage()).isEqualTo(ReviewStage.FINAL_SUBMITTED);
            assertThat(on_day("2022-01-01", with(acted("3", "whole", Disposition.REJECTED)))
                            .stage())
                    .isEqualTo(ReviewStage.BOARD_ACTED);
        }

        @Test
        void a_report_of_work_shows_the_review_in_implementation() {
            assertThat(on_day(
                                    "2022-01-01",
                                    with(
                                            acted("3", "whole", Disposition.REJECTED),
                                            new ImplementationStatusReported(
                                                    id("1"),
                                                    on("2021-12-01"),
                                                    ImplementationStatus.IN_PROGRESS,
                                                    null,
                                                    null)))
                            .stage())
                    .isEqualTo(ReviewStage.IMPLEMENTING);
        }

        @Test
        void only_a_verified_completion_is_done() {
            WaymarkEvent claimed = new ImplementationCompleted(id("1"), on("2022-01-01"), "document");
            assertThat(on_day("2022-02-01", with(claimed)).progress().get("HIGH"))
                    .isEqualTo(new Progress(1, 0, 1, 0, 0, 0, 0, 0, 0));
            assertThat(on_day("2022-02-01", with(claimed, new CompletionVerified(id("1"), on("2022-01-02"), "Seen")))
                            .progress()
                            .get("HIGH"))
                    .isEqualTo(new Progress(1, 1, 0, 0, 0, 0, 0, 0, 0));
        }

        private WaymarkEvent[] with(WaymarkEvent... more) {
            List<WaymarkEvent> all = new ArrayList<>(List.of(history));
            all.addAll(List.of(more));
            return all.toArray(WaymarkEvent[]::new);
        }
    }
}
