package org.waymark.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.events.store.EventLog;
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
            assertThat(late.bean(EventLog.class).epoch())
                    .isEqualTo(early.bean(EventLog.class).epoch());
        }
    }
}
