package org.waymark.query.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.query.Recordings.by;
import static org.waymark.query.Recordings.on;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.events.Group;
import org.waymark.events.PersonId;
import org.waymark.events.PlannedDate;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.recommendation.BoardEvent.Answer;
import org.waymark.events.recommendation.BoardEvent.BoardActionRecorded;
import org.waymark.events.recommendation.BoardEvent.Disposition;
import org.waymark.events.recommendation.BoardEvent.PassThroughAnswered;
import org.waymark.events.recommendation.ImplementationEvent.CompletionDisputed;
import org.waymark.events.recommendation.ImplementationEvent.CompletionVerified;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationCompleted;
import org.waymark.events.recommendation.RecommendationId;
import org.waymark.events.recommendation.TextEvent.RecommendationDrafted;
import org.waymark.events.recommendation.TextEvent.RecommendationWithdrawn;
import org.waymark.events.review.CourseEvent.BoardActedOnReport;
import org.waymark.events.review.CourseEvent.CountingUnit;
import org.waymark.events.review.CourseEvent.ReviewClosed;
import org.waymark.events.review.CourseEvent.ReviewScheduled;
import org.waymark.events.review.ReportEvent.BoardActionDueSet;
import org.waymark.events.review.ReportEvent.FinalReportSubmitted;
import org.waymark.events.review.ReviewId;
import org.waymark.events.review.ReviewKind;
import org.waymark.events.review.ScopeEvent.ScopeAmended;
import org.waymark.events.review.ScopeEvent.ScopeConcernRaised;
import org.waymark.events.review.ScopeEvent.ScopeEndorsed;
import org.waymark.events.review.ScopeEvent.ScopeSharedWithLeadership;
import org.waymark.events.review.TeamEvent.CallForVolunteersExtended;
import org.waymark.events.review.TeamEvent.CallForVolunteersOpened;
import org.waymark.events.review.TeamEvent.CandidateNominated;
import org.waymark.events.review.TeamEvent.ReviewTeamSelected;
import org.waymark.events.review.TeamEvent.Seats;
import org.waymark.query.HandClock;
import org.waymark.query.TestApplication;

/** What concerns a body and waits for it, day by day; each test has a review of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcernTest {

    private TestApplication test;

    @BeforeAll
    void open(@TempDir Path folder) {
        test = new TestApplication(folder, new HandClock("2026-11-24T12:00:00Z"));
    }

    @AfterAll
    void close() {
        test.close();
    }

    private ReviewId review(String id) {
        ReviewId review = new ReviewId(id);
        recorded(new ReviewScheduled(review, on("2026-01-15"), ReviewKind.SSR, "Stability", id, "bylaws-2016", null));
        return review;
    }

    private void recorded(WaymarkEvent... events) {
        test.record(List.of(events), Map.of());
        test.caughtUp();
    }

    private static PlannedDate day(String day) {
        return PlannedDate.day(LocalDate.parse(day));
    }

    private JsonNode row(Group group, String day) {
        return test.json("/api/groups/%s?asOf=%s".formatted(group, day)).at("/entry/row");
    }

    private JsonNode waiting(Group group, String day, String key) {
        return row(group, day).path("waiting").path(key);
    }

    /** Returns the bodies for which something waits on a day, in alphabetical order of their codes. */
    private List<String> whoAreAsked(String day, String key) {
        List<String> asked = new ArrayList<>();
        test.json("/api/groups?asOf=" + day).get("rows").forEach(body -> {
            if (body.at("/row/waiting").has(key)) {
                asked.add(body.get("key").asText());
            }
        });
        return asked.stream().sorted().toList();
    }

    private static void assertWaits(JsonNode open, String asked, String since, @Nullable String due, String verb) {
        assertThat(open.path("group").asText()).isEqualTo(asked);
        assertThat(open.path("since").asText()).isEqualTo(since);
        assertThat(open.path("dueOn").asText(null)).isEqualTo(due);
        assertThat(open.path("verb").asText()).isEqualTo(verb);
    }

    @Nested
    class A_call_for_volunteers {

        private ReviewId called(String id) {
            ReviewId review = review(id);
            recorded(new CallForVolunteersOpened(review, on("2026-02-01"), day("2026-03-31")));
            return review;
        }

        @Test
        void waits_for_a_nomination_from_its_first_day_to_its_last() {
            called("call1");
            String key = "NOMINATE:call1:GNSO";
            assertThat(waiting(Group.GNSO, "2026-01-31", key).isMissingNode()).isTrue();
            assertWaits(
                    waiting(Group.GNSO, "2026-02-01", key), "GNSO", "2026-02-01", "2026-03-31", "nominate-candidate");
            assertThat(waiting(Group.GNSO, "2026-03-31", key).isMissingNode()).isFalse();
            assertThat(waiting(Group.GNSO, "2026-04-01", key).isMissingNode()).isTrue();
        }

        @Test
        void asks_each_so_and_ac_for_itself_and_nobody_else() {
            called("call2");
            for (Group group : Group.values()) {
                assertThat(whoAreAsked("2026-03-01", "NOMINATE:call2:" + group))
                        .isEqualTo(group.isSoAc() ? List.of(group.name()) : List.of());
            }
        }

        @Test
        void asks_a_body_no_more_once_a_part_of_it_named_somebody() {
            ReviewId review = called("call3");
            recorded(new CandidateNominated(review, on("2026-02-10"), Group.NCUC, new PersonId("person-c")));
            assertThat(whoAreAsked("2026-02-09", "NOMINATE:call3:GNSO")).containsExactly("GNSO");
            assertThat(whoAreAsked("2026-02-10", "NOMINATE:call3:GNSO")).isEmpty();
            assertThat(whoAreAsked("2026-02-10", "NOMINATE:call3:ALAC")).containsExactly("ALAC");
        }

        @Test
        void waits_longer_when_it_is_extended() {
            ReviewId review = called("call4");
            recorded(new CallForVolunteersExtended(review, on("2026-03-20"), day("2026-04-30")));
            JsonNode extended = waiting(Group.SSAC, "2026-04-30", "NOMINATE:call4:SSAC");
            assertWaits(extended, "SSAC", "2026-02-01", "2026-04-30", "nominate-candidate");
        }

        @Test
        void asks_nobody_any_more_when_the_team_is_seated() {
            ReviewId review = called("call5");
            recorded(new ReviewTeamSelected(review, on("2026-03-10"), null, List.of(), List.of()));
            assertThat(whoAreAsked("2026-03-09", "NOMINATE:call5:GAC")).containsExactly("GAC");
            assertThat(whoAreAsked("2026-03-10", "NOMINATE:call5:GAC")).isEmpty();
        }

        @Test
        void asks_nobody_where_its_last_day_is_not_on_record() {
            ReviewId review = review("call6");
            recorded(new CallForVolunteersOpened(review, on("2026-02-01"), null));
            assertThat(whoAreAsked("2026-03-01", "NOMINATE:call6:GNSO")).isEmpty();
        }
    }

    @Nested
    class A_scope_that_is_shared {

        private ReviewId shared(String id) {
            ReviewId review = review(id);
            recorded(new ScopeSharedWithLeadership(
                    review, on("2026-06-01"), 1, List.of(Group.NCUC, Group.SSAC), day("2026-07-31")));
            return review;
        }

        @Test
        void waits_at_the_part_that_is_asked_and_at_every_body_it_is_part_of() {
            shared("scope1");
            String key = "ENDORSE_SCOPE:scope1:NCUC";
            assertThat(whoAreAsked("2026-06-01", key)).containsExactly("GNSO", "NCPH", "NCSG", "NCUC");
            for (Group group : List.of(Group.NCUC, Group.GNSO)) {
                assertWaits(waiting(group, "2026-06-01", key), "NCUC", "2026-06-01", "2026-07-31", "endorse-scope");
            }
            assertThat(whoAreAsked("2026-06-01", "ENDORSE_SCOPE:scope1:SSAC")).containsExactly("SSAC");
        }

        @Test
        void waits_from_the_day_it_is_shared_to_the_last_day_to_answer() {
            shared("scope2");
            String key = "ENDORSE_SCOPE:scope2:SSAC";
            assertThat(whoAreAsked("2026-05-31", key)).isEmpty();
            assertThat(whoAreAsked("2026-07-31", key)).containsExactly("SSAC");
            assertThat(whoAreAsked("2026-08-01", key)).isEmpty();
        }

        @Test
        void waits_no_more_for_a_body_that_endorsed_it() {
            ReviewId review = shared("scope3");
            recorded(new ScopeEndorsed(review, on("2026-06-20"), 1, Group.NCUC, null));
            assertThat(whoAreAsked("2026-06-19", "ENDORSE_SCOPE:scope3:NCUC")).contains("GNSO");
            assertThat(whoAreAsked("2026-06-20", "ENDORSE_SCOPE:scope3:NCUC")).isEmpty();
            assertThat(whoAreAsked("2026-06-20", "ENDORSE_SCOPE:scope3:SSAC")).containsExactly("SSAC");
        }

        @Test
        void waits_no_more_for_a_body_that_raised_a_concern() {
            ReviewId review = shared("scope4");
            recorded(new ScopeConcernRaised(review, on("2026-06-20"), 1, Group.SSAC, "Too wide"));
            assertThat(whoAreAsked("2026-06-20", "ENDORSE_SCOPE:scope4:SSAC")).isEmpty();
        }

        @Test
        void waits_for_everybody_anew_when_it_is_amended() {
            ReviewId review = shared("scope5");
            recorded(
                    new ScopeEndorsed(review, on("2026-06-20"), 1, Group.SSAC, null),
                    new ScopeAmended(review, on("2026-07-01"), 2, "Three subjects"));
            JsonNode again = waiting(Group.SSAC, "2026-07-01", "ENDORSE_SCOPE:scope5:SSAC");
            assertThat(again.path("since").asText()).isEqualTo("2026-07-01");
            assertThat(whoAreAsked("2026-06-30", "ENDORSE_SCOPE:scope5:SSAC")).isEmpty();
        }

        @Test
        void shows_a_body_what_its_parts_answered() {
            ReviewId review = shared("scope6");
            recorded(new ScopeEndorsed(review, on("2026-06-20"), 1, Group.NCUC, "If the budget holds"));
            JsonNode answers = row(Group.GNSO, "2026-07-01").at("/reviews/scope6/endorsements");
            assertThat(answers.at("/NCUC/state").asText()).isEqualTo("ENDORSED_WITH_CONDITIONS");
            assertThat(answers).hasSize(1);
        }
    }

    @Nested
    class A_final_report {

        private ReviewId submitted(String id) {
            ReviewId review = review(id);
            recorded(new FinalReportSubmitted(review, on("2026-03-25"), List.of(), null, null, null));
            return review;
        }

        @Test
        void waits_for_the_board_alone_for_six_months() {
            submitted("report1");
            String key = "ACT_ON_REPORT:report1:BOARD";
            assertThat(whoAreAsked("2026-03-24", key)).isEmpty();
            assertThat(whoAreAsked("2026-03-25", key)).containsExactly("BOARD");
            assertWaits(
                    waiting(Group.BOARD, "2026-03-25", key),
                    "BOARD",
                    "2026-03-25",
                    "2026-09-25",
                    "record-board-action");
        }

        @Test
        void waits_beyond_its_due_day_until_the_board_acts_on_it() {
            ReviewId review = submitted("report2");
            recorded(
                    new BoardActedOnReport(review, on("2026-10-20"), null, CountingUnit.RECOMMENDATION, 13, 16, 34, 0));
            String key = "ACT_ON_REPORT:report2:BOARD";
            assertThat(whoAreAsked("2026-10-19", key)).containsExactly("BOARD");
            assertThat(whoAreAsked("2026-10-20", key)).isEmpty();
        }

        @Test
        void waits_to_the_day_that_was_set() {
            ReviewId review = submitted("report3");
            recorded(new BoardActionDueSet(review, on("2026-04-01"), day("2026-12-31")));
            JsonNode open = waiting(Group.BOARD, "2026-04-01", "ACT_ON_REPORT:report3:BOARD");
            assertWaits(open, "BOARD", "2026-03-25", "2026-12-31", "record-board-action");
        }
    }

    @Nested
    class A_recommendation {

        private RecommendationId drafted(String review, String number, Group... addressees) {
            RecommendationId id = new RecommendationId(review + "/" + number);
            recorded(new RecommendationDrafted(
                    id, on("2026-03-01"), "R" + number, "Name it", null, null, List.of(addressees), null));
            return id;
        }

        private void acted(RecommendationId id, String day, String part, Disposition disposition, Group... passedTo) {
            recorded(new BoardActionRecorded(id, on(day), part, disposition, "2026.05.01", "why", List.of(passedTo)));
        }

        @Test
        void concerns_whom_it_is_addressed_to_and_the_bodies_these_are_part_of() {
            review("rec1");
            drafted("rec1", "1", Group.NCUC, Group.NPOC);
            drafted("rec1", "2", Group.GNSO);
            JsonNode gnso = row(Group.GNSO, "2026-03-01");
            assertThat(gnso.at("/recommendations/rec1~11/addressed").asBoolean())
                    .isTrue();
            assertThat(gnso.at("/recommendations/rec1~11/passed").asBoolean(true))
                    .isFalse();
            assertThat(gnso.at("/recommendations/rec1~11/printedAs").asText()).isEqualTo("R1");
            assertThat(gnso.at("/reviews/rec1/addressed").asInt()).isEqualTo(2);
            assertThat(row(Group.NCUC, "2026-03-01")
                            .at("/reviews/rec1/addressed")
                            .asInt())
                    .isEqualTo(1);
            assertThat(row(Group.CSG, "2026-03-01").at("/reviews/rec1").isMissingNode())
                    .isTrue();
        }

        @Test
        void waits_at_nobodys_desk_while_the_team_is_at_work_on_it() {
            review("rec2");
            drafted("rec2", "1", Group.GNSO);
            for (Group group : List.of(Group.GNSO, Group.BOARD, Group.ORG)) {
                assertThat(row(group, "2026-03-02").path("waiting").toString()).doesNotContain("rec2");
            }
        }

        @Test
        void waits_for_an_answer_where_it_was_passed_to_until_it_is_given() {
            review("rec3");
            RecommendationId id = drafted("rec3", "1", Group.ORG);
            acted(id, "2026-05-01", "whole", Disposition.PASSED_THROUGH, Group.AFRALO);
            recorded(new PassThroughAnswered(id, on("2026-06-01"), "whole", Group.AFRALO, Answer.ACCEPTED, null));
            String key = "ANSWER_PASS_THROUGH:rec3/1:AFRALO";
            assertThat(whoAreAsked("2026-04-30", key)).isEmpty();
            assertThat(whoAreAsked("2026-05-31", key)).containsExactly("AFRALO", "ALAC");
            assertWaits(waiting(Group.ALAC, "2026-05-31", key), "AFRALO", "2026-05-01", null, "answer-pass-through");
            assertThat(whoAreAsked("2026-06-01", key)).isEmpty();
            JsonNode concern = row(Group.ALAC, "2026-06-01").at("/recommendations/rec3~11");
            assertThat(concern.path("passed").asBoolean()).isTrue();
            assertThat(concern.path("addressed").asBoolean(true)).isFalse();
        }

        @Test
        void is_counted_once_for_a_body_it_is_both_addressed_and_passed_to() {
            review("rec4");
            RecommendationId id = drafted("rec4", "1", Group.GAC);
            acted(id, "2026-05-01", "whole", Disposition.PASSED_THROUGH, Group.GAC);
            JsonNode gac = row(Group.GAC, "2026-05-01");
            assertThat(gac.at("/reviews/rec4/addressed").asInt()).isEqualTo(1);
            assertThat(gac.at("/recommendations/rec4~11/addressed").asBoolean()).isTrue();
            assertThat(gac.at("/recommendations/rec4~11/passed").asBoolean()).isTrue();
        }

        @Test
        void waits_for_the_board_part_by_part_as_long_as_it_is_pending() {
            review("rec5");
            RecommendationId id = drafted("rec5", "1", Group.ORG);
            acted(id, "2026-05-01", "a", Disposition.PENDING);
            acted(id, "2026-05-01", "b", Disposition.PENDING);
            acted(id, "2026-06-01", "b", Disposition.REJECTED);
            assertThat(whoAreAsked("2026-05-01", "SETTLE_PENDING:rec5/1:BOARD:b"))
                    .containsExactly("BOARD");
            assertThat(whoAreAsked("2026-06-01", "SETTLE_PENDING:rec5/1:BOARD:b"))
                    .isEmpty();
            JsonNode pending = waiting(Group.BOARD, "2026-06-01", "SETTLE_PENDING:rec5/1:BOARD:a");
            assertWaits(pending, "BOARD", "2026-05-01", null, "record-board-action");
        }

        @Test
        void waits_for_the_work_of_icann_org_until_its_completion_is_claimed() {
            review("rec6");
            RecommendationId id = drafted("rec6", "1", Group.GNSO);
            acted(id, "2026-05-01", "whole", Disposition.APPROVED);
            recorded(new ImplementationCompleted(id, on("2026-07-01"), "document"));
            String key = "REPORT_IMPLEMENTATION:rec6/1:ORG";
            assertThat(whoAreAsked("2026-04-30", key)).isEmpty();
            assertThat(whoAreAsked("2026-06-30", key)).containsExactly("ORG");
            assertWaits(
                    waiting(Group.ORG, "2026-06-30", key), "ORG", "2026-05-01", null, "report-implementation-status");
            assertThat(whoAreAsked("2026-07-01", key)).isEmpty();
        }

        @Test
        void waits_for_icann_org_again_when_its_completion_is_disputed() {
            review("rec7");
            RecommendationId id = drafted("rec7", "1", Group.GNSO);
            acted(id, "2026-05-01", "whole", Disposition.APPROVED);
            recorded(
                    new ImplementationCompleted(id, on("2026-07-01"), "document"),
                    new CompletionDisputed(id, on("2026-08-01"), "One step is missing"));
            JsonNode disputed = waiting(Group.ORG, "2026-08-01", "REPORT_IMPLEMENTATION:rec7/1:ORG");
            assertWaits(disputed, "ORG", "2026-08-01", null, "report-implementation-status");
        }

        @Test
        void waits_for_nobody_once_its_completion_is_verified() {
            review("rec8");
            RecommendationId id = drafted("rec8", "1", Group.GNSO);
            acted(id, "2026-05-01", "whole", Disposition.APPROVED);
            recorded(
                    new ImplementationCompleted(id, on("2026-07-01"), "document"),
                    new CompletionVerified(id, on("2026-08-01"), "Seen"));
            assertThat(row(Group.ORG, "2026-08-01").path("waiting").toString()).doesNotContain("rec8");
        }

        @Test
        void waits_for_nobody_once_it_is_withdrawn() {
            review("rec9");
            RecommendationId id = drafted("rec9", "1", Group.GNSO);
            acted(id, "2026-05-01", "whole", Disposition.PENDING);
            recorded(new RecommendationWithdrawn(id, on("2026-06-01")));
            assertThat(whoAreAsked("2026-05-31", "SETTLE_PENDING:rec9/1:BOARD")).containsExactly("BOARD");
            assertThat(whoAreAsked("2026-06-01", "SETTLE_PENDING:rec9/1:BOARD")).isEmpty();
        }
    }

    @Nested
    class A_team {

        @Test
        void has_seats_that_count_for_every_body_above_their_holder() {
            ReviewId review = review("team1");
            List<Seats> seats = List.of(
                    new Seats(Group.GNSO, null, 3), new Seats(Group.NCUC, null, 2), new Seats(Group.NPOC, null, 1));
            recorded(new ReviewTeamSelected(review, on("2026-04-01"), 6, seats, List.of()));
            String held = "/reviews/team1/seats";
            assertThat(row(Group.GNSO, "2026-04-01").at(held).asInt()).isEqualTo(6);
            assertThat(row(Group.NCSG, "2026-04-01").at(held).asInt()).isEqualTo(3);
            assertThat(row(Group.NCUC, "2026-04-01").at(held).asInt()).isEqualTo(2);
            assertThat(row(Group.CPH, "2026-04-01").at(held).isMissingNode()).isTrue();
        }

        @Test
        void has_seats_outside_the_structure_that_count_for_nobody() {
            ReviewId review = review("team2");
            List<Seats> seats = List.of(new Seats(null, "Independent experts", 2), new Seats(Group.GAC, null, 1));
            recorded(new ReviewTeamSelected(review, on("2026-04-01"), 3, seats, List.of()));
            assertThat(whoTakePart("team2")).containsExactly("GAC");
        }

        @Test
        void is_not_taken_part_in_by_a_body_without_a_seat() {
            ReviewId review = review("team3");
            List<Seats> seats = List.of(new Seats(Group.RSSAC, null, 0), new Seats(Group.ASO, null, 1));
            recorded(new ReviewTeamSelected(review, on("2026-04-01"), 1, seats, List.of()));
            assertThat(whoTakePart("team3")).containsExactly("ASO");
        }

        @Test
        void has_nominees_that_count_for_every_body_above_those_who_named_them() {
            ReviewId review = review("team4");
            recorded(
                    new CandidateNominated(review, on("2026-02-10"), Group.BC, new PersonId("person-d")),
                    new CandidateNominated(review, on("2026-02-10"), Group.BC, new PersonId("person-e")),
                    new CandidateNominated(review, on("2026-02-10"), Group.RYSG, new PersonId("person-f")));
            String named = "/reviews/team4/nominees";
            assertThat(row(Group.GNSO, "2026-02-10").at(named).asInt()).isEqualTo(3);
            assertThat(row(Group.CSG, "2026-02-10").at(named).asInt()).isEqualTo(2);
            assertThat(row(Group.RYSG, "2026-02-10").at(named).asInt()).isEqualTo(1);
        }

        private List<String> whoTakePart(String review) {
            List<String> bodies = new ArrayList<>();
            test.json("/api/groups?asOf=2026-04-01").get("rows").forEach(body -> {
                if (body.at("/row/reviews").has(review)) {
                    bodies.add(body.get("key").asText());
                }
            });
            return bodies;
        }
    }

    @Nested
    class A_body {

        @Test
        void names_all_its_parts_at_any_depth_but_not_itself() {
            assertThat(row(Group.NCPH, "2026-03-01").path("parts"))
                    .extracting(JsonNode::asText)
                    .containsExactlyInAnyOrder("CSG", "BC", "IPC", "ISPCP", "NCSG", "NCUC", "NPOC");
            assertThat(row(Group.SSAC, "2026-03-01").has("parts")).isFalse();
        }

        @Test
        void is_shown_as_it_is_printed_with_the_body_it_is_part_of() {
            JsonNode registries = row(Group.RYSG, "2026-03-01");
            assertThat(registries.path("printedAs").asText()).isEqualTo("RySG");
            assertThat(registries.path("kind").asText()).isEqualTo("STAKEHOLDER_GROUP");
            assertThat(registries.path("parent").asText()).isEqualTo("CPH");
            assertThat(row(Group.GNSO, "2026-03-01").has("parent")).isFalse();
        }
    }

    /** More different days than are remembered, and one of them at two states of knowledge. */
    @Nested
    class Many_days {

        private int nominees(String review, int day, String knownAt) {
            String path = "/api/groups/ISPCP?asOf=2026-02-%02d%s".formatted(day, knownAt);
            return test.json(path)
                    .at("/entry/row/reviews/" + review + "/nominees")
                    .asInt();
        }

        private CandidateNominated nominated(ReviewId review, int day) {
            return new CandidateNominated(
                    review, on("2026-02-%02d".formatted(day)), Group.ISPCP, new PersonId("person-" + day));
        }

        @Test
        void are_each_answered_as_they_were_however_often_they_are_asked_for() {
            ReviewId review = review("days1");
            recorded(IntStream.rangeClosed(1, 20)
                    .mapToObj(day -> nominated(review, day))
                    .toArray(WaymarkEvent[]::new));
            for (int round = 1; round <= 2; round++) {
                for (int day = 1; day <= 20; day++) {
                    assertThat(nominees("days1", day, "")).isEqualTo(day);
                    assertThat(nominees("days1", 1, "")).isEqualTo(1);
                }
            }
        }

        @Test
        void are_answered_by_what_was_known_each_time() {
            ReviewId review = review("days2");
            recorded(nominated(review, 5));
            String known = "&knownAt="
                    + test.json("/api/groups?limit=1").get("position").asText();
            assertThat(nominees("days2", 9, "")).isEqualTo(1);
            recorded(nominated(review, 6));
            assertThat(nominees("days2", 9, "")).isEqualTo(2);
            assertThat(nominees("days2", 9, known)).isEqualTo(1);
            assertThat(nominees("days2", 9, "")).isEqualTo(2);
        }
    }

    /** Of an act it may be known only that it was on record by some day: before that nobody is said to be waited for. */
    @Nested
    class What_is_not_known_on_a_day {

        private JsonNode possible(Group group, String day, String pointer) {
            for (JsonNode open :
                    test.json("/api/groups/%s?asOf=%s".formatted(group, day)).at("/entry/possible")) {
                if (open.path("pointer").asText().equals(pointer)) {
                    return open;
                }
            }
            return MissingNode.getInstance();
        }

        @Test
        void is_whether_the_board_still_had_to_act_on_a_report() {
            ReviewId review = review("open1");
            recorded(
                    new FinalReportSubmitted(review, on("2026-03-25"), List.of(), null, null, null),
                    new BoardActedOnReport(review, by("2026-10-20"), null, CountingUnit.RECOMMENDATION, 1, 0, 0, 0));
            String pointer = "/row/waiting/ACT_ON_REPORT:open1:BOARD";
            JsonNode open = possible(Group.BOARD, "2026-06-01", pointer);
            assertThat(open.path("values")).hasSize(2);
            assertThat(open.path("values").path(0).path("dueOn").asText()).isEqualTo("2026-09-25");
            assertThat(open.path("values").path(1).isNull()).isTrue();
            assertThat(open.path("facts")).hasSize(1);
            assertThat(possible(Group.BOARD, "2026-10-20", pointer).isMissingNode())
                    .isTrue();
            assertThat(possible(Group.BOARD, "2026-03-24", pointer).isMissingNode())
                    .isTrue();
        }

        @Test
        void is_whether_a_recommendation_was_passed_to_a_body() {
            RecommendationId one = new RecommendationId("open2/1");
            RecommendationId two = new RecommendationId("open2/2");
            review("open2");
            for (RecommendationId id : List.of(one, two)) {
                recorded(
                        new RecommendationDrafted(id, on("2026-02-01"), id.number(), null, null, null, List.of(), null),
                        new BoardActionRecorded(
                                id,
                                by("2026-05-01"),
                                "whole",
                                Disposition.PASSED_THROUGH,
                                "2026.05.01",
                                "why",
                                List.of(Group.CCNSO)));
            }
            JsonNode asked = possible(Group.CCNSO, "2026-04-01", "/row/waiting/ANSWER_PASS_THROUGH:open2~11:CCNSO");
            assertThat(asked.path("values").path(0).isNull()).isTrue();
            assertThat(asked.path("values").path(1).path("review").asText()).isEqualTo("open2");
            assertThat(possible(Group.CCNSO, "2026-04-01", "/row/recommendations/open2~12")
                            .path("values"))
                    .hasSize(2);
            JsonNode part = possible(Group.CCNSO, "2026-04-01", "/row/reviews/open2");
            assertThat(part.path("values").path(0).isNull()).isTrue();
            assertThat(part.path("values").path(1).path("addressed").asInt()).isEqualTo(1);
            assertThat(part.path("values").path(2).path("addressed").asInt()).isEqualTo(2);
            assertThat(part.path("facts")).hasSize(2);
            assertThat(row(Group.CCNSO, "2026-04-01").path("recommendations").has("open2/1"))
                    .isFalse();
            assertThat(row(Group.CCNSO, "2026-05-01")
                            .at("/reviews/open2/addressed")
                            .asInt())
                    .isEqualTo(2);
        }

        @Test
        void is_not_what_waits_in_either_case_under_a_name_that_stays() {
            RecommendationId id = new RecommendationId("open3/1");
            review("open3");
            recorded(
                    new RecommendationDrafted(id, on("2026-02-01"), "1", null, null, null, List.of(), null),
                    new BoardActionRecorded(
                            id, on("2026-03-01"), "a", Disposition.PENDING, "2026.03.01", "why", List.of()),
                    new BoardActionRecorded(
                            id, by("2026-06-01"), "b", Disposition.APPROVED, "2026.06.01", "why", List.of()));
            String key = "SETTLE_PENDING:open3/1:BOARD:a";
            assertThat(row(Group.BOARD, "2026-04-01").path("waiting").has(key)).isTrue();
            assertThat(row(Group.BOARD, "2026-06-01").path("waiting").has(key)).isTrue();
            assertThat(possible(Group.BOARD, "2026-04-01", "/row/waiting/" + key.replace("/", "~1"))
                            .isMissingNode())
                    .isTrue();
        }

        @Test
        void is_how_many_are_addressed_whatever_happened_to_each() {
            review("open4");
            for (String number : List.of("1", "2")) {
                Group before = number.equals("1") ? Group.ORG : Group.CCNSO;
                Group then = number.equals("1") ? Group.CCNSO : Group.ORG;
                RecommendationId id = new RecommendationId("open4/" + number);
                recorded(
                        new RecommendationDrafted(
                                id, on("2026-02-01"), number, null, null, null, List.of(before), null),
                        new RecommendationDrafted(id, by("2026-06-01"), number, null, null, null, List.of(then), null));
            }
            assertThat(row(Group.CCNSO, "2026-04-01")
                            .at("/reviews/open4/addressed")
                            .asInt())
                    .isEqualTo(1);
            JsonNode open = possible(Group.CCNSO, "2026-04-01", "/row/reviews/open4");
            List<Integer> may = new ArrayList<>();
            open.path("values").forEach(value -> may.add(value.path("addressed").asInt()));
            assertThat(may).containsExactlyInAnyOrder(0, 1, 2);
        }

        @Test
        void is_whether_a_body_was_still_asked_by_a_review_that_may_have_ended() {
            ReviewId review = review("open5");
            recorded(
                    new ScopeSharedWithLeadership(review, on("2026-05-01"), 1, List.of(Group.GAC), null),
                    new ReviewClosed(review, by("2026-05-20")));
            String pointer = "/row/waiting/ENDORSE_SCOPE:open5:GAC";
            assertThat(possible(Group.GAC, "2026-05-10", pointer)
                            .path("values")
                            .path(1)
                            .isNull())
                    .isTrue();
            assertThat(row(Group.GAC, "2026-05-20").path("waiting").has("ENDORSE_SCOPE:open5:GAC"))
                    .isFalse();
        }
    }
}
