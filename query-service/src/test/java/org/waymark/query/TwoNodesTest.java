package org.waymark.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.events.store.TestPostgres;

/** Two nodes on one log give the same answers, whatever their clocks say. */
class TwoNodesTest {

    @Test
    void answer_the_same_around_midnight(@TempDir Path folder) {
        Map<String, Object> settings = Map.of(
                "waymark.data", folder.toString(),
                "waymark.log.url", TestPostgres.newDatabase(),
                "waymark.log.username", "postgres");
        try (TestApplication late = new TestApplication(settings, new HandClock("2026-11-30T23:59:58Z"));
                TestApplication early = new TestApplication(settings, new HandClock("2026-12-01T00:00:02Z"))) {
            long before = late.note("nodes", LocalDate.of(2026, 11, 29), "meeting", "first", null);
            late.note("nodes", LocalDate.of(2026, 11, 30), "letter", "second", null);
            long position = early.note("nodes", LocalDate.of(2026, 12, 1), "call", "after midnight", null);
            for (String page :
                    List.of("/api/notes", "/api/notes/nodes", "/api/reviews", "/api/groups/GNSO", "/api/trail")) {
                for (String moment : List.of(
                        "asOf=2026-11-29",
                        "asOf=2026-11-30",
                        "asOf=2026-12-01",
                        "asOf=2026-11-30&knownAt=" + before,
                        "knownAt=" + position,
                        "knownAt=2026-11-30")) {
                    String path = page + "?" + moment + "&minPosition=" + position;
                    HttpResponse<String> one = late.get(path);
                    HttpResponse<String> other = early.get(path);
                    assertThat(one.statusCode()).as(one.body()).isEqualTo(200);
                    assertThat(one.body()).as(path).isEqualTo(other.body());
                    assertThat(one.headers().firstValue("ETag"))
                            .as(path)
                            .isEqualTo(other.headers().firstValue("ETag"));
                }
            }
        }
    }

    @Test
    void a_log_that_is_restored_is_read_anew(@TempDir Path folder) throws Exception {
        String url = TestPostgres.newDatabase();
        Map<String, Object> settings =
                Map.of("waymark.data", folder.toString(), "waymark.log.url", url, "waymark.log.username", "postgres");
        try (TestApplication test = new TestApplication(settings, new HandClock("2026-11-30T12:00:00Z"));
                Connection log = DriverManager.getConnection(url, "postgres", "")) {
            test.note("kept", LocalDate.of(2026, 11, 29), "meeting", "first", null);
            long lost = test.note("lost", LocalDate.of(2026, 11, 29), "meeting", "second", null);
            String epoch =
                    test.json("/api/notes?minPosition=" + lost).path("epoch").asText();
            try (Statement restore = log.createStatement()) {
                restore.execute("DELETE FROM event WHERE position = " + lost);
                restore.execute("UPDATE log_head SET position = 1, epoch = 'restored'");
            }
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (!test.get("/api/notes").body().contains("\"epoch\":\"restored\"") && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            JsonNode page = test.json("/api/notes");
            assertThat(page.path("epoch").asText()).isEqualTo("restored").isNotEqualTo(epoch);
            assertThat(page.path("position").asLong()).isEqualTo(1);
            assertThat(page.get("rows").findValuesAsText("key")).containsExactly("kept");
        }
    }
}
