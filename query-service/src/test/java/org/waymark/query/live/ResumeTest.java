package org.waymark.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.query.Recordings.on;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.events.review.ReviewId;
import org.waymark.events.review.TeamEvent.MssiBriefingHeld;
import org.waymark.events.store.EventLog;
import org.waymark.query.TestApplication;

/** How far back a reader that was away is told what it missed: 500 rows, looked for in 5,000 events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResumeTest {

    private static final int MOST_ROWS = 500;
    private static final int MOST_EVENTS = 5_000;

    private final List<LiveClient> clients = new ArrayList<>();
    private TestApplication test;
    private String epoch;
    private long last;

    @BeforeAll
    void record(@TempDir Path folder) {
        test = new TestApplication(folder);
        MssiBriefingHeld briefing = new MssiBriefingHeld(new ReviewId("atrt4"), on("2026-05-04"), null);
        last = test.record(Collections.nCopies(MOST_EVENTS + 1, briefing), Map.of());
        test.caughtUp();
        epoch = test.bean(EventLog.class).epoch();
    }

    @AfterAll
    void close() {
        test.close();
    }

    @AfterEach
    void leave() {
        clients.forEach(LiveClient::close);
        clients.clear();
    }

    private JsonNode answer(String topic, long position) {
        LiveClient client = LiveClient.connect(test.port());
        clients.add(client);
        client.subscribe(topic, epoch, position);
        return client.next();
    }

    @Test
    void as_many_rows_as_a_reader_may_miss_are_told() {
        JsonNode missed = answer("/topic/trail", last - MOST_ROWS);
        assertThat(missed.path("kind").asText()).isEqualTo("missed");
        assertThat(missed.path("changes")).hasSize(MOST_ROWS);
    }

    @Test
    void a_reader_that_missed_one_row_more_is_told_to_reload() {
        assertThat(answer("/topic/trail", last - MOST_ROWS - 1).path("kind").asText())
                .isEqualTo("reload");
    }

    @Test
    void one_row_is_told_however_many_events_changed_it() {
        JsonNode missed = answer("/topic/reviews", last - MOST_EVENTS);
        assertThat(missed.path("kind").asText()).isEqualTo("missed");
        assertThat(missed.path("changes").findValuesAsText("key")).containsExactly("atrt4");
    }

    @Test
    void a_reader_that_missed_one_event_more_is_told_to_reload() {
        assertThat(answer("/topic/reviews", last - MOST_EVENTS - 1).path("kind").asText())
                .isEqualTo("reload");
    }
}
