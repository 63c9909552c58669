package org.waymark.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.store.EventJson;
import org.waymark.events.store.EventLog;
import org.waymark.events.store.EventNames;
import org.waymark.query.image.Image;
import org.waymark.query.image.Replay;
import org.waymark.query.image.RowJson;
import org.waymark.query.image.View;

/** The views of the product, after each event that can be recorded has been recorded once, twice, and corrected. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryEventOnceTest {

    private static final ObjectWriter BY_NAME =
            RowJson.mapper().writerWithDefaultPrettyPrinter().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private TestApplication test;

    @BeforeAll
    void record(@TempDir Path folder) throws IOException, InterruptedException {
        test = new TestApplication(folder);
        LocalDate day = LocalDate.of(2026, 1, 1);
        for (String name : Stream.concat(
                        first(), EventNames.all().keySet().stream().sorted())
                .toList()) {
            day = day.plusDays(1);
            test.record(sample(name, day));
        }
        for (String name : EventNames.all().keySet().stream().sorted().toList()) {
            test.record(sample(name, day));
            day = day.minusDays(1);
        }
        long last = test.bean(EventLog.class).position();
        assertThat(test.bean(Image.class).await(last, Duration.ofSeconds(30))).isTrue();
    }

    @AfterAll
    void close() {
        test.close();
    }

    private static Stream<String> first() {
        return Stream.of("ReviewScheduled", "RecommendationDrafted");
    }

    private static WaymarkEvent sample(String name, LocalDate day) throws IOException {
        try (InputStream file = EventJson.class.getResourceAsStream("/recorded/" + name + ".1.json")) {
            ObjectNode event = (ObjectNode) EventJson.mapper().readTree(file);
            ObjectNode on = (ObjectNode) event.get("on");
            on.put("occurredOn", day.toString());
            on.put("precision", "DAY");
            on.remove("corrects");
            return EventJson.read(name, event.toString());
        }
    }

    @Test
    void the_log_is_folded_again_to_the_same_digest() {
        List<View<?, ?>> views = List.copyOf(test.beans(View.class));
        Replay replay = new Replay(views, test.bean(Image.class), test.bean(EventLog.class));
        Replay.Result result = replay.run(LocalDate.of(2026, 11, 30), _ -> {});
        assertThat(result.moments()).hasSizeGreaterThan(5).allMatch(Replay.Compared::identical);
    }

    /** The screen's types are checked against these files. Given {@code -Drecord=true} they are written anew. */
    @ParameterizedTest
    @CsvSource({
        "reviews, /api/reviews?asOf=2026-07-01",
        "recommendations, /api/recommendations?asOf=2026-07-01",
        "groups, /api/groups?asOf=2026-07-01",
        "trail, /api/trail?asOf=2026-07-01&limit=200"
    })
    void rows_look_as_they_are_recorded(String view, String path) throws IOException {
        ArrayNode rows = (ArrayNode) test.json(path).get("rows");
        rows.forEach(EveryEventOnceTest::withoutWhatDiffersEachTime);
        Path file = Path.of("src/test/resources/recorded-rows", view + ".json");
        String now = BY_NAME.writeValueAsString(RowJson.mapper().treeToValue(rows, Object.class)) + "\n";
        if (Boolean.getBoolean("record")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, now);
        }
        assertThat(now).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviews", "recommendations", "groups", "trail"})
    void rows_are_as_the_contract_says(String view) {
        JsonNode api = test.json("/api/openapi.json");
        JsonNode entry = api.at(
                "/paths/~1api~1" + view + "/get/responses/200/content/application~1json/schema/properties/rows/items");
        JsonNode rows = test.json("/api/" + view + "?limit=200").get("rows");
        assertThat(rows.size()).isPositive();
        rows.forEach(row -> assertMatches(row, entry, api, view));
    }

    private static void assertMatches(JsonNode value, JsonNode schema, JsonNode api, String at) {
        if (schema.has("$ref")) {
            assertMatches(value, api.at(schema.get("$ref").asText().substring(1)), api, at);
            return;
        }
        assertThat(schema.path("type").asText()).as(at).isEqualTo(type(value));
        value.elements().forEachRemaining(element -> {
            if (value.isArray()) {
                assertMatches(element, schema.get("items"), api, at + "[]");
            }
        });
        if (schema.has("enum")) {
            assertThat(schema.get("enum")).as(at).contains(value);
        }
        schema.path("required")
                .forEach(name -> assertThat(value.has(name.asText()))
                        .as(at + "/" + name.asText())
                        .isTrue());
        value.properties().forEach(field -> {
            JsonNode additional = schema.path("additionalProperties");
            JsonNode of = schema.path("properties").path(field.getKey());
            if (of.isMissingNode() && additional.isMissingNode()) {
                return; // any object, as an event's payload
            }
            assertThat(of.isObject() || additional.isObject())
                    .as(at + "/" + field.getKey())
                    .isTrue();
            assertMatches(field.getValue(), of.isObject() ? of : additional, api, at + "/" + field.getKey());
        });
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case BOOLEAN -> "boolean";
            case STRING -> "string";
            default -> "null";
        };
    }

    private static void withoutWhatDiffersEachTime(JsonNode entry) {
        ((ObjectNode) entry).remove("at");
        if (entry.get("row") instanceof ObjectNode row && row.has("eventId")) {
            row.put("eventId", "00000000-0000-0000-0000-000000000000").put("recordedAt", "2026-11-26T12:00:00Z");
        }
    }
}
