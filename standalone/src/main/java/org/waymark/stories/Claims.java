package org.waymark.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Says of every value of the source which lines tell it, or why none does. A claim on a JSON pointer holds for all
 * values under it, except those under a claim that is more exact.
 */
final class Claims {

    private final SortedMap<String, SortedSet<String>> recorded = new TreeMap<>();
    private final SortedMap<String, String> leftOut = new TreeMap<>();

    void recorded(String pointer, String line) {
        recorded.computeIfAbsent(pointer, _ -> new TreeSet<>()).add(line);
    }

    void leftOut(String pointer, String why) {
        leftOut.put(pointer, why);
    }

    /**
     * Accounts for every value of the source.
     *
     * @throws IllegalStateException if nobody says what becomes of a value
     */
    ObjectNode report(JsonNode source, ObjectMapper json) {
        SortedMap<String, Integer> values = new TreeMap<>();
        eachValue("", source, (pointer, _) -> values.merge(claimOn(pointer), 1, Integer::sum));
        ObjectNode report = json.createObjectNode();
        ArrayNode facts = json.createArrayNode();
        int told = 0;
        for (Map.Entry<String, Integer> claim : values.entrySet()) {
            ObjectNode fact = facts.addObject().put("pointer", claim.getKey()).put("values", claim.getValue());
            if (recorded.containsKey(claim.getKey())) {
                told += claim.getValue();
                recorded.get(claim.getKey()).forEach(fact.withArray("recorded")::add);
            } else {
                fact.put("leftOut", leftOut.get(claim.getKey()));
            }
        }
        int all = values.values().stream().mapToInt(Integer::intValue).sum();
        report.putObject("values").put("all", all).put("recorded", told).put("leftOut", all - told);
        report.set("facts", facts);
        return report;
    }

    private String claimOn(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            if (recorded.containsKey(at) || leftOut.containsKey(at)) {
                return at;
            }
        }
        throw new IllegalStateException("nothing says what becomes of " + pointer);
    }

    /** Visits every value that is not a list or an object, with its JSON pointer. */
    static void eachValue(String pointer, JsonNode node, BiConsumer<String, JsonNode> visit) {
        if (node.isObject()) {
            node.properties().forEach(e -> eachValue(pointer + "/" + e.getKey(), e.getValue(), visit));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                eachValue(pointer + "/" + i, node.get(i), visit);
            }
        } else {
            visit.accept(pointer, node);
        }
    }
}
