package org.waymark.query.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Recorded;
import org.waymark.query.image.OrderOracle;

/** Folds everything again for each question: slow, and simple enough to be believed. */
final class NaiveFold<R> {

    /** What the ledger must say. */
    record Expected(String row, String setBy) {}

    private final View<R> view;

    NaiveFold(View<R> view) {
        this.view = view;
    }

    Optional<Expected> at(List<Recorded> log, String key, LocalDate asOf, long knownAt) {
        List<Recorded> known =
                log.stream().filter(event -> event.position() <= knownAt).toList();
        @Nullable R row = null;
        Map<String, Long> setBy = new TreeMap<>();
        for (OrderOracle.Standing fact : OrderOracle.of(known)) {
            Recorded event = fact.event();
            if (!fact.day().isAfter(asOf) && view.keys(event).contains(key)) {
                R next = view.apply(row, event);
                attribute(tree(row), tree(next), "", event.position(), setBy);
                row = next;
            }
        }
        return row == null
                ? Optional.empty()
                : Optional.of(new Expected(
                        sorted(tree(row)).toString(),
                        RowJson.mapper().valueToTree(setBy).toString()));
    }

    private static @Nullable JsonNode tree(@Nullable Object row) {
        return row == null ? null : RowJson.mapper().valueToTree(row);
    }

    private static void attribute(
            @Nullable JsonNode was, @Nullable JsonNode is, String at, long position, Map<String, Long> setBy) {
        if (is == null) {
            setBy.keySet().removeIf(pointer -> pointer.equals(at) || pointer.startsWith(at + "/"));
        } else if (is.isObject() && !is.isEmpty()) {
            if (was == null || !was.isObject() || was.isEmpty()) {
                setBy.remove(at);
            } else {
                was.fieldNames().forEachRemaining(name -> {
                    if (!is.has(name)) {
                        attribute(was.get(name), null, at + "/" + pointer(name), position, setBy);
                    }
                });
            }
            Iterator<String> names = is.fieldNames();
            while (names.hasNext()) {
                String name = names.next();
                JsonNode before = was == null ? null : was.get(name);
                attribute(before, is.get(name), at + "/" + pointer(name), position, setBy);
            }
        } else if (!is.equals(was)) {
            setBy.put(at, position);
        }
    }

    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode sorted(JsonNode node) {
        if (!node.isObject()) {
            return node;
        }
        ObjectNode copy = RowJson.mapper().createObjectNode();
        TreeMap<String, JsonNode> fields = new TreeMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        fields.forEach((name, value) -> copy.set(name, sorted(value)));
        return copy;
    }
}
