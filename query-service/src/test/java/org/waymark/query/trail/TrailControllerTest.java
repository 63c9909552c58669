package org.waymark.query.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.query.Recordings.on;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.events.By;
import org.waymark.events.Occurrence;
import org.waymark.events.Precision;
import org.waymark.events.Role;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.recommendation.RecommendationId;
import org.waymark.events.recommendation.TextEvent.RecommendationDrafted;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.CourseEvent.ReviewFactRetracted;
import org.waymark.events.review.CourseEvent.ReviewScheduled;
import org.waymark.events.review.ReviewId;
import org.waymark.events.review.ReviewKind;
import org.waymark.events.review.TeamEvent.MssiBriefingHeld;
import org.waymark.events.store.LogMetaData;
import org.waymark.query.HandClock;
import org.waymark.query.TestApplication;

/**
 * The history asked for in parts: a small review and its neighbours, then more briefings than are read at once, then a last
 * note.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrailControllerTest {

    private static final int BRIEFINGS = 501;
    private static final Map<String, ?> FOR_THE_TEAM = Map.of(
            LogMetaData.PERSON, "person-a",
            LogMetaData.ACTING_FOR, "TEAM",
            LogMetaData.AUTHENTICATED, "true",
            LogMetaData.PACK, "bylaws-2016");

    private TestApplication test;
    private String scheduled;
    private String drafted;
    private String noted;
    private String retraction;
    private String neighbour;
    private long firstBriefing;
    private String last;

    @BeforeAll
    void record(@TempDir Path folder) {
        test = new TestApplication(folder, new HandClock("2026-11-24T12:00:00Z"));
        scheduled = recorded(scheduled("ssr2", "2026-03-08"));
        drafted = recorded(new RecommendationDrafted(
                new RecommendationId("ssr2/1"), on("2026-03-09"), "R1", "Publish", null, null, List.of(), null));
        noted = recorded(
                new OccurrenceNoted(new ReviewId("ssr2"), on("2026-03-15"), "letter", "To the BOARD of Directors"));
        Occurrence never = new Occurrence(
                LocalDate.parse("2026-03-16"),
                Precision.DAY,
                List.of(),
                "Never sent",
                By.of(Role.TEAM),
                test.eventId(3),
                null);
        retraction =
                Long.toString(test.record(List.of(new ReviewFactRetracted(new ReviewId("ssr2"), never)), FOR_THE_TEAM));
        neighbour = recorded(scheduled("ssr20", "2026-03-30"));
        firstBriefing = test.record(briefing());
        test.record(Collections.nCopies(BRIEFINGS - 1, briefing()), Map.of());
        last = recorded(new OccurrenceNoted(new ReviewId("rds2"), on("2026-06-01"), "letter", "Thanks"));
        test.caughtUp();
    }

    @AfterAll
    void close() {
        test.close();
    }

    private String recorded(WaymarkEvent event) {
        return Long.toString(test.record(event));
    }

    private static ReviewScheduled scheduled(String review, String day) {
        return new ReviewScheduled(
                new ReviewId(review), on(day), ReviewKind.SSR, "Stability", review, "bylaws-2016", null);
    }

    private static MssiBriefingHeld briefing() {
        return new MssiBriefingHeld(new ReviewId("atrt4"), on("2026-05-04"), null);
    }

    private JsonNode trail(String asked) {
        return test.json("/api/trail?" + asked);
    }

    private List<String> found(String asked) {
        return keys(trail(asked));
    }

    private static List<String> keys(JsonNode page) {
        List<String> keys = new ArrayList<>();
        page.get("rows").forEach(row -> keys.add(row.get("key").asText()));
        return keys;
    }

    @Nested
    class Asking_for_a_part {

        @Test
        void by_review_finds_it_and_its_recommendations_however_long_ago() {
            assertThat(found("review=ssr2")).containsExactly(retraction, noted, drafted, scheduled);
            assertThat(found("review=ssr20")).containsExactly(neighbour);
        }

        @Test
        void by_stream_finds_that_alone() {
            assertThat(found("stream=review/ssr2")).containsExactly(retraction, noted, scheduled);
            assertThat(found("stream=recommendation/ssr2/1")).containsExactly(drafted);
        }

        @Test
        void by_type_finds_each_of_that_name() {
            assertThat(found("type=ReviewScheduled")).containsExactly(neighbour, scheduled);
            assertThat(found("type=Review")).isEmpty();
        }

        @Test
        void by_capacity_finds_what_was_recorded_in_it() {
            assertThat(found("actingFor=TEAM")).containsExactly(retraction);
            assertThat(found("actingFor=BOARD")).isEmpty();
        }

        @Test
        void by_text_minds_no_case_on_either_side() {
            assertThat(found("text=board+OF+directors")).containsExactly(noted);
            assertThat(found("text=never+sent")).containsExactly(retraction);
        }

        @Test
        void by_several_things_finds_what_is_all_of_them() {
            assertThat(found("review=ssr2&type=OccurrenceNoted")).containsExactly(noted);
            assertThat(found("type=OccurrenceNoted&text=thanks")).containsExactly(last);
            assertThat(found("review=ssr2&text=thanks")).isEmpty();
            assertThat(found("stream=review/ssr2&actingFor=TEAM")).containsExactly(retraction);
        }

        @Test
        void does_not_say_how_many_there_are_in_all() {
            for (String asked : List.of(
                    "review=ssr2", "stream=review/ssr2", "type=ReviewScheduled", "actingFor=TEAM", "text=thanks")) {
                assertThat(trail(asked).has("total")).as(asked).isFalse();
            }
        }
    }

    @Nested
    class Asking_for_everything {

        @Test
        void says_how_many_events_there_are_the_retracted_too() {
            assertThat(trail("limit=1").get("total").asInt()).isEqualTo(Integer.parseInt(last));
            assertThat(trail("knownAt=" + retraction).get("total").asInt()).isEqualTo(4);
        }

        @Test
        void begins_with_the_newest() {
            assertThat(found("limit=2")).containsExactly(last, Long.toString(Long.parseLong(last) - 1));
            assertThat(found("knownAt=" + neighbour)).containsExactly(neighbour, retraction, noted, drafted, scheduled);
        }
    }

    @Nested
    class Asking_for_one_event {

        @Test
        void finds_it_with_who_recorded_it_and_what_it_takes_back() {
            JsonNode one = trail("position=" + retraction);
            assertThat(keys(one)).containsExactly(retraction);
            assertThat(one.get("total").asInt()).isEqualTo(1);
            JsonNode row = one.at("/rows/0/row");
            assertThat(row.get("recordedBy").asText()).isEqualTo("person-a");
            assertThat(row.get("actingFor").asText()).isEqualTo("TEAM");
            assertThat(row.get("authenticated").asBoolean()).isTrue();
            assertThat(row.get("pack").asText()).isEqualTo("bylaws-2016");
            assertThat(row.get("corrects").asText()).isEqualTo(test.eventId(Long.parseLong(noted)));
            assertThat(row.get("version").asInt()).isEqualTo(2);
            assertThat(row.get("recordedAt").asText()).startsWith("2026-11-24T12:00:00");
            assertThat(row.at("/payload/on/reason").asText()).isEqualTo("Never sent");
        }

        @Test
        void finds_nothing_where_there_is_none_or_it_was_not_known_yet() {
            assertThat(found("position=999999")).isEmpty();
            assertThat(found("position=" + neighbour + "&knownAt=" + retraction))
                    .isEmpty();
        }
    }

    @Nested
    class Going_on_to_the_next_page {

        @Test
        void ends_after_a_page_that_is_exactly_full() {
            JsonNode first = trail("review=ssr2&limit=2");
            JsonNode second =
                    trail("review=ssr2&limit=2&cursor=" + first.get("next").asText());
            assertThat(keys(first)).containsExactly(retraction, noted);
            assertThat(keys(second)).containsExactly(drafted, scheduled);
            assertThat(second.has("next")).isFalse();
        }

        @Test
        void loses_nothing_where_a_page_is_as_large_as_what_is_read_at_once() {
            String path = "type=MssiBriefingHeld&limit=500&knownAt=" + (firstBriefing + BRIEFINGS - 1);
            JsonNode first = trail(path);
            JsonNode second = trail(path + "&cursor=" + first.get("next").asText());
            assertThat(keys(first)).hasSize(500);
            assertThat(keys(second)).containsExactly(Long.toString(firstBriefing));
            assertThat(second.has("next")).isFalse();
        }
    }

    @Nested
    class The_density {

        private List<String> weeks(String from, String to) {
            List<String> weeks = new ArrayList<>();
            test.json("/api/trail/density?from=%s&to=%s".formatted(from, to))
                    .get("weeks")
                    .forEach(week -> weeks.add(week.get("week").asText() + ": "
                            + week.get("events").asInt()));
            return weeks;
        }

        @Test
        void counts_from_monday_to_sunday_and_leaves_out_weeks_without_events() {
            assertThat(weeks("2026-03-01", "2026-04-05"))
                    .containsExactly("2026-03-02: 1", "2026-03-09: 2", "2026-03-16: 1", "2026-03-30: 1");
        }

        @Test
        void counts_both_days_between_which_it_is_asked_and_none_beyond() {
            assertThat(weeks("2026-03-09", "2026-03-15")).containsExactly("2026-03-09: 2");
            assertThat(weeks("2026-03-10", "2026-03-16")).containsExactly("2026-03-09: 1", "2026-03-16: 1");
        }

        @Test
        void counts_every_event_of_a_day() {
            assertThat(weeks("2026-05-04", "2026-05-04")).containsExactly("2026-05-04: " + BRIEFINGS);
        }
    }

    @Nested
    class Why {

        private HttpResponse<String> why(String asked) {
            return test.get("/api/why/" + asked);
        }

        @Test
        void names_the_events_that_set_a_value() {
            assertThat(found("reviews/ssr2", "/row/stage")).containsExactly(scheduled);
        }

        @Test
        void names_how_a_value_is_computed_in_which_unit_and_from_what() {
            JsonNode slip = test.json("/api/why/reviews/ssr2?pointer=/standing/slipDays");
            assertThat(slip.path("formula").asText()).contains("first plan");
            assertThat(slip.path("unit").asText()).isEqualTo("days");
            assertThat(slip.path("computedFrom").path(0).asText()).isEqualTo("/row/milestones");
            assertThat(test.json("/api/why/reviews/ssr2?pointer=/row/stage").has("formula"))
                    .isFalse();
        }

        @Test
        void every_computed_value_has_a_formula() {
            JsonNode standing = test.json("/api/reviews/ssr2").at("/entry/standing");
            standing.fieldNames()
                    .forEachRemaining(name -> assertThat(why("reviews/ssr2?pointer=/standing/" + name)
                                    .statusCode())
                            .as(name)
                            .isEqualTo(200));
            JsonNode of = test.json("/api/recommendations/ssr2/1").at("/entry/standing");
            of.fieldNames()
                    .forEachRemaining(name -> assertThat(why("recommendations/ssr2/1?pointer=/standing/" + name)
                                    .statusCode())
                            .as(name)
                            .isEqualTo(200));
        }

        @Test
        void is_not_asked_of_what_is_not_there() {
            assertThat(why("reviews/never?pointer=/row/stage").statusCode()).isEqualTo(404);
            HttpResponse<String> early = why("reviews/ssr2?pointer=/row/stage&asOf=2026-01-01");
            assertThat(early.statusCode()).isEqualTo(404);
            assertThat(early.body()).contains("\"firstDay\":\"2026-03-08\"");
            assertThat(why("reviews?pointer=/row/stage").statusCode()).isEqualTo(404);
        }

        @Test
        void of_what_may_be_there_and_is_not_names_nothing() {
            assertThat(found("reviews/ssr2", "/row/closedOn")).isEmpty();
            assertThat(found("reviews/ssr2", "/row/milestones/draft")).isEmpty();
            assertThat(found("reviews/ssr2", "/row/milestones/draft/reachedOn")).isEmpty();
        }

        @Test
        void is_asked_of_the_rows_that_are_folded_from_events() {
            for (String wrong : List.of("groups/BOARD", "trail/1")) {
                HttpResponse<String> response = why(wrong + "?pointer=/row");
                assertThat(response.statusCode()).as(wrong).isEqualTo(400);
                assertThat(response.body()).contains("recommendations").contains("reviews");
            }
        }

        @Test
        void is_asked_with_a_pointer_into_the_entry() {
            for (String wrong : List.of(
                    "?pointer=/rows",
                    "?pointer=/standing/nothing",
                    "?pointer=/row/nonsense",
                    "?pointer=/row/stage/x",
                    "?pointer=/row/",
                    "?pointer=row",
                    "")) {
                HttpResponse<String> response = why("reviews/ssr2" + wrong);
                assertThat(response.statusCode()).as(wrong).isEqualTo(400);
                assertThat(response.body()).contains("pointer");
            }
        }

        private List<String> found(String row, String pointer) {
            return keys(test.json("/api/why/%s?pointer=%s".formatted(row, pointer)));
        }
    }
}
