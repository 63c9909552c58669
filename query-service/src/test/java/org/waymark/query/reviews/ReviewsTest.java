package org.waymark.query.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.query.Recordings.attested;
import static org.waymark.query.Recordings.fold;
import static org.waymark.query.Recordings.inMonth;
import static org.waymark.query.Recordings.on;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.events.Group;
import org.waymark.events.PersonId;
import org.waymark.events.PlannedDate;
import org.waymark.events.Precision;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.life.ReviewStage;
import org.waymark.events.recommendation.BoardEvent.BoardActionRecorded;
import org.waymark.events.recommendation.BoardEvent.Disposition;
import org.waymark.events.recommendation.RecommendationEvent;
import org.waymark.events.recommendation.RecommendationId;
import org.waymark.events.recommendation.TextEvent.RecommendationDrafted;
import org.waymark.events.review.CourseEvent.ActionItemOpened;
import org.waymark.events.review.CourseEvent.ReviewDeferred;
import org.waymark.events.review.CourseEvent.ReviewPaused;
import org.waymark.events.review.CourseEvent.ReviewRestarted;
import org.waymark.events.review.CourseEvent.ReviewScheduled;
import org.waymark.events.review.PlanEvent.MilestoneMissed;
import org.waymark.events.review.PlanEvent.MilestoneReached;
import org.waymark.events.review.PlanEvent.MilestoneRescheduled;
import org.waymark.events.review.PlanEvent.Planned;
import org.waymark.events.review.PlanEvent.WorkPlanAdopted;
import org.waymark.events.review.ReportEvent.CommentSubject;
import org.waymark.events.review.ReportEvent.PublicCommentOpened;
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.review.ReviewId;
import org.waymark.events.review.ReviewKind;
import org.waymark.events.review.ScopeEvent.ScopeAgreed;
import org.waymark.events.review.ScopeEvent.ScopeAmended;
import org.waymark.events.review.ScopeEvent.ScopeConcernRaised;
import org.waymark.events.review.ScopeEvent.ScopeDrafted;
import org.waymark.events.review.ScopeEvent.ScopeEndorsed;
import org.waymark.events.review.ScopeEvent.ScopeSharedWithLeadership;
import org.waymark.events.review.TeamEvent;
import org.waymark.events.review.TeamEvent.BoardDesigneeAppointed;
import org.waymark.events.review.TeamEvent.MemberJoined;
import org.waymark.events.review.TeamEvent.MemberReplaced;
import org.waymark.events.review.TeamEvent.MemberResigned;
import org.waymark.events.review.TeamEvent.ReviewTeamSelected;
import org.waymark.events.store.EventNames;
import org.waymark.query.Recordings;
import org.waymark.query.image.RowJson;
import org.waymark.query.reviews.ReviewsRow.Day;
import org.waymark.query.reviews.ReviewsRow.Deferral;
import org.waymark.query.reviews.ReviewsRow.EndorsementState;
import org.waymark.query.reviews.ReviewsRow.Milestone;
import org.waymark.query.reviews.ReviewsRow.Pause;
import org.waymark.query.reviews.ReviewsRow.ScopeState;

class ReviewsTest {

    static final ReviewId SSR2 = new ReviewId("ssr2");
    static final ReviewScheduled SCHEDULED = new ReviewScheduled(
            SSR2, on("2016-06-01"), ReviewKind.SSR, "Second Security Review", "SSR2", "bylaws-2016", null);

    private static ReviewsRow row(WaymarkEvent... events) {
        return Objects.requireNonNull(fold(new Reviews(), events));
    }

    private static PlannedDate due(String day) {
        return PlannedDate.day(LocalDate.parse(day));
    }

    @Test
    void a_pause_keeps_its_month_and_ends_with_the_restart() {
        ReviewsRow paused = row(SCHEDULED, new ReviewPaused(SSR2, inMonth("2017-10-01")));
        assertThat(paused.pauses())
                .containsExactlyEntriesOf(java.util.Map.of(
                        "2017-10-01", new Pause(new Day(LocalDate.of(2017, 10, 1), Precision.MONTH), null, null)));

        ReviewsRow restarted = row(
                SCHEDULED, new ReviewPaused(SSR2, inMonth("2017-10-01")), new ReviewRestarted(SSR2, on("2018-06-07")));
        assertThat(restarted.pauses().get("2017-10-01").until())
                .isEqualTo(new Day(LocalDate.of(2018, 6, 7), Precision.DAY));
    }

    @Test
    void a_second_pause_of_the_same_month_is_another_one() {
        ReviewsRow row = row(
                SCHEDULED,
                new ReviewPaused(SSR2, inMonth("2018-05-01")),
                new ReviewRestarted(SSR2, inMonth("2018-05-01")),
                new ReviewPaused(SSR2, inMonth("2018-05-01")));
        assertThat(row.pauses().values())
                .extracting(pause -> pause.until() != null)
                .containsExactly(true, false);
    }

    @Test
    void a_second_deferral_of_the_same_month_is_another_one() {
        ReviewsRow row = row(
                SCHEDULED,
                new ReviewDeferred(SSR2, inMonth("2018-05-01"), due("2019-01-01")),
                new ReviewDeferred(SSR2, inMonth("2018-05-01"), due("2020-01-01")));
        assertThat(row.deferrals().values())
                .extracting(Deferral::until)
                .containsExactly(due("2019-01-01"), due("2020-01-01"));
    }

    @Test
    void the_first_plan_of_a_milestone_is_never_lost() {
        ReviewsRow row = row(
                SCHEDULED,
                new WorkPlanAdopted(
                        SSR2,
                        on("2018-01-01"),
                        List.of(new Planned("draft-report", "Draft report", due("2018-09-01")))),
                new MilestoneRescheduled(SSR2, on("2018-08-01"), "draft-report", due("2018-12-01")),
                new MilestoneRescheduled(SSR2, on("2018-11-01"), "draft-report", due("2019-02-01")),
                new MilestoneReached(SSR2, on("2019-03-01"), "draft-report"));
        Milestone milestone = row.milestones().get("draft-report");
        assertThat(milestone.firstPlan()).isEqualTo(due("2018-09-01"));
        assertThat(milestone.forecasts()).containsValues(due("2018-12-01"), due("2019-02-01"));
        assertThat(milestone.forecast()).isEqualTo(due("2019-02-01"));
        assertThat(milestone.reachedOn()).isEqualTo(new Day(LocalDate.of(2019, 3, 1), Precision.DAY));
    }

    @Test
    void an_amended_scope_asks_everybody_again_and_keeps_the_earlier_text() {
        ReviewsRow row = row(
                SCHEDULED,
                new ScopeDrafted(SSR2, on("2018-01-01"), "One"),
                new ScopeAgreed(SSR2, on("2018-02-01"), 1, null),
                new ScopeSharedWithLeadership(
                        SSR2, on("2018-02-02"), 1, List.of(Group.GNSO, Group.ALAC), due("2018-04-01")),
                new ScopeEndorsed(SSR2, on("2018-02-03"), 1, Group.GNSO, null),
                new ScopeConcernRaised(SSR2, on("2018-02-04"), 1, Group.ALAC, "Too narrow"),
                new ScopeAmended(SSR2, on("2018-03-01"), 2, "Two"));
        assertThat(row.scope().version()).isEqualTo(2);
        assertThat(row.scope().texts().get("1").text()).isEqualTo("One");
        assertThat(row.scope().texts().get("1").state()).isEqualTo(ScopeState.AGREED);
        assertThat(row.scope().texts().get("2").text()).isEqualTo("Two");
        assertThat(row.scope().endorsements().values())
                .allMatch(answer -> answer.state() == EndorsementState.AWAITED && answer.scopeVersion() == 2);
        assertThat(row.scope().askedOn()).isEqualTo(new Day(LocalDate.of(2018, 3, 1), Precision.DAY));
        assertThat(row.scope().endorseBy()).isNull();
        assertThat(row.stage()).isEqualTo(ReviewStage.SCOPE_SHARED);
    }

    @Test
    void a_milestone_that_was_missed_can_be_kept_on_its_new_day() {
        ReviewsRow missed = row(
                SCHEDULED,
                new MilestoneRescheduled(SSR2, on("2018-08-01"), "draft-report", due("2018-12-01")),
                new MilestoneMissed(SSR2, on("2018-12-02"), "draft-report"));
        assertThat(missed.milestones().get("draft-report").missedOn()).isNotNull();
        ReviewsRow planned = row(
                SCHEDULED,
                new MilestoneRescheduled(SSR2, on("2018-08-01"), "draft-report", due("2018-12-01")),
                new MilestoneMissed(SSR2, on("2018-12-02"), "draft-report"),
                new MilestoneRescheduled(SSR2, on("2018-12-03"), "draft-report", due("2019-02-01")));
        assertThat(planned.milestones().get("draft-report").missedOn()).isNull();
    }

    @Test
    void a_successor_sits_for_the_body_of_the_seat() {
        ReviewsRow row = row(
                SCHEDULED,
                new BoardDesigneeAppointed(SSR2, on("2018-04-01"), new PersonId("person-a")),
                new MemberReplaced(SSR2, on("2018-05-01"), new PersonId("person-a"), new PersonId("person-b"), null));
        assertThat(row.team().members().get("person-a").until()).isNotNull();
        assertThat(row.team().members().get("person-b").group()).isEqualTo(Group.BOARD);
        assertThat(row.team().members().get("person-b").boardDesignee()).isTrue();
    }

    @Test
    void a_review_is_in_progress_when_everybody_asked_has_endorsed() {
        ReviewsRow row = row(
                SCHEDULED,
                new ScopeSharedWithLeadership(SSR2, on("2018-02-02"), 0, List.of(Group.GNSO, Group.ALAC), null),
                new ScopeEndorsed(SSR2, on("2018-02-03"), 0, Group.GNSO, null),
                new ScopeEndorsed(SSR2, on("2018-02-04"), 0, Group.ALAC, "If the budget holds"));
        assertThat(row.stage()).isEqualTo(ReviewStage.IN_PROGRESS);
        assertThat(row.scope().endorsements().get(Group.ALAC).state())
                .isEqualTo(EndorsementState.ENDORSED_WITH_CONDITIONS);
    }

    @Test
    void somebody_unnamed_can_leave_the_seat_they_took() {
        ReviewsRow row = row(
                SCHEDULED,
                new MemberJoined(SSR2, on("2018-04-01"), null, Group.SSAC),
                new MemberResigned(SSR2, on("2018-05-01"), null, Group.SSAC));
        assertThat(row.team().members()).hasSize(1);
        assertThat(row.team().members().get("unnamed-2").until().on()).isEqualTo("2018-05-01");
    }

    @Test
    void who_joins_for_the_board_is_its_designee() {
        PersonId person = new PersonId("person-1");
        ReviewsRow row = row(SCHEDULED, new MemberJoined(SSR2, on("2018-04-01"), person, Group.BOARD));
        assertThat(row.team().members().get("person-1").boardDesignee()).isTrue();
    }

    @Test
    void who_is_selected_for_the_board_is_its_designee() {
        PersonId first = new PersonId("person-1");
        PersonId second = new PersonId("person-2");
        ReviewsRow row = row(
                SCHEDULED,
                new BoardDesigneeAppointed(SSR2, on("2018-03-01"), first),
                new ReviewTeamSelected(
                        SSR2,
                        on("2018-04-01"),
                        null,
                        List.of(),
                        List.of(new TeamEvent.Member(first, null), new TeamEvent.Member(second, Group.GNSO))));
        assertThat(row.team().members().get("person-1").boardDesignee()).isTrue();
        assertThat(row.team().members().get("person-1").group()).isEqualTo(Group.BOARD);
        assertThat(row.team().members().get("person-2").boardDesignee()).isFalse();
    }

    @Test
    void what_was_waived_is_kept_with_the_event_that_did_not_keep_it() {
        ReviewsRow row = row(SCHEDULED, new ReviewRestarted(SSR2, attested("2018-06-07", "A_PAUSE_IS_ON_RECORD")));
        assertThat(row.waived()).containsExactlyEntriesOf(java.util.Map.of("A_PAUSE_IS_ON_RECORD", 2L));
    }

    @Test
    void the_boards_first_action_is_kept_whatever_follows() {
        RecommendationId one = RecommendationId.of(SSR2, "1.1");
        ReviewsRow row = row(
                SCHEDULED,
                new RecommendationDrafted(one, on("2021-01-01"), "1.1", "Title", null, null, List.of(), null),
                new BoardActionRecorded(one, on("2021-07-22"), "whole", Disposition.PENDING, null, "why", List.of()),
                new BoardActionRecorded(one, on("2023-09-10"), "whole", Disposition.APPROVED, null, null, List.of()));
        assertThat(row.reports().boardFirstActedOn().on()).isEqualTo("2021-07-22");
        assertThat(row.recommendations().get("1.1").parts()).containsEntry("whole", Disposition.APPROVED);
        assertThat(row.version()).as("the version of its own stream").isZero();
        assertThat(row.last().stream()).isEqualTo("recommendation/ssr2/1.1");
    }

    static Stream<String> reviewEvents() {
        return names(ReviewEvent.class);
    }

    static Stream<String> recommendationEvents() {
        return names(RecommendationEvent.class);
    }

    private static Stream<String> names(Class<?> of) {
        return EventNames.all().entrySet().stream()
                .filter(event -> of.isAssignableFrom(event.getValue()))
                .map(java.util.Map.Entry::getKey)
                .sorted();
    }

    /** On purpose without a trace of their own: the register shows both decisions, retractions take others out. */
    private static final Set<String> NO_TRACE = Set.of("DecisionSuperseded", "ReviewFactRetracted");

    @ParameterizedTest
    @MethodSource("reviewEvents")
    void every_event_of_a_review_leaves_its_trace(String name) {
        List<WaymarkEvent> first = List.of(
                SCHEDULED,
                new ReviewPaused(SSR2, on("2018-01-01")),
                new ActionItemOpened(SSR2, on("2018-01-01"), "7", "Ask", null, null),
                new PublicCommentOpened(SSR2, on("2018-01-01"), "draft-report", CommentSubject.DRAFT_REPORT, null));
        ReviewsRow before = Recordings.fold(new Reviews(), first);
        ReviewsRow after = Recordings.fold(new Reviews(), Recordings.and(first, name));
        assertThat(content(after).equals(content(before))).isEqualTo(NO_TRACE.contains(name));
    }

    /** What a review shows of its recommendations; all else stands on the recommendation's own page. */
    private static final Set<String> SHOWN_IN_BRIEF = Set.of(
            "RecommendationDrafted",
            "RecommendationReworded",
            "RecommendationMerged",
            "RecommendationWithdrawn",
            "RecommendationPrioritized",
            "BoardActionRecorded",
            "ImplementationStarted",
            "ImplementationStatusReported",
            "ImplementationCompleted",
            "CompletionVerified",
            "CompletionDisputed",
            "RecommendationRetired");

    @ParameterizedTest
    @MethodSource("recommendationEvents")
    void a_review_shows_its_recommendations_in_brief(String name) {
        RecommendationId one = RecommendationId.of(SSR2, "1.1");
        List<WaymarkEvent> first = List.of(
                SCHEDULED, new RecommendationDrafted(one, on("2021-01-01"), "1", null, null, null, List.of(), null));
        ReviewsRow before = Recordings.fold(new Reviews(), first);
        ReviewsRow after = Recordings.fold(new Reviews(), Recordings.and(first, name));
        assertThat(!content(after).equals(content(before))).isEqualTo(SHOWN_IN_BRIEF.contains(name));
        assertThat(after.last().position()).isEqualTo(3);
    }

    private static ObjectNode content(ReviewsRow row) {
        ObjectNode json = RowJson.mapper().valueToTree(row);
        json.remove(List.of("last", "version", "waived"));
        return json;
    }
}
