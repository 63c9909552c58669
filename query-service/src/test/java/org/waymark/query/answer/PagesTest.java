package org.waymark.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.events.By;
import org.waymark.events.Occurrence;
import org.waymark.events.Precision;
import org.waymark.events.Role;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.ReviewId;
import org.waymark.query.TestApplication;
import org.waymark.query.image.RowJson;

/** How any page is asked for, through HTTP and from a log on disk; each test has reviews of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);

    private TestApplication test;

    @BeforeAll
    void open(@TempDir Path folder) {
        test = new TestApplication(folder);
    }

    @AfterAll
    void close() {
        test.close();
    }

    private JsonNode json(String path) throws JsonProcessingException {
        HttpResponse<String> response = test.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return RowJson.mapper().readTree(response.body());
    }

    @Test
    void a_page_names_its_moment_and_shows_what_was_just_recorded() throws JsonProcessingException {
        long position = test.note("named", MARCH_1, "meeting", "first", null);
        JsonNode page = json("/api/notes/named?minPosition=" + position);

        assertThat(page.path("position").asLong()).isGreaterThanOrEqualTo(position);
        assertThat(page.path("epoch").asText()).isNotEmpty();
        assertThat(page.path("asOf").asText())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        assertThat(page.path("knownAt")).isEqualTo(page.path("position"));
        assertThat(page.at("/entry/key").asText()).isEqualTo("named");
        assertThat(page.at("/entry/row/notes/meeting/words").asText()).isEqualTo("first");
        assertThat(page.at("/entry/standing/notes").asInt()).isEqualTo(1);
    }

    @Test
    void a_day_shows_what_was_true_then_and_a_position_what_was_known_then() throws JsonProcessingException {
        long first = test.note("moments", MARCH_1, "meeting", "first", null);
        long late = test.note("moments", MARCH_1.minusDays(5), "letter", "late", null);
        long last = test.note("moments", MARCH_1.plusDays(5), "meeting", "last", null);
        String page = "/api/notes/moments?minPosition=" + last;

        assertThat(json(page + "&asOf=2026-03-01")
                        .at("/entry/row/notes/meeting/words")
                        .asText())
                .isEqualTo("first");
        assertThat(json(page + "&asOf=2026-03-06")
                        .at("/entry/row/notes/meeting/words")
                        .asText())
                .isEqualTo("last");
        assertThat(json(page + "&asOf=2026-02-24").at("/entry/row/notes").has("meeting"))
                .isFalse();
        JsonNode known = json(page + "&asOf=2026-03-01&knownAt=" + first);
        assertThat(known.at("/entry/row/notes").has("letter")).isFalse();
        assertThat(known.path("knownAt").asLong()).isEqualTo(first);
        assertThat(json(page + "&asOf=2026-03-01&knownAt=" + late)
                        .at("/entry/row/notes")
                        .has("letter"))
                .isTrue();
    }

    @Test
    void with_only_a_day_of_knowledge_the_page_shows_that_day() throws JsonProcessingException {
        test.note("known", MARCH_1, "meeting", "first", null);
        JsonNode before = json("/api/notes?knownAt=2025-12-31");
        assertThat(before.path("asOf").asText()).isEqualTo("2025-12-31");
        assertThat(before.path("knownAt").asLong()).isZero();
        assertThat(before.path("total").asInt()).isZero();
        assertThat(json("/api/notes?knownAt=2025-12-31T10:00:00Z").path("asOf").asText())
                .isEqualTo("2025-12-31");
    }

    @Test
    void a_page_that_did_not_change_is_not_sent_again() {
        long position = test.note("etag", MARCH_1, "meeting", "first", null);
        HttpResponse<String> first = test.get("/api/notes/etag?minPosition=" + position);
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(test.get("/api/notes/etag", "If-None-Match", etag).statusCode())
                .isEqualTo(304);

        long more = test.note("etag", MARCH_1, "meeting", "second", null);
        HttpResponse<String> second = test.get("/api/notes/etag?minPosition=" + more, "If-None-Match", etag);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(etag);
    }

    @Test
    void a_fact_recorded_between_two_pages_leaves_the_second_page_unchanged() throws JsonProcessingException {
        for (int number = 1; number <= 5; number++) {
            test.note("paged-" + number, MARCH_1, "meeting", "before", null);
        }
        long position = test.note("paged-6", MARCH_1, "meeting", "before", null);
        JsonNode first = json("/api/notes?limit=2&asOf=2026-03-02&minPosition=" + position);
        String second = "/api/notes?limit=500&cursor=" + first.path("next").asText();
        JsonNode expected = json(second);

        test.note("paged-5", MARCH_1, "meeting", "after", null);
        long last = test.note("paged-55", MARCH_1, "meeting", "new", null);
        assertThat(json(second + "&minPosition=" + last)).isEqualTo(expected);
        assertThat(expected.toString()).doesNotContain("after").contains("paged-5");
        assertThat(json("/api/notes?limit=500&asOf=2026-03-02").toString()).contains("after", "paged-55");
        assertThat(expected.path("rows").size() + first.path("rows").size())
                .isEqualTo(expected.path("total").asInt());
        assertThat(expected.has("next")).isFalse();
    }

    @Test
    void a_row_that_is_not_there_yet_tells_its_first_day() throws JsonProcessingException {
        long position = test.note("absent", MARCH_1, "meeting", "first", null);
        HttpResponse<String> early = test.get("/api/notes/absent?asOf=2026-02-01&minPosition=" + position);
        assertThat(early.statusCode()).isEqualTo(404);
        assertThat(early.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = RowJson.mapper().readTree(early.body());
        assertThat(problem.path("firstDay").asText()).isEqualTo("2026-03-01");
        assertThat(test.get("/api/notes/never").statusCode()).isEqualTo(404);
    }

    @Test
    void what_can_not_be_asked_is_named() {
        for (String wrong : new String[] {
            "asOf=yesterday",
            "asOf=2999-01-01",
            "knownAt=2999-01-01",
            "knownAt=999999",
            "knownAt=2026-13-01",
            "knownAt=now",
            "limit=0",
            "limit=501",
            "knownAt=2999-01-01T00:00:00Z",
            "cursor=abc",
            "minPosition=x"
        }) {
            HttpResponse<String> response = test.get("/api/notes?" + wrong);
            assertThat(response.statusCode()).as(wrong).isEqualTo(400);
            assertThat(response.body()).contains(wrong.substring(0, wrong.indexOf('=')));
        }
    }

    @Test
    void a_parameter_that_is_needed_or_does_not_fit_is_named() {
        for (String wrong : List.of(
                "groups/GNSO/changes",
                "groups/GNSO/changes?since=x",
                "changes?view=notes&since=x",
                "changes?view=notes&since=-1")) {
            HttpResponse<String> response = test.get("/api/" + wrong);
            assertThat(response.statusCode()).as(wrong).isEqualTo(400);
            assertThat(response.body()).as(wrong).contains("since");
        }
    }

    @Test
    void a_cursor_goes_on_with_the_question_that_it_answers_only() throws JsonProcessingException {
        test.note("cursor-1", MARCH_1, "meeting", "first", null);
        long position = test.note("cursor-2", MARCH_1, "meeting", "first", null);
        String next =
                json("/api/notes?limit=1&minPosition=" + position).path("next").asText();
        assertThat(test.get("/api/notes?limit=1&cursor=" + next).statusCode()).isEqualTo(200);
        HttpResponse<String> anotherQuestion = test.get("/api/trail?cursor=" + next);
        assertThat(anotherQuestion.statusCode()).isEqualTo(400);
        assertThat(anotherQuestion.body()).contains("cursor");
        HttpResponse<String> anotherDay = test.get("/api/notes?asOf=2026-03-01&cursor=" + next);
        assertThat(anotherDay.statusCode()).isEqualTo(400);
        assertThat(anotherDay.body()).contains("the day of the first page");
    }

    @Test
    void a_row_of_which_no_first_day_is_known_tells_by_when_it_is_on_record() throws JsonProcessingException {
        ReviewId review = new ReviewId("by-then");
        Occurrence by = new Occurrence(MARCH_1, Precision.BY, List.of(), null, By.of(Role.TEAM), null, null);
        long position = test.record(new OccurrenceNoted(review, by, "meeting", "first"));
        HttpResponse<String> early = test.get("/api/notes/by-then?asOf=2026-02-01&minPosition=" + position);
        assertThat(early.statusCode()).isEqualTo(404);
        JsonNode problem = RowJson.mapper().readTree(early.body());
        assertThat(problem.path("onRecordBy").asText()).isEqualTo("2026-03-01");
        assertThat(problem.has("firstDay")).isFalse();
    }

    @Test
    void a_position_not_reached_in_time_is_to_be_asked_for_again() {
        HttpResponse<String> response = test.get("/api/notes?minPosition=999999");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void changes_since_a_position_are_told_by_row() throws JsonProcessingException {
        long before = test.note("changed", MARCH_1, "meeting", "first", null);
        test.note("unchanged-before", MARCH_1, "meeting", "first", null);
        long position = test.note("changed", MARCH_1.minusDays(9), "letter", "late", null);
        JsonNode changes = json("/api/changes?view=notes&since=" + (position - 1) + "&minPosition=" + position);
        assertThat(changes.at("/rows/0/key").asText()).isEqualTo("changed");
        assertThat(changes.at("/rows/0/row/notes").has("letter")).isTrue();
        assertThat(json("/api/changes?view=notes&since=" + before).path("total").asInt())
                .isGreaterThanOrEqualTo(2);
        assertThat(test.get("/api/changes?view=nothing&since=0").statusCode()).isEqualTo(400);
    }
}
