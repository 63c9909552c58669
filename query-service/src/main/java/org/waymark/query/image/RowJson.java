package org.waymark.query.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.waymark.events.store.EventJson;

/** The JSON of rows. They are only written, never read. */
public final class RowJson {

    private static final ObjectMapper MAPPER = EventJson.mapper();

    private RowJson() {}

    /** Returns the one mapper for rows. Callers MUST NOT change its settings. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    static JsonNode tree(Object row) {
        return MAPPER.valueToTree(row);
    }
}
