package org.waymark.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts days in the place of {@code today}, {@code today-30} and {@code today+60}. */
final class Today {

    private static final Pattern TOKEN = Pattern.compile("today([+-]\\d{1,4})?");

    private Today() {}

    static JsonNode in(JsonNode node, LocalDate today) {
        if (node.isObject()) {
            ObjectNode resolved = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(e -> resolved.set(e.getKey(), in(e.getValue(), today)));
            return resolved;
        }
        if (node.isArray()) {
            ArrayNode resolved = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> resolved.add(in(element, today)));
            return resolved;
        }
        Matcher token = TOKEN.matcher(node.asText());
        return node.isTextual() && token.matches() ? day(today, token.group(1)) : node;
    }

    private static TextNode day(LocalDate today, @Nullable String away) {
        return TextNode.valueOf(
                today.plusDays(away == null ? 0 : Integer.parseInt(away)).toString());
    }
}
