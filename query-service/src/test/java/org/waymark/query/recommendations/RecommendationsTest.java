package org.waymark.query.recommendations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.query.Recordings.fold;
import static org.waymark.query.Recordings.on;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.events.Group;
import org.waymark.events.PersonId;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.life.RecommendationLife.What;
import org.waymark.events.life.RecommendationStage;
import org.waymark.events.recommendation.BoardEvent.Answer;
import org.waymark.events.recommendation.BoardEvent.BoardActionRecorded;
import org.waymark.events.recommendation.BoardEvent.Disposition;
import org.waymark.events.recommendation.BoardEvent.PassThroughAnswered;
import org.waymark.events.recommendation.ConsensusEvent.ObjectionRaised;
import org.waymark.events.recommendation.ImplementationEvent.ClarificationGiven;
import org.waymark.events.recommendation.ImplementationEvent.ClarificationRequested;
import org.waymark.events.recommendation.ImplementationEvent.CompletionDisputed;
import org.waymark.events.recommendation.ImplementationEvent.CompletionVerified;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationCompleted;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatus;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatusReported;
import org.waymark.events.recommendation.RecommendationEvent;
import org.waymark.events.recommendation.RecommendationId;
import org.waymark.events.recommendation.TextEvent.RecommendationDrafted;
import org.waymark.events.store.EventNames;
import org.waymark.query.Recordings;
import org.waymark.query.image.RowJson;
import org.waymark.query.recommendations.RecommendationStanding.Overall;
import org.waymark.query.recommendations.RecommendationStanding.Waiting;

class RecommendationsTest {

    static final RecommendationId ID = new RecommendationId("ssr2/1.1");
    static final RecommendationDrafted DRAFTED =
            new RecommendationDrafted(ID, on("2021-01-01"), "1.1", "Title", null, null, List.of(Group.ORG), null);

    private static RecommendationsRow row(WaymarkEvent... events) {
        return Objects.requireNonNull(fold(new Recommendations(), events));
    }

    private static BoardActionRecorded board(String day, String part, Disposition disposition, Group... passedTo) {
        return new BoardActionRecorded(ID, on(day), part, disposition, "2021.07.22.11", "why", List.of(passedTo));
    }

    @Nested
    class A_board_action {

        @Test
        void leaves_what_is_pending_its_age() {
            RecommendationsRow row = row(
                    DRAFTED,
                    board("2021-07-22", "whole", Disposition.PENDING),
                    board("2022-05-01", "whole", Disposition.PENDING));
            assertThat(row.parts().get("whole").since().on()).isEqualTo("2021-07-22");
            assertThat(row.parts().get("whole").actions()).hasSize(2);
        }

        @Test
        void settles_a_part_on_its_day() {
            RecommendationsRow row = row(
                    DRAFTED,
                    board("2021-07-22", "whole", Disposition.PENDING),
                    board("2023-09-10", "whole", Disposition.REJECTED));
            assertThat(row.parts().get("whole").disposition()).isEqualTo(Disposition.REJECTED);
            assertThat(row.parts().get("whole").since().on()).isEqualTo("2023-09-10");
        }

        @Test
        void may_split_a_recommendation() {
            RecommendationsRow row = row(
                    DRAFTED,
                    board("2021-07-22", "1", Disposition.APPROVED),
                    board("2021-07-22", "2", Disposition.PASSED_THROUGH, Group.GNSO));
            assertThat(RecommendationStanding.of(row, LocalDate.of(2021, 8, 1)).disposition())
                    .isEqualTo(Overall.SPLIT);
            assertThat(row.parts().get("2").passedTo()).containsOnlyKeys(Group.GNSO);
        }
    }

    @Nested
    class Completion {

        private final WaymarkEvent[] approved = {DRAFTED, board("2021-07-22", "whole", Disposition.APPROVED)};

        private RecommendationsRow then(WaymarkEvent... more) {
            return row(Stream.concat(Stream.of(approved), Stream.of(more)).toArray(WaymarkEvent[]::new));
        }

        @Test
        void is_not_claimed_by_a_report_that_says_complete() {
            RecommendationsRow row = then(
                    new ImplementationStatusReported(ID, on("2022-01-01"), ImplementationStatus.COMPLETE, null, null));
            assertThat(row.claimed()).isNull();
            assertThat(row.stage()).isEqualTo(RecommendationStage.IMPLEMENTING);
        }

        @Test
        void is_claimed_then_disputed_then_verified_in_fields_of_their_own() {
            ImplementationCompleted claimed = new ImplementationCompleted(ID, on("2022-01-01"), "document");
            CompletionDisputed disputed = new CompletionDisputed(ID, on("2022-02-01"), "Not so");
            CompletionVerified verified = new CompletionVerified(ID, on("2022-03-01"), "Now it is");
            assertThat(then(claimed, disputed).disputed()).isNotNull();
            assertThat(then(claimed, disputed).verified()).isNull();
            assertThat(then(claimed, disputed, verified).disputed()).isNull();
            assertThat(then(claimed, disputed, verified).claimed().on().on()).isEqualTo("2022-01-01");
        }
    }

    @Nested
    class What_waits {

        private List<Waiting> waiting(String day, WaymarkEvent... events) {
            return RecommendationStanding.of(row(events), LocalDate.parse(day)).waitingFor();
        }

        @Test
        void has_an_age_and_an_owner() {
            assertThat(waiting("2021-08-01", DRAFTED, board("2021-07-22", "whole", Disposition.PENDING)))
                    .containsExactly(
                            new Waiting(What.PENDING, "BOARD", null, LocalDate.of(2021, 7, 22), 10, null, false));
        }

        @Test
        void is_with_the_body_it_was_passed_to_until_that_answers() {
            BoardActionRecorded passed =
                    board("2021-07-22", "whole", Disposition.PASSED_THROUGH, Group.GNSO, Group.ALAC);
            assertThat(waiting("2021-08-01", DRAFTED, passed))
                    .extracting(Waiting::owner)
                    .containsExactly("GNSO", "ALAC");
            PassThroughAnswered answer =
                    new PassThroughAnswered(ID, on("2021-09-01"), "whole", Group.GNSO, Answer.DECLINED, null);
            assertThat(waiting("2021-09-02", DRAFTED, passed, answer))
                    .extracting(Waiting::owner)
                    .containsExactly("ALAC");
        }

        @Test
        void is_nothing_where_it_is_not_on_record_that_the_team_drafted_it() {
            assertThat(waiting(
                            "2022-01-01",
                            new ImplementationStatusReported(
                                    ID, on("2021-01-01"), ImplementationStatus.NOT_STARTED, null, null)))
                    .isEmpty();
        }

        @Test
        void is_nothing_once_the_oldest_question_has_its_answer() {
            assertThat(row(
                                    DRAFTED,
                                    new ClarificationRequested(ID, on("2022-01-01"), "First?"),
                                    new ClarificationRequested(ID, on("2022-01-02"), "Second?"),
                                    new ClarificationGiven(ID, on("2022-01-03"), "To the first"))
                            .clarifications()
                            .get("2")
                            .answer()
                            .words())
                    .isEqualTo("To the first");
        }
    }

    static Stream<String> events() {
        return EventNames.all().entrySet().stream()
                .filter(event -> RecommendationEvent.class.isAssignableFrom(event.getValue()))
                .map(java.util.Map.Entry::getKey)
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_leaves_its_trace_except_a_retraction(String name) {
        List<WaymarkEvent> first = List.of(
                DRAFTED,
                board("2021-07-22", "1", Disposition.PASSED_THROUGH, Group.GNSO),
                new ObjectionRaised(ID, on("2021-01-01"), "o1", new PersonId("somebody"), "No"),
                new ClarificationRequested(ID, on("2022-01-01"), "What?"));
        RecommendationsRow before = Recordings.fold(new Recommendations(), first);
        RecommendationsRow after = Recordings.fold(new Recommendations(), Recordings.and(first, name));
        assertThat(content(after).equals(content(before))).isEqualTo(name.equals("RecommendationFactRetracted"));
    }

    private static ObjectNode content(RecommendationsRow row) {
        ObjectNode json = RowJson.mapper().valueToTree(row);
        json.remove(List.of("last", "version", "waived"));
        return json;
    }

    @Test
    void numbers_are_ordered_as_people_count() {
        assertThat(Stream.of("ssr2/10.1", "ssr2/2.10", "ssr2/2.9", "ssr2/cc.1").sorted(NumberOrder.BY_NUMBERS))
                .containsExactly("ssr2/2.9", "ssr2/2.10", "ssr2/10.1", "ssr2/cc.1");
    }
}
