package org.waymark.query.recommendations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.query.Recordings.by;
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
import org.waymark.events.Occurrence;
import org.waymark.events.Precision;
import org.waymark.events.Retraction;
import org.waymark.events.Role;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatus;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatusReported;
import org.waymark.events.recommendation.RecommendationId;
import org.waymark.events.recommendation.TextEvent.RecommendationDrafted;
import org.waymark.events.recommendation.TextEvent.RecommendationFactRetracted;
import org.waymark.query.TestApplication;

/** The reports on one recommendation: a list of its own, of which the row keeps the last and how many there are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportsTest {

    private static final String PAGE = "/api/recommendations/ssr2/1.1/reports";

    private TestApplication test;
    private long january;
    private long february;
    private long march;
    private long undated;

    @BeforeAll
    void record(@TempDir Path folder) {
        test = new TestApplication(folder);
        RecommendationId id = new RecommendationId("ssr2/1.1");
        test.record(new RecommendationDrafted(id, on("2021-01-01"), "1.1", null, null, null, List.of(), null));
        march = report(id, on("2022-03-31"), ImplementationStatus.COMPLETE);
        january = report(id, on("2022-01-31"), ImplementationStatus.NOT_STARTED);
        february = report(id, on("2022-02-28"), ImplementationStatus.IN_PROGRESS);
        undated = report(id, by("2023-06-30"), ImplementationStatus.ON_HOLD);
        RecommendationId other = new RecommendationId("ssr2/1.10");
        report(other, on("2022-02-01"), ImplementationStatus.IN_PROGRESS);
        test.caughtUp();
    }

    @AfterAll
    void close() {
        test.close();
    }

    private long report(RecommendationId id, Occurrence on, ImplementationStatus status) {
        return test.record(new ImplementationStatusReported(id, on, status, null, "Words of " + status));
    }

    private static List<Long> keys(JsonNode page) {
        List<Long> keys = new ArrayList<>();
        page.get("rows").forEach(row -> keys.add(row.get("key").asLong()));
        return keys;
    }

    @Test
    void stand_in_the_order_in_which_they_were_made_the_newest_first() {
        JsonNode page = test.json(PAGE);
        assertThat(keys(page)).containsExactly(undated, march, february, january);
        assertThat(page.get("total").asInt()).isEqualTo(4);
        assertThat(page.at("/rows/1/row/status").asText()).isEqualTo("COMPLETE");
        assertThat(page.at("/rows/1/row/words").asText()).isEqualTo("Words of COMPLETE");
        assertThat(page.at("/rows/1/row/on/on").asText()).isEqualTo("2022-03-31");
    }

    @Test
    void come_page_by_page() {
        JsonNode first = test.json(PAGE + "?limit=3");
        JsonNode second =
                test.json(PAGE + "?limit=3&cursor=" + first.get("next").asText());
        assertThat(keys(first)).containsExactly(undated, march, february);
        assertThat(keys(second)).containsExactly(january);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void of_a_day_are_those_made_by_then_and_those_that_may_have_been() {
        JsonNode page = test.json(PAGE + "?asOf=2022-02-28");
        assertThat(keys(page)).containsExactly(undated, february, january);
        assertThat(page.at("/rows/0/possible/0/pointer").asText()).isEqualTo("/row");
        assertThat(page.at("/rows/0/possible/0/values/0").isNull()).isTrue();
        assertThat(page.at("/rows/0/possible/0/values/1/status").asText()).isEqualTo("ON_HOLD");
        assertThat(page.at("/rows/1").has("possible")).isFalse();
    }

    @Test
    void are_those_that_were_known_at_a_position() {
        assertThat(keys(test.json(PAGE + "?knownAt=" + january))).containsExactly(march, january);
    }

    @Test
    void are_counted_in_the_row_which_keeps_the_last() {
        JsonNode row = test.json("/api/recommendations/ssr2/1.1").at("/entry/row");
        assertThat(row.get("reports").asInt()).isEqualTo(4);
        assertThat(row.at("/status/status").asText()).isEqualTo("ON_HOLD");
        assertThat(row.has("statuses")).isFalse();
    }

    @Test
    void that_were_never_made_are_not_among_them() {
        RecommendationId id = new RecommendationId("ssr2/2");
        test.record(new RecommendationDrafted(id, on("2021-01-01"), "2", null, null, null, List.of(), null));
        long kept = report(id, on("2022-01-31"), ImplementationStatus.NOT_STARTED);
        long gone = report(id, on("2022-02-28"), ImplementationStatus.IN_PROGRESS);
        Occurrence taking = new Occurrence(
                LocalDate.of(2022, 3, 1),
                Precision.DAY,
                List.of(),
                "Never made",
                By.of(Role.ORG),
                test.eventId(gone),
                null);
        test.record(new RecommendationFactRetracted(id, taking, Retraction.Means.NEVER_HAPPENED, List.of()));
        test.caughtUp();
        assertThat(keys(test.json("/api/recommendations/ssr2/2/reports"))).containsExactly(kept);
    }

    @Test
    void of_what_is_not_on_record_are_not_found() {
        assertThat(test.get("/api/recommendations/ssr2/99/reports").statusCode())
                .isEqualTo(404);
    }
}
