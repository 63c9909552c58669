package org.waymark.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.events.store.EventLog;
import org.waymark.query.TestApplication;

/** What the live channel is told by the image. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageLiveViewsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private TestApplication test;
    private LiveViews views;

    @BeforeAll
    void open(@TempDir Path folder) {
        test = new TestApplication(folder);
        views = test.bean(LiveViews.class);
    }

    @AfterAll
    void close() {
        test.close();
    }

    private void caughtUp(long position) {
        assertThat(test.get("/api/changes?view=notes&since=0&minPosition=" + position)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_change_is_what_a_page_shows_and_joins_on_to_the_one_before() {
        Topic topic = new Topic("notes", "pushed");
        caughtUp(test.note("pushed", DAY, "meeting", "first", null));
        LiveViews.State before = views.state(topic);
        test.note("elsewhere", DAY, "meeting", "first", null);
        long second = test.note("pushed", DAY, "meeting", "second", null);
        long third = test.note("pushed", DAY.minusDays(3), "letter", "late", null);
        caughtUp(third);

        LiveViews.State change = views.since(topic, before.position()).orElseThrow();
        assertThat(change.position()).isEqualTo(third);
        assertThat(change.previous()).isEqualTo(before.position());
        String page = test.get("/api/notes/pushed").body();
        assertThat(change.entries()).hasSize(1);
        assertThat(change.entries().getFirst()).contains("second", "late");
        assertThat(change.entries().getFirst()).startsWith("{\"key\":\"pushed\",\"at\":" + third + ",");
        assertThat(page).contains(change.entries().getFirst());
        assertThat(views.since(topic, second).orElseThrow().previous()).isEqualTo(second);
        assertThat(views.since(topic, third).orElseThrow().entries()).isEmpty();
        assertThat(views.since(topic, third + 1_000)).isEmpty();
    }

    @Test
    void frames_taken_at_any_time_join_without_a_gap_and_lose_nothing() throws InterruptedException {
        Topic topic = new Topic("notes", "storm");
        caughtUp(test.bean(EventLog.class).position());
        long start = views.state(topic).position();
        int writers = 4;
        int each = 25;
        CountDownLatch written = new CountDownLatch(writers);
        for (int writer = 0; writer < writers; writer++) {
            String review = "storm-" + writer;
            Thread.ofVirtual().start(() -> {
                for (int index = 0; index < each; index++) {
                    test.note(review, DAY, "kind-" + index, "words", null);
                }
                written.countDown();
            });
        }
        List<LiveViews.State> frames = new ArrayList<>();
        long seen = start;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < deadline && seen < start + (long) writers * each) {
            LiveViews.State frame = views.since(topic, seen).orElseThrow();
            if (!frame.entries().isEmpty()) {
                assertThat(frame.previous()).isEqualTo(frames.isEmpty() ? frame.previous() : seen);
                assertThat(frame.position()).isGreaterThan(seen);
                frames.add(frame);
                seen = frame.position();
            }
        }
        assertThat(written.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).isEqualTo(start + (long) writers * each);
        List<String> last = views.state(topic).entries();
        assertThat(last).hasSize(writers).allMatch(entry -> entry.contains("kind-" + (each - 1)));
        for (String entry : last) {
            assertThat(frames.stream().flatMap(frame -> frame.entries().stream()))
                    .contains(entry);
        }
    }

    @Test
    void each_move_is_told() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        views.whenMoved(_ -> told.countDown());
        test.note("told", DAY, "meeting", "first", null);
        assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
