package org.waymark.query.ledger;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /** Returns the leaves of a row by their JSON pointer (RFC 6901), an empty object or list being one; none for no row. */
    static Map<String, String> leaves(@Nullable JsonNode row) {
        Map<String, String> leaves = new LinkedHashMap<>();
        if (row != null) {
            collect("", row, leaves);
        }
        return leaves;
    }

    private static void collect(String pointer, JsonNode node, Map<String, String> leaves) {
        if (node.isEmpty()) {
            leaves.put(pointer, CanonicalJson.write(node));
        } else if (node.isObject()) {
            node.properties().forEach(field -> collect(pointer + "/" + escaped(field.getKey()), field.getValue(), leaves));
        } else {
            for (int index = 0; index < node.size(); index++) {
                collect(pointer + "/" + index, node.get(index), leaves);
            }
        }
    }

    private static String escaped(String name) {
        return name.indexOf('~') < 0 && name.indexOf('/') < 0 ? name : name.replace("~", "~0").replace("/", "~1");
    }
}
