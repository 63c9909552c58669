package org.waymark.query.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.query.Recordings.on;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.events.review.CourseEvent.ReviewScheduled;
import org.waymark.events.review.ReviewId;
import org.waymark.events.review.ReviewKind;
import org.waymark.query.HandClock;
import org.waymark.query.TestApplication;

/** When a page that a reader has is the same still: nothing is recorded meanwhile, but the days go by. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MomentInterceptorTest {

    private static final String PAGE = "/api/reviews/ssr2";

    private final HandClock clock = new HandClock("2026-11-24T12:00:00Z");
    private TestApplication test;

    @BeforeAll
    void record(@TempDir Path folder) {
        test = new TestApplication(folder, clock);
        test.record(new ReviewScheduled(
                new ReviewId("ssr2"), on("2026-01-15"), ReviewKind.SSR, "Stability", "SSR2", "bylaws-2016", null));
        test.caughtUp();
    }

    @AfterAll
    void close() {
        test.close();
    }

    @BeforeEach
    void beginTheDay() {
        clock.set("2026-11-24T12:00:00Z");
    }

    private String etag(String path) {
        return test.get(path).headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<String> askedAgain(String path, String etag) {
        return test.get(path, "If-None-Match", etag);
    }

    @Test
    void a_page_is_the_same_until_the_day_ends() {
        String etag = etag(PAGE);
        clock.set("2026-11-24T23:59:59.999Z");
        assertThat(askedAgain(PAGE, etag).statusCode()).isEqualTo(304);
    }

    @Test
    void a_page_of_today_is_another_one_tomorrow() {
        String etag = etag(PAGE);
        clock.set("2026-11-25T00:00:00Z");
        HttpResponse<String> tomorrow = askedAgain(PAGE, etag);
        assertThat(tomorrow.statusCode()).isEqualTo(200);
        assertThat(tomorrow.headers().firstValue("ETag")).isNotEqualTo(Optional.of(etag));
        assertThat(tomorrow.body()).contains("\"asOf\":\"2026-11-25\"");
    }

    @Test
    void a_page_of_a_past_day_is_the_same_tomorrow() {
        String path = PAGE + "?asOf=2026-02-01";
        String etag = etag(path);
        clock.set("2026-11-25T00:00:00Z");
        assertThat(askedAgain(path, etag).statusCode()).isEqualTo(304);
    }

    @Test
    void pages_of_two_days_are_never_taken_for_each_other() {
        String etag = etag(PAGE + "?asOf=2026-02-01");
        assertThat(askedAgain(PAGE + "?asOf=2026-02-02", etag).statusCode()).isEqualTo(200);
    }

    @Test
    void pages_of_two_states_of_knowledge_are_never_taken_for_each_other() {
        String etag = etag("/api/reviews?asOf=2026-02-01&knownAt=0");
        assertThat(askedAgain("/api/reviews?asOf=2026-02-01&knownAt=1", etag).statusCode())
                .isEqualTo(200);
    }
}
