package org.waymark.query.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.query.Recordings.on;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.events.Group;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.recommendation.RecommendationId;
import org.waymark.events.recommendation.TextEvent.RecommendationDrafted;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.CourseEvent.ReviewScheduled;
import org.waymark.events.review.ReviewId;
import org.waymark.events.review.ReviewKind;
import org.waymark.events.review.TeamEvent.ReviewTeamSelected;
import org.waymark.events.review.TeamEvent.Seats;
import org.waymark.query.HandClock;
import org.waymark.query.TestApplication;

/** What changed for a body since a day, on either axis: two reviews, recorded around the midnights of March 2026. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupsControllerTest {

    private static final ReviewId SSR2 = new ReviewId("ssr2");
    private static final ReviewId RDS2 = new ReviewId("rds2");

    private final HandClock clock = new HandClock("2026-03-09T10:00:00Z");
    private TestApplication test;
    private String scheduled;
    private String otherScheduled;
    private String seated;
    private String addressed;
    private String unaddressed;
    private String atTheEndOfTheDay;
    private String atMidnight;
    private String late;

    @BeforeAll
    void record(@TempDir Path folder) {
        test = new TestApplication(folder, clock);
        scheduled = recorded(
                new ReviewScheduled(SSR2, on("2026-01-15"), ReviewKind.SSR, "Stability", "SSR2", "bylaws-2016", null));
        otherScheduled = recorded(new ReviewScheduled(
                RDS2, on("2026-01-15"), ReviewKind.RDS, "Registration data", "RDS2", "bylaws-2016", null));
        seated = recorded(
                new ReviewTeamSelected(SSR2, on("2026-02-01"), 2, List.of(new Seats(Group.NCUC, null, 2)), List.of()));
        addressed = recorded(drafted("1", Group.GAC));
        unaddressed = recorded(drafted("2"));
        clock.set("2026-03-10T23:59:59.999999Z");
        atTheEndOfTheDay = recorded(new OccurrenceNoted(SSR2, on("2026-03-10"), "call", "The last thing that day"));
        clock.set("2026-03-11T00:00:00Z");
        atMidnight = recorded(new OccurrenceNoted(SSR2, on("2026-03-11"), "call", "The first thing of the day"));
        late = recorded(new OccurrenceNoted(SSR2, on("2026-02-20"), "letter", "Found in the archive"));
        test.caughtUp();
    }

    @AfterAll
    void close() {
        test.close();
    }

    private String recorded(WaymarkEvent event) {
        return Long.toString(test.record(event));
    }

    private static RecommendationDrafted drafted(String number, Group... addressees) {
        return new RecommendationDrafted(
                new RecommendationId("ssr2/" + number),
                on("2026-03-01"),
                number,
                null,
                null,
                null,
                List.of(addressees),
                null);
    }

    private List<String> changes(String body, String since, String more) {
        return keys(test.json("/api/groups/%s/changes?since=%s%s".formatted(body, since, more)));
    }

    private static List<String> keys(JsonNode page) {
        List<String> keys = new ArrayList<>();
        page.get("rows").forEach(row -> keys.add(row.get("key").asText()));
        return keys;
    }

    @Nested
    class What_is_effective_since_a_day {

        @Test
        void begins_on_the_day_after() {
            assertThat(changes("NCUC", "2026-03-09", "&axis=effective")).containsExactly(atMidnight, atTheEndOfTheDay);
            assertThat(changes("NCUC", "2026-03-10", "&axis=effective")).containsExactly(atMidnight);
            assertThat(changes("NCUC", "2026-03-11", "&axis=effective")).isEmpty();
        }

        @Test
        void leaves_out_what_was_recorded_since_about_the_time_before() {
            assertThat(changes("NCUC", "2026-03-01", "&axis=effective")).doesNotContain(late);
            assertThat(changes("NCUC", "2026-02-19", "&axis=effective"))
                    .containsExactly(late, atMidnight, atTheEndOfTheDay);
        }
    }

    @Nested
    class What_is_recorded_since_a_day {

        @Test
        void begins_at_the_midnight_that_ends_the_day() {
            assertThat(changes("NCUC", "2026-03-09", "&axis=recorded"))
                    .containsExactly(late, atMidnight, atTheEndOfTheDay);
            assertThat(changes("NCUC", "2026-03-10", "&axis=recorded")).containsExactly(late, atMidnight);
            assertThat(changes("NCUC", "2026-03-11", "&axis=recorded")).isEmpty();
        }

        @Test
        void is_what_is_asked_for_where_no_axis_is_named() {
            assertThat(changes("NCUC", "2026-03-10", "")).containsExactly(late, atMidnight);
        }
    }

    @Nested
    class What_concerns_a_body {

        @Test
        void is_what_happens_in_a_review_in_which_a_part_of_it_has_a_seat() {
            assertThat(changes("GNSO", "2026-01-01", ""))
                    .containsExactly(late, atMidnight, atTheEndOfTheDay, seated, scheduled);
        }

        @Test
        void is_a_recommendation_addressed_to_it_and_the_review_of_that() {
            assertThat(changes("GAC", "2026-01-01", ""))
                    .containsExactly(late, atMidnight, atTheEndOfTheDay, addressed, seated, scheduled);
        }

        @Test
        void is_nothing_where_it_does_not_take_part() {
            assertThat(changes("SSAC", "2026-01-01", "")).isEmpty();
        }

        @Test
        void is_everything_for_the_board_and_icann_org() {
            for (String body : List.of("BOARD", "ORG")) {
                assertThat(changes(body, "2026-01-01", ""))
                        .containsExactly(
                                late,
                                atMidnight,
                                atTheEndOfTheDay,
                                unaddressed,
                                addressed,
                                seated,
                                otherScheduled,
                                scheduled);
            }
        }
    }

    @Nested
    class Asking {

        @Test
        void goes_on_page_by_page_to_a_last_page_that_is_full() {
            String path = "/api/groups/GAC/changes?since=2026-01-01&axis=effective&limit=3";
            JsonNode first = test.json(path);
            JsonNode last = test.json(path + "&cursor=" + first.get("next").asText());
            assertThat(keys(first)).containsExactly(late, atMidnight, atTheEndOfTheDay);
            assertThat(keys(last)).containsExactly(addressed, seated, scheduled);
            assertThat(last.has("next")).isFalse();
        }

        @Test
        void minds_no_case() {
            assertThat(changes("gNsO", "2026-03-10", "&axis=Effective")).containsExactly(atMidnight);
            assertThat(test.json("/api/groups/gnso").at("/entry/key").asText()).isEqualTo("GNSO");
        }

        @Test
        void for_a_body_that_does_not_exist_finds_nothing() {
            assertThat(test.get("/api/groups/XYZ").statusCode()).isEqualTo(404);
            assertThat(test.get("/api/groups/XYZ/changes?since=2026-01-01").statusCode())
                    .isEqualTo(404);
        }

        @Test
        void for_all_bodies_finds_each_once() {
            JsonNode all = test.json("/api/groups?limit=500");
            assertThat(keys(all)).hasSize(Group.values().length).doesNotHaveDuplicates();
            assertThat(all.get("total").asInt()).isEqualTo(Group.values().length);
        }
    }
}
