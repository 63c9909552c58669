package org.waymark.query.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.waymark.events.store.ProcessEnd;
import org.waymark.query.TestApplication;
import org.waymark.query.image.Feed;
import org.waymark.query.image.Image;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpkeepTest {

    private TestApplication test;

    @BeforeAll
    void open(@TempDir Path folder) {
        test = new TestApplication(folder);
    }

    @AfterAll
    void close() {
        test.close();
    }

    private long noted() {
        long position = test.note("ssr2", LocalDate.of(2026, 3, 1), "meeting", "words", null);
        assertThat(test.get("/api/changes?view=notes&since=0&minPosition=" + position)
                        .statusCode())
                .isEqualTo(200);
        return position;
    }

    @Test
    void status_health_and_metrics_tell_how_far_the_image_is() {
        long position = noted();
        assertThat(test.get("/api/status").body())
                .contains("\"image\":{\"position\":" + position
                        + ",\"lagEvents\":0,\"lagSeconds\":0,\"state\":\"CURRENT\"}");
        assertThat(test.get("/actuator/health").body()).contains("\"status\":\"UP\"");
        assertThat(test.get("/actuator/prometheus").body())
                .contains("waymark_image_lag_seconds 0.0", "waymark_image_lag_events 0.0", "waymark_image_stopped 0.0");
    }

    @Test
    void health_is_down_once_the_process_is_about_to_end() {
        ProcessEnd end = new ProcessEnd(_ -> {}, Duration.ZERO);
        ImageHealth health = new ImageHealth(test.bean(Image.class), test.bean(Feed.class), test.bean(Lag.class), end);
        assertThat(health.health().getStatus()).isNotEqualTo(Status.DOWN);
        end.because("a test", new OutOfMemoryError());
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    @Timeout(60)
    void a_replay_says_that_the_image_is_what_the_log_says() {
        noted();
        assertThat(test.get("/actuator/replay").statusCode()).isEqualTo(404);
        assertThat(test.send("POST", "/actuator/replay").statusCode()).isEqualTo(200);
        String told = test.get("/actuator/replay").body();
        while (told.contains("RUNNING")) {
            LockSupport.parkNanos(1_000_000);
            told = test.get("/actuator/replay").body();
        }
        assertThat(told).contains("\"state\":\"IDENTICAL\"", "\"digest\":");
        long more = noted();
        assertThat(test.get("/api/status").body()).contains("\"position\":" + more);
    }
}
