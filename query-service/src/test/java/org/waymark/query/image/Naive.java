package org.waymark.query.image;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.events.Recorded;
import org.waymark.query.image.OrderOracle.Standing;

/**
 * Folds everything again for each question, by the order of the oracle: slow, and simple enough to be believed. What is not
 * known it finds by trying every order of what may have happened, and by stopping after any of it.
 */
final class Naive<D extends Draft<D, R>, R> {

    private static final int EVERY_ORDER_OF = 5;

    private final View<D, R> view;

    Naive(View<D, R> view) {
        this.view = view;
    }

    /** What a row may be on a day: first as far as it is certain. None if it does not exist. And what in it contradicts itself. */
    record May(List<JsonNode> rows, List<Long> contradictions, boolean everyOrder) {

        /** Returns the values that the row may have under a pointer; a missing one is among them as such. */
        Set<JsonNode> values(String pointer) {
            Set<JsonNode> values = new LinkedHashSet<>();
            rows.forEach(row -> values.add(row.at(pointer)));
            return values;
        }
    }

    May at(List<Recorded> log, String key, LocalDate asOf, long knownAt) {
        List<Standing> standing =
                OrderOracle.of(log.stream()
                                .filter(event -> event.position() <= knownAt)
                                .toList())
                        .stream()
                        .filter(fact -> view.keys(fact.event()).contains(key))
                        .toList();
        List<Standing> certain =
                standing.stream().filter(fact -> !fact.day().isAfter(asOf)).toList();
        if (certain.stream().allMatch(fact -> fact.event().event().retracts())) {
            return new May(List.of(), List.of(), true);
        }
        // what is only possible begins nothing
        List<Standing> possible = standing.stream()
                .filter(fact ->
                        fact.day().isAfter(asOf) && !fact.event().event().retracts())
                .filter(fact -> !firstDay(fact, standing).isAfter(asOf))
                .filter(fact -> certain.stream()
                        .anyMatch(other -> other.event().stream().equals(fact.event().stream())))
                .toList();
        List<JsonNode> rows = new ArrayList<>(List.of(row(key, certain)));
        boolean all = possible.size() <= EVERY_ORDER_OF;
        for (List<Standing> order : all ? orders(possible) : List.of(possible)) {
            for (int some = 1; some <= order.size(); some++) {
                List<Standing> facts = new ArrayList<>(certain);
                facts.addAll(order.subList(0, some));
                rows.add(row(key, facts));
            }
        }
        Set<Long> contradictions = OrderOracle.contradictions(
                log.stream().filter(event -> event.position() <= knownAt).toList());
        return new May(
                rows,
                certain.stream()
                        .map(fact -> fact.event().position())
                        .filter(contradictions::contains)
                        .toList(),
                all);
    }

    /** "Its span begins on the last certain day of a fact of the same row that enters an earlier stage, else on the first." */
    private LocalDate firstDay(Standing fact, List<Standing> all) {
        if (!fact.firstDay().equals(LocalDate.MIN)) {
            return fact.firstDay();
        }
        LocalDate first = all.stream()
                .filter(other ->
                        !other.firstDay().equals(LocalDate.MIN) && stage(other) > 0 && stage(other) < stage(fact))
                .map(Standing::day)
                .max(Comparator.naturalOrder())
                .orElse(all.getFirst().day());
        return first.isAfter(fact.day()) ? fact.day() : first;
    }

    private int stage(Standing fact) {
        D draft = view.begin("any");
        view.fold(draft, fact.event());
        return draft.stage();
    }

    private JsonNode row(String key, List<Standing> facts) {
        D draft = view.begin(key);
        facts.forEach(fact -> view.fold(draft, fact.event()));
        return RowJson.mapper().valueToTree(draft.row());
    }

    private static <T> List<List<T>> orders(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> orders = new ArrayList<>();
        for (T first : items) {
            List<T> rest = new ArrayList<>(items);
            rest.remove(first);
            for (List<T> order : orders(rest)) {
                List<T> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }

    /** Returns every leaf of the rows by its pointer, with the values it may have. */
    static Map<String, Set<JsonNode>> leaves(May may) {
        Map<String, Set<JsonNode>> leaves = new LinkedHashMap<>();
        may.rows().forEach(row -> collect(row, "", leaves));
        leaves.replaceAll((pointer, _) -> may.values(pointer));
        return leaves;
    }

    private static void collect(JsonNode node, String at, Map<String, Set<JsonNode>> leaves) {
        if (!node.isObject()) {
            leaves.putIfAbsent(at, Set.of());
            return;
        }
        node.properties()
                .forEach(field -> collect(
                        field.getValue(),
                        at + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                        leaves));
    }
}
