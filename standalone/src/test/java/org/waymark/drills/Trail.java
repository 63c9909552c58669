package org.waymark.drills;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What is on record, held against what was promised. */
final class Trail {

    private final SortedMap<Long, JsonNode> rows;
    private final Map<String, Long> positions = new HashMap<>();

    /**
     * Reads the rows by position.
     *
     * @throws Violation if positions or versions have gaps, or if a command became two events
     */
    Trail(SortedMap<Long, JsonNode> rows) {
        this.rows = rows;
        Map<String, Long> versions = new HashMap<>();
        Set<String> ids = new HashSet<>();
        long expected = 0;
        for (Map.Entry<Long, JsonNode> row : rows.entrySet()) {
            if (row.getKey() != ++expected || row.getValue().path("position").asLong() != expected) {
                throw new Violation("Position %d is missing: the event after it is at %d.", expected, row.getKey());
            }
            String stream = row.getValue().path("stream").asText();
            long version = versions.merge(stream, 0L, (was, _) -> was + 1);
            if (row.getValue().path("version").asLong() != version) {
                throw new Violation(
                        "The stream %s has no version %d; position %d is the next.", stream, version, expected);
            }
            Long before = positions.put(Asked.keyOf(row.getValue().path("payload")), expected);
            if (before != null || !ids.add(row.getValue().path("eventId").asText())) {
                throw new Violation("A command was recorded twice, at positions %s and %d.", before, expected);
            }
        }
    }

    long size() {
        return rows.size();
    }

    /** Returns the place of the event that a command became, if it became one. */
    Optional<Told> of(Asked asked) {
        return Optional.ofNullable(positions.get(asked.key())).map(position -> Told.of(asked, rows.get(position)));
    }

    /**
     * Checks that every answer still holds.
     *
     * @throws Violation if one does not, with the number of those that don't
     */
    void holds(Collection<Told> told) {
        List<Told> lost = new ArrayList<>();
        for (Told each : told) {
            JsonNode row = rows.get(each.position());
            if (row == null
                    || !Told.of(each.asked(), row).equals(each)
                    || !contains(row.path("payload"), each.asked().body())) {
                lost.add(each);
            }
        }
        if (!lost.isEmpty()) {
            Told first = lost.getFirst();
            throw new Violation(
                    "%d of %d acknowledged events are not on record as acknowledged; the first is %s at position %d (there: %s).",
                    lost.size(), told.size(), first.asked().key(), first.position(), rows.get(first.position()));
        }
    }

    /** Checks that nothing is on record but what was asked for. */
    void holdsNothingBut(Set<String> keys) {
        positions.forEach((key, position) -> {
            if (!keys.contains(key)) {
                throw new Violation("Nobody asked for the event at position %d, %s.", position, key);
            }
        });
    }

    /** Checks that an earlier trail is the beginning of this one. */
    void goesOn(Trail before) {
        before.rows.forEach((position, row) -> {
            if (!row.equals(rows.get(position))) {
                throw new Violation("The event at position %d has changed.", position);
            }
        });
    }

    /** Tells whether everything that was sent is in what was recorded. */
    private static boolean contains(JsonNode recorded, JsonNode sent) {
        return sent.isObject()
                ? sent.propertyStream().allMatch(field -> contains(recorded.path(field.getKey()), field.getValue()))
                : recorded.equals(sent);
    }
}
