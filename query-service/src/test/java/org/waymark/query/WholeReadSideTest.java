package org.waymark.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.query.Recordings.on;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.events.By;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;
import org.waymark.events.PersonId;
import org.waymark.events.PlannedDate;
import org.waymark.events.Precision;
import org.waymark.events.Role;
import org.waymark.events.recommendation.BoardEvent.BoardActionRecorded;
import org.waymark.events.recommendation.BoardEvent.Disposition;
import org.waymark.events.recommendation.RecommendationId;
import org.waymark.events.recommendation.TextEvent.RecommendationDrafted;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.CourseEvent.ReviewFactRetracted;
import org.waymark.events.review.CourseEvent.ReviewPaused;
import org.waymark.events.review.CourseEvent.ReviewRestarted;
import org.waymark.events.review.CourseEvent.ReviewScheduled;
import org.waymark.events.review.ReviewId;
import org.waymark.events.review.ReviewKind;
import org.waymark.events.review.ScopeEvent.ScopeAgreed;
import org.waymark.events.review.ScopeEvent.ScopeSharedWithLeadership;
import org.waymark.events.store.EventLog;
import org.waymark.events.store.People;

/** What is recorded, asked for over HTTP at several moments: a small review with a pause, two actions of the Board, and corrections. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeReadSideTest {

    private static final ReviewId SSR2 = new ReviewId("ssr2");
    private static final RecommendationId PASSED = new RecommendationId("ssr2/2.1");

    private TestApplication test;
    private long retracted;
    private long retraction;
    private long beforeCorrection;

    @BeforeAll
    void record(@TempDir Path folder) {
        test = new TestApplication(folder);
        test.record(
                new ReviewScheduled(SSR2, on("2017-01-15"), ReviewKind.SSR, "Stability", "SSR2", "bylaws-2016", null));
        test.record(new ScopeAgreed(SSR2, on("2017-05-15"), 1, "Four subjects"));
        PlannedDate until = new PlannedDate(LocalDate.of(2027, 1, 31), Precision.DAY);
        test.record(new ScopeSharedWithLeadership(SSR2, on("2017-06-01"), 1, List.of(Group.GNSO, Group.SSAC), until));
        test.record(new ReviewPaused(SSR2, Recordings.inMonth("2017-10-01")));
        test.record(new ReviewRestarted(SSR2, on("2018-06-07")));
        for (String number : List.of("10.1", "2.1", "1.1")) {
            test.record(drafted(number));
        }
        test.record(acted("1.1", "2021-07-22", Disposition.APPROVED));
        test.record(acted("2.1", "2021-07-22", Disposition.PASSED_THROUGH, Group.NCUC));
        retracted = test.record(new OccurrenceNoted(SSR2, on("2021-09-01"), "letter", "Never sent"));
        retraction = test.record(new ReviewFactRetracted(SSR2, taking(retracted, "2021-09-02")));
        beforeCorrection = test.bean(EventLog.class).position();
        test.record(new ScopeAgreed(SSR2, taking(2, "2017-05-18"), 1, "Four subjects"));
        test.bean(People.class).name(new PersonId("person-a"), "Ada");
        test.json("/api/groups?minPosition=" + test.bean(EventLog.class).position());
        test.json("/api/trail?minPosition=" + test.bean(EventLog.class).position());
    }

    @AfterAll
    void close() {
        test.close();
    }

    private static RecommendationDrafted drafted(String number) {
        return new RecommendationDrafted(
                new RecommendationId("ssr2/" + number),
                on("2021-01-25"),
                number,
                "R " + number,
                null,
                null,
                List.of(),
                null);
    }

    private static BoardActionRecorded acted(String number, String day, Disposition disposition, Group... passedTo) {
        return new BoardActionRecorded(
                new RecommendationId("ssr2/" + number),
                on(day),
                "whole",
                disposition,
                "2021.07.22",
                "why",
                List.of(passedTo));
    }

    private Occurrence taking(long place, String day) {
        return new Occurrence(
                LocalDate.parse(day), Precision.DAY, List.of(), "wrong", By.of(Role.ORG), test.eventId(place), null);
    }

    private JsonNode review(String moment) {
        return test.json("/api/reviews/ssr2" + moment).get("entry");
    }

    private static List<String> keys(JsonNode page) {
        List<String> keys = new ArrayList<>();
        page.get("rows").forEach(row -> keys.add(row.get("key").asText()));
        return keys;
    }

    @Test
    void a_review_is_paused_in_a_month_until_the_day_it_restarts() {
        JsonNode paused = review("?asOf=2018-01-15");
        assertThat(paused.at("/standing/state").asText()).isEqualTo("PAUSED");
        assertThat(paused.at("/row/pauses/2017-10-01/from/precision").asText()).isEqualTo("MONTH");
        assertThat(review("?asOf=2018-06-06").at("/standing/state").asText()).isEqualTo("PAUSED");
        assertThat(review("?asOf=2018-06-07").at("/standing/state").asText()).isNotEqualTo("PAUSED");
    }

    @Test
    void a_board_action_is_shown_from_its_day_on() {
        String path = "/api/recommendations/ssr2/1.1?asOf=";
        assertThat(test.json(path + "2021-07-21").at("/entry/row/parts").isMissingNode())
                .isTrue();
        assertThat(test.json(path + "2021-07-22")
                        .at("/entry/row/parts/whole/disposition")
                        .asText())
                .isEqualTo("APPROVED");
    }

    @Test
    void nothing_was_known_before_the_first_event() {
        assertThat(test.json("/api/reviews?knownAt=0").get("total").asInt()).isZero();
        assertThat(test.json("/api/recommendations?knownAt=0").get("rows")).isEmpty();
        assertThat(test.json("/api/trail?knownAt=0").get("rows")).isEmpty();
        assertThat(test.json("/api/groups/GNSO?knownAt=0")
                        .at("/entry/row/waiting")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void a_row_that_is_not_there_yet_says_from_when_on_it_is() {
        var early = test.get("/api/reviews/ssr2?asOf=2016-12-31");
        assertThat(early.statusCode()).isEqualTo(404);
        assertThat(early.body()).contains("2017-01-15");
    }

    @Test
    void recommendations_are_in_the_order_of_their_numbers() {
        assertThat(keys(test.json("/api/recommendations?review=ssr2")))
                .containsExactly("ssr2/1.1", "ssr2/2.1", "ssr2/10.1");
    }

    @Test
    void each_value_names_the_event_that_set_it() {
        JsonNode event = test.json("/api/why/recommendations/ssr2/1.1?pointer=/row/parts/whole/disposition")
                .at("/rows/0/row");
        assertThat(event.get("type").asText()).isEqualTo("BoardActionRecorded");
        assertThat(event.get("stream").asText()).isEqualTo("recommendation/ssr2/1.1");
    }

    @Test
    void a_body_has_what_concerns_its_parts() {
        JsonNode gnso = test.json("/api/groups/GNSO").at("/entry/row");
        assertThat(gnso.at("/recommendations/ssr2~12.1/passed").asBoolean()).isTrue();
        assertThat(gnso.at("/reviews/ssr2/endorsements/GNSO/state").asText()).isEqualTo("AWAITED");
        assertThat(test.json("/api/groups/SSAC")
                        .at("/entry/row/recommendations")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void what_waits_for_a_body_has_an_age_and_a_next_step() {
        JsonNode waiting = test.json("/api/groups/GNSO").at("/entry/row/waiting");
        JsonNode answer = waiting.get("ANSWER_PASS_THROUGH:" + PASSED.value() + ":NCUC");
        assertThat(answer.get("since").asText()).isEqualTo("2021-07-22");
        assertThat(answer.get("verb").asText()).isEqualTo("answer-pass-through");
        assertThat(test.json("/api/groups/GNSO?asOf=2021-07-21")
                        .at("/entry/row/waiting")
                        .has("ANSWER_PASS_THROUGH:ssr2/2.1:NCUC"))
                .isFalse();
    }

    @Test
    void a_page_of_bodies_waits_for_what_its_reader_wrote() {
        JsonNode page = test.json(
                "/api/groups/GNSO?minPosition=" + test.bean(EventLog.class).position());
        assertThat(page.get("position").asLong())
                .isEqualTo(test.bean(EventLog.class).position());
    }

    @Test
    void what_changed_for_a_body_is_asked_on_either_axis() {
        String path = "/api/groups/GNSO/changes?since=2021-01-01&axis=";
        assertThat(keys(test.json(path + "effective"))).containsExactly("12", "11", "10", "7");
        assertThat(keys(test.json(path + "recorded"))).contains("1", "2");
        assertThat(test.get(path + "sideways").statusCode()).isEqualTo(400);
    }

    @Test
    void the_trail_is_filtered_and_paged_from_the_newest_on() {
        JsonNode first = test.json("/api/trail?type=RecommendationDrafted&limit=2");
        JsonNode second = test.json("/api/trail?type=RecommendationDrafted&limit=2&cursor="
                + first.get("next").asText());
        assertThat(keys(first)).containsExactly("8", "7");
        assertThat(keys(second)).containsExactly("6");
        assertThat(keys(test.json("/api/trail?text=four+subjects"))).contains("2");
    }

    @Test
    void the_density_of_the_trail_counts_events_week_by_week() {
        JsonNode weeks =
                test.json("/api/trail/density?from=2021-07-01&to=2021-07-31").get("weeks");
        assertThat(weeks).hasSize(1);
        assertThat(weeks.get(0).get("week").asText()).isEqualTo("2021-07-19");
        assertThat(weeks.get(0).get("events").asInt()).isEqualTo(2);
    }

    @Test
    void a_fact_that_is_retracted_is_gone_but_was_known() {
        String noted = "/row/noted/" + retracted;
        assertThat(review("").at(noted).isMissingNode()).isTrue();
        assertThat(review("?knownAt=" + retracted).at(noted + "/words").asText())
                .isEqualTo("Never sent");
        assertThat(keys(test.json("/api/trail"))).contains(Long.toString(retracted), Long.toString(retraction));
    }

    @Test
    void the_version_to_be_sent_back_counts_retractions_too() {
        assertThat(review("?knownAt=" + retraction).at("/row/version").asLong()).isEqualTo(6);
        assertThat(review("").at("/row/version").asLong()).isEqualTo(7);
    }

    @Test
    void a_corrected_day_is_believed_from_the_correction_on() {
        assertThat(review("").at("/row/scope/texts/1/on/on").asText()).isEqualTo("2017-05-18");
        assertThat(review("?knownAt=" + beforeCorrection)
                        .at("/row/scope/texts/1/on/on")
                        .asText())
                .isEqualTo("2017-05-15");
    }

    @Test
    void a_person_who_is_blanked_has_no_name_any_more() {
        assertThat(test.json("/api/people").at("/people/person-a").asText()).isEqualTo("Ada");
        test.bean(People.class).blank(new PersonId("person-a"));
        assertThat(test.json("/api/people").at("/people/person-a").asText()).isEmpty();
    }
}
