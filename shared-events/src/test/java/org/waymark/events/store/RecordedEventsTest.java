package org.waymark.events.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.events.WaymarkEvent;

/** What was once written can be read for ever: one recorded sample per event and revision. */
class RecordedEventsTest {

    static Stream<String> names() {
        return EventNames.all().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_recorded_event_is_read_and_written_as_it_was(String name) throws IOException {
        JsonNode sample = sample(name);
        WaymarkEvent event = EventJson.read(name, sample.toString());
        assertThat(EventJson.mapper().readTree(EventJson.write(event))).isEqualTo(sample);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ReviewFactRetracted", "RecommendationFactRetracted", "ReviewRestarted"})
    void what_was_recorded_before_an_optional_field_was_added_is_read_and_written_as_it_was(String name)
            throws IOException {
        JsonNode sample = sample("older/" + name);
        assertThat(EventJson.mapper().readTree(EventJson.write(EventJson.read(name, sample.toString()))))
                .isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_sample_has_every_field_of_its_event(String name) throws IOException {
        JsonNode sample = sample(name);
        assertThat(Stream.of(EventNames.classOf(name).getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyInAnyOrderElementsOf(() -> fields(sample));
    }

    @Test
    void there_is_one_name_for_each_event_type() {
        assertThat(EventNames.all()).hasSizeGreaterThan(70);
        assertThat(EventNames.all().values()).doesNotHaveDuplicates();
    }

    @Test
    void a_name_that_is_not_on_the_list_is_not_loaded() {
        assertThatThrownBy(() -> EventNames.classOf("java.lang.Runtime")).hasMessageContaining("java.lang.Runtime");
    }

    private static Iterator<String> fields(JsonNode json) {
        return json.fieldNames();
    }

    static JsonNode sample(String name) throws IOException {
        try (InputStream file = RecordedEventsTest.class.getResourceAsStream("/recorded/" + name + ".1.json")) {
            assertThat(file).as("the recorded sample of %s, revision 1", name).isNotNull();
            return EventJson.mapper().readTree(file);
        }
    }
}
