package org.waymark.query.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.events.store.EventLog;
import org.waymark.query.TestApplication;

/** What can't be folded stops its own row, says so, and nothing else. */
class StoppedRowsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void a_fold_that_fails_hurts_one_row_until_the_fact_is_gone(@TempDir Path folder) {
        try (TestApplication test = new TestApplication(folder)) {
            test.note("whole", DAY, "meeting", "first", null);
            test.note("hurt", DAY, "meeting", "first", null);
            long failing = test.note("hurt", DAY.plusDays(1), "letter", "fail", null);
            long last = test.note("hurt", DAY.plusDays(2), "call", "later", null);
            JsonNode hurt = test.json("/api/notes/hurt?minPosition=" + last).get("entry");
            assertThat(hurt.path("stoppedAt").asLong()).isEqualTo(failing);
            assertThat(hurt.path("stoppedBy").asText()).isEqualTo("CAN_NOT_BE_FOLDED");
            assertThat(hurt.at("/row/facts").asInt()).isEqualTo(1);
            assertThat(hurt.at("/possible/0/pointer").asText()).isEqualTo("/standing");
            assertThat(test.json("/api/notes/whole").get("entry").has("stoppedAt"))
                    .isFalse();
            assertThat(test.json("/api/notes/hurt?asOf=2026-03-01").get("entry").has("stoppedAt"))
                    .as("the day before")
                    .isFalse();
            assertThat(test.get("/actuator/health").body())
                    .contains("DEGRADED", "\"key\":\"hurt\",\"position\":" + failing);

            long mended = test.note("hurt", DAY.plusDays(1), "letter", "right", test.eventId(failing));
            JsonNode whole = test.json("/api/notes/hurt?minPosition=" + mended).get("entry");
            assertThat(whole.has("stoppedAt")).isFalse();
            assertThat(whole.at("/row/facts").asInt()).isEqualTo(3);
            assertThat(test.get("/actuator/health").body()).contains("\"status\":\"UP\"");
        }
    }

    @Test
    void what_a_later_release_recorded_stops_the_rows_of_its_stream(@TempDir Path folder) throws SQLException {
        long position;
        try (TestApplication test = new TestApplication(folder)) {
            for (String review : new String[] {"whole", "field", "kind", "revised"}) {
                test.note(review, DAY, "meeting", "first", null);
            }
            position = test.bean(EventLog.class).position();
        }
        String on =
                "\"on\":{\"occurredOn\":\"2026-04-01\",\"precision\":\"DAY\",\"evidence\":[],\"by\":{\"role\":\"ORG\"}}";
        try (Connection log =
                DriverManager.getConnection("jdbc:h2:file:" + folder.toAbsolutePath() + "/log", "sa", "")) {
            insert(
                    log,
                    ++position,
                    "review/field",
                    "OccurrenceNoted",
                    "1",
                    "{\"reviewId\":\"field\",%s,\"kind\":\"meeting\",\"words\":\"w\",\"mood\":\"good\"}".formatted(on));
            insert(log, ++position, "review/kind", "TeamApplauded", "1", "{\"reviewId\":\"kind\",%s}".formatted(on));
            insert(log, ++position, "review/revised", "OccurrenceNoted", "2", "{\"minutes\":\"of another shape\"}");
        }
        try (TestApplication test = new TestApplication(folder)) {
            JsonNode page = test.json("/api/notes?minPosition=" + position);
            assertThat(page.path("total").asInt()).isEqualTo(4);
            assertThat(page.path("without").asInt()).isEqualTo(3);
            for (JsonNode entry : page.get("rows")) {
                boolean stopped = !entry.path("key").asText().equals("whole");
                assertThat(entry.has("stoppedAt")).as(entry.toString()).isEqualTo(stopped);
                assertThat(entry.path("stoppedBy").asText("")).isEqualTo(stopped ? "RECORDED_BY_A_LATER_RELEASE" : "");
                assertThat(entry.at("/row/notes/meeting/words").asText()).isEqualTo("first");
            }
            assertThat(test.json("/api/notes?asOf=2026-03-15&knownAt=4").has("without"))
                    .isFalse();
            assertThat(test.json("/api/notes/field?asOf=2026-03-15")
                            .get("entry")
                            .has("stoppedAt"))
                    .as("the days before it")
                    .isFalse();
            assertThat(test.json("/api/trail").at("/rows/0/row/type").asText()).isEqualTo("OccurrenceNoted");
            assertThat(test.json("/api/trail").at("/rows/1/row/type").asText()).isEqualTo("TeamApplauded");
            long more = test.note("whole", DAY.plusDays(9), "letter", "goes on", null);
            assertThat(test.json("/api/notes/whole?minPosition=" + more)
                            .at("/entry/row/facts")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    private static void insert(
            Connection log, long position, String stream, String type, String revision, String payload)
            throws SQLException {
        try (PreparedStatement insert = log.prepareStatement("""
                        INSERT INTO event (position, event_id, stream, version, type, revision, recorded_at, payload, metadata)
                        VALUES (?, ?, ?, 1, ?, ?, (SELECT MAX(recorded_at) FROM event), ?, '{}')
                        """);
                PreparedStatement head = log.prepareStatement("UPDATE log_head SET position = ?")) {
            insert.setLong(1, position);
            insert.setString(2, UUID.nameUUIDFromBytes(payload.getBytes()).toString());
            insert.setString(3, stream);
            insert.setString(4, type);
            insert.setString(5, revision);
            insert.setString(6, payload);
            insert.executeUpdate();
            head.setLong(1, position);
            head.executeUpdate();
        }
    }
}
