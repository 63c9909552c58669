package org.waymark.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The drill sees each kind of loss; otherwise its silence would mean nothing. */
class TrailTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Asked FIRST = Asked.scheduleReview("k1", "drill");
    private static final Asked SECOND = Asked.noteOccurrence("k2", "drill", 3);

    private static SortedMap<Long, JsonNode> rows() {
        SortedMap<Long, JsonNode> rows = new TreeMap<>();
        rows.put(1L, row(1, 0, FIRST));
        rows.put(2L, row(2, 1, SECOND));
        return rows;
    }

    private static ObjectNode row(long position, long version, Asked asked) {
        ObjectNode row = JSON.createObjectNode().put("position", position).put("eventId", "e" + position);
        row.put("stream", "review/drill")
                .put("version", version)
                .set("payload", asked.body().deepCopy().put("more", "x"));
        return row;
    }

    @Test
    void accepts_what_was_acknowledged() {
        Trail trail = new Trail(rows());
        trail.holds(List.of(new Told(FIRST, "e1", 1, 0), new Told(SECOND, "e2", 2, 1)));
        trail.holdsNothingBut(Set.of("k1", "k2", "k3"));
        trail.goesOn(new Trail(rows().headMap(2L)));
        assertThat(trail.of(SECOND)).contains(new Told(SECOND, "e2", 2, 1));
    }

    @Test
    void sees_an_acknowledged_event_that_is_gone_moved_or_different() {
        Trail trail = new Trail(rows());
        Asked third = Asked.noteOccurrence("k3", "drill", 0);
        assertViolation(
                () -> trail.holds(List.of(new Told(third, "e3", 3, 2))), "1 of 1 acknowledged events are not on");
        assertViolation(() -> trail.holds(List.of(new Told(SECOND, "e2", 1, 1))), "k2 at position 1");
        assertViolation(() -> trail.holds(List.of(new Told(SECOND, "e9", 2, 1))), "k2 at position 2");
        Asked other =
                new Asked("k2", SECOND.path(), "ORG", SECOND.body().deepCopy().put("kind", "other"));
        assertViolation(() -> trail.holds(List.of(new Told(other, "e2", 2, 1))), "k2 at position 2");
    }

    @Test
    void sees_a_gap() {
        SortedMap<Long, JsonNode> rows = rows();
        rows.put(4L, row(4, 2, Asked.noteOccurrence("k4", "drill", 0)));
        assertViolation(() -> new Trail(rows), "Position 3 is missing: the event after it is at 4.");
    }

    @Test
    void sees_a_command_that_was_recorded_twice() {
        SortedMap<Long, JsonNode> rows = rows();
        rows.put(3L, row(3, 2, SECOND));
        assertViolation(() -> new Trail(rows), "recorded twice, at positions 2 and 3");
    }

    @Test
    void sees_a_version_that_is_missing() {
        SortedMap<Long, JsonNode> rows = rows();
        rows.put(3L, row(3, 3, Asked.noteOccurrence("k3", "drill", 0)));
        assertViolation(() -> new Trail(rows), "has no version 2");
    }

    @Test
    void sees_an_event_that_nobody_asked_for_and_one_that_changed() {
        Trail trail = new Trail(rows());
        assertViolation(() -> trail.holdsNothingBut(Set.of("k1")), "Nobody asked for the event at position 2");
        SortedMap<Long, JsonNode> rows = rows();
        ((ObjectNode) rows.get(1L)).put("recordedAt", "later");
        assertViolation(() -> new Trail(rows).goesOn(trail), "The event at position 1 has changed.");
    }

    private static void assertViolation(Runnable check, String sentence) {
        assertThatThrownBy(check::run).isInstanceOf(Violation.class).hasMessageContaining(sentence);
    }
}
