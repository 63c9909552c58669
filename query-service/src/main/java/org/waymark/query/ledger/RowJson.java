package org.waymark.query.ledger;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Map;
import org.waymark.events.store.EventJson;

/** The JSON of rows. A map that the JSON leaves out is read as an empty one. */
public final class RowJson {

    private static final ObjectMapper MAPPER = EventJson.mapper().copy();

    static {
        MAPPER.configOverride(Map.class).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    private RowJson() {}

    /** Returns the one mapper for rows. Callers MUST NOT change its settings. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    static JsonNode tree(Object row) {
        return MAPPER.valueToTree(row);
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
