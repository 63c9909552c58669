package org.waymark.events.store;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.waymark.events.Occurrence;
import org.waymark.events.Unreadable;
import org.waymark.events.WaymarkEvent;

/** The JSON of events and rows: ISO dates, exact numbers, no field that the record does not have; a list that is left out is empty. */
public final class EventJson {

    /** Many names in rows are data, of people and numbers: kept in the reader's table of names they only slow it down. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY)
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withConfigOverride(
                    List.class, lists -> lists.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    /** Of all types there are today. */
    private static final String REVISION = "1";

    private EventJson() {}

    /** Returns the one mapper for events and rows. Callers MUST NOT change its settings. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** Writes an event as it is stored. */
    public static String write(WaymarkEvent event) {
        try {
            return MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /**
     * Reads an event of a log in which another release may have written.
     *
     * @param recordedOn the day on which it was recorded (UTC): one that can't be read counts from there, if it does not say
     *     otherwise
     * @return the event, or {@link Unreadable} if the type, its revision or a field is not of this release
     */
    static WaymarkEvent read(String stream, String name, String revision, String json, LocalDate recordedOn) {
        if (revision.equals(REVISION) && EventNames.knows(name)) {
            try {
                return MAPPER.readValue(json, EventNames.classOf(name));
            } catch (JsonProcessingException later) {
                return unreadable(stream, name, revision, json, recordedOn);
            }
        }
        return unreadable(stream, name, revision, json, recordedOn);
    }

    private static Unreadable unreadable(
            String stream, String name, String revision, String json, LocalDate recordedOn) {
        try {
            Occurrence on = MAPPER.treeToValue(MAPPER.readTree(json).path("on"), Occurrence.class);
            if (on != null) {
                return new Unreadable(stream, name, revision, on);
            }
        } catch (JsonProcessingException | RuntimeException _) {
            // not even this is as this release knows it
        }
        return new Unreadable(stream, name, revision, Occurrence.recorded(recordedOn));
    }

    /**
     * Reads a stored event.
     *
     * @param name the stored type name
     * @throws UncheckedIOException if the JSON is not that of such an event
     */
    public static WaymarkEvent read(String name, String json) {
        try {
            return MAPPER.readValue(json, EventNames.classOf(name));
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
