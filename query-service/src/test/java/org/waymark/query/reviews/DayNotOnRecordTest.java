package org.waymark.query.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.query.Recordings.by;
import static org.waymark.query.Recordings.on;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.events.Occurrence;
import org.waymark.events.recommendation.BoardEvent.BoardActionRecorded;
import org.waymark.events.recommendation.BoardEvent.Disposition;
import org.waymark.events.recommendation.RecommendationId;
import org.waymark.events.recommendation.TextEvent.RecommendationDrafted;
import org.waymark.events.review.CourseEvent.ReviewScheduled;
import org.waymark.events.review.ReportEvent.FinalReportSubmitted;
import org.waymark.events.review.ReviewId;
import org.waymark.events.review.ReviewKind;
import org.waymark.query.HandClock;
import org.waymark.query.TestApplication;

/**
 * A review of which some acts are on record only by a later day: the first recommendation is printed in a draft of February,
 * the report is with the Board on 25 March, a second recommendation and an action on the first are on record by September.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DayNotOnRecordTest {

    private static final ReviewId SSR2 = new ReviewId("ssr2");

    private TestApplication test;

    @BeforeAll
    void record(@TempDir Path folder) {
        test = new TestApplication(folder, new HandClock("2026-11-24T12:00:00Z"));
        test.record(
                List.of(
                        new ReviewScheduled(
                                SSR2, on("2026-01-15"), ReviewKind.SSR, "Stability", "SSR2", "bylaws-2016", null),
                        drafted("1", on("2026-02-01")),
                        new FinalReportSubmitted(SSR2, on("2026-03-25"), List.of(), null, null, null),
                        drafted("2", by("2026-09-01")),
                        new BoardActionRecorded(
                                new RecommendationId("ssr2/1"),
                                by("2026-09-01"),
                                "whole",
                                Disposition.APPROVED,
                                "2026.09.01",
                                "why",
                                List.of())),
                Map.of());
        test.caughtUp();
    }

    @AfterAll
    void close() {
        test.close();
    }

    private static RecommendationDrafted drafted(String number, Occurrence on) {
        return new RecommendationDrafted(
                new RecommendationId("ssr2/" + number), on, number, null, null, null, List.of(), null);
    }

    private List<String> notKnown(String day) {
        List<String> pointers = new ArrayList<>();
        JsonNode entry = test.json("/api/reviews/ssr2?asOf=" + day).get("entry");
        entry.path("possible").forEach(open -> pointers.add(open.path("pointer").asText()));
        return pointers;
    }

    @Test
    void what_is_only_possible_begins_no_recommendation() {
        assertThat(notKnown("2026-06-01")).noneMatch(pointer -> pointer.startsWith("/row/recommendations/2"));
        assertThat(test.json("/api/reviews/ssr2?asOf=2026-09-01").at("/entry/row/recommendations"))
                .hasSize(2);
        assertThat(test.get("/api/recommendations/ssr2/2?asOf=2026-06-01").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_board_did_not_act_before_it_had_the_report() {
        assertThat(notKnown("2026-03-01")).isEmpty();
        assertThat(notKnown("2026-03-25"))
                .contains("/row/reports/boardFirstActedOn", "/row/recommendations/1/parts/whole");
    }

    @Test
    void on_the_day_by_which_it_is_on_record_all_is_known() {
        assertThat(notKnown("2026-09-01")).isEmpty();
    }
}
