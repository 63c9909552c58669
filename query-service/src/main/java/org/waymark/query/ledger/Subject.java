package org.waymark.query.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Recorded;

/** One row while it is folded: what it is now, and which event set each of its values. */
final class Subject<R> {

    private final String key;
    private @Nullable R row;
    private @Nullable String content;
    private Map<String, String> leaves = Map.of();
    private final TreeMap<String, Long> setBy = new TreeMap<>();

    /** The last day on which a fact or a version of the row lies; what comes later comes in order. */
    private LocalDate frontier = LocalDate.MIN;

    /** The day of the last version, if there is one. */
    private @Nullable LocalDate slot;

    Subject(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    @Nullable String content() {
        return content;
    }

    String setBy() {
        StringBuilder json = new StringBuilder(32 * setBy.size() + 2);
        char separator = '{';
        for (Map.Entry<String, Long> leaf : setBy.entrySet()) {
            json.append(separator);
            CanonicalJson.quote(leaf.getKey(), json);
            json.append(':').append(leaf.getValue().longValue());
            separator = ',';
        }
        return json.append(setBy.isEmpty() ? "{}" : "}").toString();
    }

    boolean comesInOrder(Recorded recorded) {
        return recorded.event().on().corrects() == null
                && !recorded.event().retracts()
                && !recorded.effectiveOn().isBefore(frontier);
    }

    /** Folds an event without looking at what it changes; {@link #settle} MUST follow before anything is read. */
    void skip(View<R> view, Recorded recorded) {
        row = view.apply(row, recorded);
    }

    /** Takes what was skipped over as it is, with the sources of its values. */
    void settle(@Nullable String sources) {
        JsonNode tree = row == null ? null : RowJson.tree(row);
        content = tree == null ? null : CanonicalJson.write(tree);
        leaves = RowJson.leaves(tree);
        setBy.clear();
        if (sources != null) {
            RowJson.read(sources, ObjectNode.class)
                    .properties()
                    .forEach(leaf -> setBy.put(leaf.getKey(), leaf.getValue().longValue()));
        }
    }

    /** Folds an event and notes what it sets; tells whether it changed anything. */
    boolean fold(View<R> view, Recorded recorded) {
        R next = view.apply(row, recorded);
        if (next == row) {
            return false;
        }
        row = next;
        JsonNode tree = next == null ? null : RowJson.tree(next);
        Map<String, String> then = RowJson.leaves(tree);
        if (then.equals(leaves)) {
            return false;
        }
        leaves.keySet().stream().filter(leaf -> !then.containsKey(leaf)).forEach(setBy::remove);
        then.forEach((leaf, value) -> {
            if (!value.equals(leaves.get(leaf))) {
                setBy.put(leaf, recorded.position());
            }
        });
        leaves = then;
        content = tree == null ? null : CanonicalJson.write(tree);
        return true;
    }

    /** Notes that a fact lies on a day. */
    void reaches(LocalDate day) {
        frontier = day.isAfter(frontier) ? day : frontier;
    }

    /** Notes the day of the last version. */
    void lastVersion(LocalDate day) {
        slot = day;
        reaches(day);
    }

    boolean hasVersionOn(LocalDate day) {
        return day.equals(slot);
    }
}
