package org.waymark.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Precision;
import org.waymark.events.Recorded;
import org.waymark.events.store.EventJson;

/**
 * A log as long as wanted, the same each time: the recorded history of ICANN's reviews twenty times over, eight years
 * earlier, and then reports on each recommendation, quarter by quarter. Some reports come late, some correct the one before.
 */
final class LongHistory {

    private static final int COPIES = 20;
    private static final int YEARS_EARLIER = 8;
    private static final int LATE = 100;
    private static final int CORRECTED = 200;
    private static final int SECONDS_BETWEEN = 300;
    private static final LocalDate FIRST_REPORT = LocalDate.of(2019, 3, 31);
    /** Of half of the reports only the month is known, or a date before which they were made. */
    private static final List<Precision> PRECISIONS =
            List.of(Precision.DAY, Precision.MONTH, Precision.DAY, Precision.BY);

    private static final List<String> STATUSES =
            List.of("NOT_STARTED", "IMPLEMENTATION_DESIGN", "IN_PROGRESS", "PARTIALLY_COMPLETE", "ON_HOLD");

    private record Row(String eventId, String stream, long version, String type, String payload) {}

    private final List<Recorded> history;
    private final int length;
    private final Set<String> reviews = new HashSet<>();
    private final Set<String> eventIds = new HashSet<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();

    LongHistory(List<Recorded> history, int length) {
        this.history = history;
        this.length = length;
        history.forEach(event -> {
            reviews.add(event.stream().split("/")[1]);
            eventIds.add(event.eventId());
        });
    }

    /** Writes it into an empty log. */
    void write(Connection connection) throws SQLException {
        copies();
        reports();
        Instant last = LocalDate.of(2026, 11, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        OffsetDateTime at = last.minusSeconds((long) SECONDS_BETWEEN * length).atOffset(ZoneOffset.UTC);
        try (PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO event (position, event_id, stream, version, type, revision, recorded_at, payload, metadata)
                        VALUES (?, ?, ?, ?, ?, '1', ?, ?, ?)
                        """);
                PreparedStatement head =
                        connection.prepareStatement("UPDATE log_head SET position = ?, recorded_at = ?")) {
            for (int position = 1; position <= length; position++) {
                at = at.plusSeconds(SECONDS_BETWEEN);
                add(insert, position, rows.get(position - 1), at);
                if (position % 1_000 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            head.setLong(1, length);
            head.setObject(2, at);
            head.executeUpdate();
        }
        connection.commit();
    }

    private static void add(PreparedStatement insert, long position, Row row, OffsetDateTime at) throws SQLException {
        insert.setLong(1, position);
        insert.setString(2, row.eventId());
        insert.setString(3, row.stream());
        insert.setLong(4, row.version());
        insert.setString(5, row.type());
        insert.setObject(6, at);
        insert.setString(7, row.payload());
        insert.setString(8, """
                {"person":"archivist","actingFor":"ARCHIVIST","authenticated":"false","pack":"bylaws-2016","idempotencyKey":"%d"}""".formatted(position));
        insert.addBatch();
    }

    private void copies() {
        for (int copy = 1; copy <= COPIES; copy++) {
            for (Recorded event : history) {
                ObjectNode payload = EventJson.mapper().valueToTree(event.event());
                ObjectNode on = (ObjectNode) payload.get("on");
                LocalDate day = event.event().on().occurredOn().minusYears(YEARS_EARLIER);
                on.put("occurredOn", day.toString());
                String stream = event.stream();
                int id = stream.indexOf('/') + 1;
                append(
                        idOf(event.eventId(), copy),
                        stream.substring(0, id) + renamed(stream.substring(id), copy),
                        event.type(),
                        renamed(payload, copy));
            }
        }
    }

    /** Reports quarter by quarter on every recommendation there is. */
    private void reports() {
        List<String> recommendations = versions.keySet().stream()
                .filter(stream -> stream.startsWith("recommendation/"))
                .sorted()
                .toList();
        Map<String, String> before = new LinkedHashMap<>();
        for (int quarter = 0; rows.size() < length; quarter++) {
            for (String stream : recommendations) {
                int index = rows.size();
                String corrects = index % CORRECTED == 0 ? before.get(stream) : null;
                int back = corrects != null || index % LATE == 1 ? 1 : 0;
                String eventId = uuid("report-" + index);
                LocalDate day = FIRST_REPORT.plusMonths(3L * (quarter - back));
                append(eventId, stream, "ImplementationStatusReported", report(stream, day, index, corrects));
                before.put(stream, eventId);
            }
        }
    }

    private static ObjectNode report(String stream, LocalDate day, int index, @Nullable String corrects) {
        ObjectNode payload = EventJson.mapper().createObjectNode();
        payload.put("recommendationId", stream.substring("recommendation/".length()));
        ObjectNode on = payload.putObject("on");
        Precision precision = PRECISIONS.get(index % PRECISIONS.size());
        on.put("occurredOn", precision.firstDay(day).toString()).put("precision", precision.name());
        on.putArray("evidence")
                .addObject()
                .put("address", "https://community.example/reports/" + day)
                .put("title", "Quarterly report of " + day);
        on.putObject("by").put("role", "ORG");
        if (corrects != null) {
            on.put("corrects", corrects);
        }
        return payload.put("status", STATUSES.get(index % STATUSES.size()))
                .put("percent", index % 101)
                .put(
                        "words",
                        "Work goes on as planned; what is left waits for the budget of the next year, item " + index);
    }

    private void append(String eventId, String stream, String type, JsonNode payload) {
        long version = versions.merge(stream, 0L, (was, _) -> was + 1);
        rows.add(new Row(eventId, stream, version, type, payload.toString()));
    }

    /** Gives the reviews of a copy names of their own, wherever they are named. */
    private JsonNode renamed(JsonNode node, int copy) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode other = EventJson.mapper().createObjectNode();
                object.properties()
                        .forEach(field -> other.set(renamed(field.getKey(), copy), renamed(field.getValue(), copy)));
                yield other;
            }
            case ArrayNode array -> {
                ArrayNode other = EventJson.mapper().createArrayNode();
                array.forEach(element -> other.add(renamed(element, copy)));
                yield other;
            }
            case TextNode text -> TextNode.valueOf(renamed(text.textValue(), copy));
            default -> node;
        };
    }

    private String renamed(String text, int copy) {
        if (eventIds.contains(text)) {
            return idOf(text, copy);
        }
        int end = text.indexOf('/') < 0 ? text.length() : text.indexOf('/');
        return reviews.contains(text.substring(0, end))
                ? "%s-c%d%s".formatted(text.substring(0, end), copy, text.substring(end))
                : text;
    }

    private static String idOf(String eventId, int copy) {
        return uuid(eventId + "-" + copy);
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
