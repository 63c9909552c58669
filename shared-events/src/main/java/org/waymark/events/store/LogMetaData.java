package org.waymark.events.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.waymark.events.PersonId;
import org.waymark.events.Recorder;

/** The metadata of an event as the log stores it; nobody else maps its keys. */
public final class LogMetaData {

    /** Person id of the recorder. */
    public static final String PERSON = "person";
    /** The capacity the recorder chose, {@code SOAC:GNSO} for instance. */
    public static final String ACTING_FOR = "actingFor";
    /** {@code "true"} when that capacity was proven. */
    public static final String AUTHENTICATED = "authenticated";
    /** Id of the rule pack by which the command was judged. */
    public static final String PACK = "pack";
    /** The sender's key of the command; with it the log keeps a receipt. */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";

    private static final String TRACE = "traceId";
    private static final String CORRELATION = "correlationId";

    private LogMetaData() {}

    /** Writes it as it is stored: texts only, and nothing of what is absent. */
    static String write(Recorder recorder, @Nullable String commandId) {
        ObjectNode meta = EventJson.mapper().createObjectNode();
        put(meta, PERSON, recorder.person() == null ? null : recorder.person().value());
        put(meta, ACTING_FOR, recorder.actingFor());
        put(meta, AUTHENTICATED, String.valueOf(recorder.authenticated()));
        put(meta, PACK, recorder.pack());
        put(meta, IDEMPOTENCY_KEY, recorder.idempotencyKey());
        put(meta, TRACE, commandId); // the same, since nothing but a command leads to an event
        put(meta, CORRELATION, commandId);
        return meta.toString();
    }

    private static void put(ObjectNode meta, String key, @Nullable String value) {
        if (value != null) {
            meta.put(key, value);
        }
    }

    /**
     * Reads what is stored.
     *
     * @throws UncheckedIOException if it is not JSON
     */
    public static Recorder read(String metadata) {
        try {
            JsonNode meta = EventJson.mapper().readTree(metadata);
            String person = text(meta, PERSON);
            return new Recorder(
                    person == null ? null : new PersonId(person),
                    text(meta, ACTING_FOR),
                    meta.path(AUTHENTICATED).asBoolean(),
                    text(meta, PACK),
                    text(meta, IDEMPOTENCY_KEY));
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static @Nullable String text(JsonNode meta, String key) {
        return meta.path(key).asText(null);
    }
}
