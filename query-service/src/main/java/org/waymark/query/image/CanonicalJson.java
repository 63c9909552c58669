package org.waymark.query.image;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON so that equal values have equal bytes. Source: RFC 8785; numbers are whole, since rows hold no others.
 */
final class CanonicalJson {

    private CanonicalJson() {}

    static String write(JsonNode node) {
        StringBuilder out = new StringBuilder(256);
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            writeObject(node, out);
        } else if (node.isArray()) {
            writeArray(node, out);
        } else if (node.isTextual()) {
            quote(node.textValue(), out);
        } else if (node.isIntegralNumber() || node.isBoolean() || node.isNull()) {
            out.append(node.asText());
        } else {
            throw new IllegalArgumentException("Rows hold objects, texts, whole numbers and truth values, not " + node);
        }
    }

    private static void writeObject(JsonNode object, StringBuilder out) {
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
        fields.sort(Map.Entry.comparingByKey()); // by UTF-16 code units, as the RFC asks
        char separator = '{';
        for (Map.Entry<String, JsonNode> field : fields) {
            out.append(separator);
            quote(field.getKey(), out);
            out.append(':');
            write(field.getValue(), out);
            separator = ',';
        }
        out.append(fields.isEmpty() ? "{}" : "}");
    }

    private static void writeArray(JsonNode array, StringBuilder out) {
        char separator = '[';
        for (JsonNode element : array) {
            out.append(separator);
            write(element, out);
            separator = ',';
        }
        out.append(array.isEmpty() ? "[]" : "]");
    }

    static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            switch (letter) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (letter < ' ') {
                        out.append("\\u00")
                                .append(letter < 0x10 ? '0' : '1')
                                .append(Character.forDigit(letter & 15, 16));
                    } else {
                        out.append(letter);
                    }
                }
            }
        }
        out.append('"');
    }
}
