package org.waymark.query.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A row as canonical JSON, with the event that set each leaf. Rows are values: where an event leaves a part of a row as it
 * was, the new row holds the very same object, and its part of the tree is taken over unread. So folding an event costs what
 * it changes, not what the row has grown to.
 */
final class RowTree {

    /**
     * A part of a row.
     *
     * @param label its name as its parent's JSON has it, with the colon
     * @param value what it was made from; itself the proof that it need not be made again
     * @param json its canonical JSON
     * @param setBy the members of {@code setBy} for its leaves, in canonical order
     * @param children by name; empty for a leaf, which an empty object or list is too
     * @param byPointer the children by what follows in their pointers, in that order
     */
    record Node(
            String label,
            Object value,
            String json,
            String setBy,
            Map<String, Node> children,
            Map<String, Node> byPointer) {
        boolean isLeaf() {
            return children.isEmpty();
        }
    }

    private final ToLongFunction<String> positionOf;

    private RowTree(ToLongFunction<String> positionOf) {
        this.positionOf = positionOf;
    }

    /** Returns the tree of a row after an event; the very same tree if the event changed nothing. */
    static Node after(@Nullable Node before, Object row, long position) {
        return new RowTree(_ -> position).node("", "", before, row);
    }

    /** Returns the tree of a row whose sources are known, by JSON pointer. */
    static Node known(Object row, ToLongFunction<String> sources) {
        return new RowTree(sources).node("", "", null, row);
    }

    private Node node(String pointer, String name, @Nullable Node before, Object value) {
        Map<String, Object> members = members(value);
        return members == null || members.isEmpty()
                ? leaf(pointer, name, before, value, members)
                : branch(pointer, name, before, value, members);
    }

    /** Returns what an object or list consists of; nothing for a text, number or truth value. */
    private static @Nullable Map<String, Object> members(Object value) {
        if (value instanceof JsonNode json) {
            return json.isContainerNode() ? members(json) : null;
        }
        if (value instanceof Map<?, ?> map) {
            return members(map);
        }
        RowShape shape = value instanceof Record ? RowShape.of(value.getClass()) : RowShape.PLAIN;
        if (shape != RowShape.PLAIN) {
            return shape.members(value);
        }
        return value instanceof Iterable<?> ? members(RowJson.tree(value)) : null;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Map<?, ?> map) {
        if (map instanceof SortedMap<?, ?> sorted
                && sorted.comparator() == null
                && !sorted.isEmpty()
                && sorted.firstKey() instanceof String) {
            return (Map<String, Object>) sorted;
        }
        Map<String, Object> members = new TreeMap<>();
        map.forEach((key, member) -> members.put(RowShape.name(key), member));
        return members;
    }

    private static Map<String, Object> members(JsonNode json) {
        Map<String, Object> members = new TreeMap<>();
        json.properties().forEach(field -> members.put(field.getKey(), field.getValue()));
        for (int index = 0; json.isArray() && index < json.size(); index++) {
            members.put(Integer.toString(index), json.get(index));
        }
        return members;
    }

    private Node leaf(
            String pointer, String name, @Nullable Node before, Object value, @Nullable Map<String, Object> members) {
        String json = members == null ? RowShape.text(value) : isList(value) ? "[]" : "{}";
        return before != null && before.isLeaf() && before.json().equals(json)
                ? before
                : new Node(label(name), value, json, source(pointer), Map.of(), Map.of());
    }

    private static boolean isList(Object value) {
        return value instanceof JsonNode json ? json.isArray() : value instanceof Iterable<?>;
    }

    private String source(String pointer) {
        StringBuilder member = new StringBuilder(pointer.length() + 12);
        CanonicalJson.quote(pointer, member);
        return member.append(':').append(positionOf.applyAsLong(pointer)).toString();
    }

    private Node branch(String pointer, String name, @Nullable Node before, Object value, Map<String, Object> members) {
        Map<String, Node> was = before == null ? Map.of() : before.children();
        Map<String, Node> children = LinkedHashMap.newLinkedHashMap(members.size());
        boolean same = was.size() == members.size();
        for (Map.Entry<String, Object> member : members.entrySet()) {
            Node old = was.get(member.getKey());
            Node child = old != null && old.value() == member.getValue()
                    ? old
                    : node(pointer + "/" + escaped(member.getKey()), member.getKey(), old, member.getValue());
            same &= child == old;
            children.put(member.getKey(), child);
        }
        if (same && before != null) {
            return before;
        }
        Map<String, Node> byPointer = byPointer(children);
        String label = before == null ? label(name) : before.label();
        return new Node(label, value, json(value, children), joined(byPointer.values()), children, byPointer);
    }

    private static String label(String name) {
        StringBuilder label = new StringBuilder(name.length() + 3);
        CanonicalJson.quote(name, label);
        return label.append(':').toString();
    }

    private static String json(Object value, Map<String, Node> children) {
        boolean list = isList(value);
        int length = 2;
        for (Node child : children.values()) {
            length += child.label().length() + child.json().length() + 1;
        }
        StringBuilder json = new StringBuilder(length);
        char separator = list ? '[' : '{';
        int index = 0;
        for (Node child : children.values()) {
            json.append(separator);
            if (list) {
                json.append(children.get(Integer.toString(index++)).json());
            } else {
                json.append(child.label()).append(child.json());
            }
            separator = ',';
        }
        return json.append(list ? ']' : '}').toString();
    }

    /**
     * Returns the children by what follows in their pointers, in that order. The pointers of a branch all go on with a slash,
     * which is what places it among its neighbours: {@code /a-b} comes before {@code /a/x}.
     */
    private static Map<String, Node> byPointer(Map<String, Node> children) {
        boolean plain = true;
        for (String name : children.keySet()) {
            plain &= isPlain(name);
        }
        if (plain) {
            return children;
        }
        Map<String, Node> ordered = new TreeMap<>();
        children.forEach((name, child) -> ordered.put(escaped(name) + (child.isLeaf() ? "" : "/"), child));
        return ordered;
    }

    /** Tells whether a name sorts among its neighbours as its pointer does: nothing in it comes before the slash or is it. */
    private static boolean isPlain(String name) {
        for (int index = 0; index < name.length(); index++) {
            if (name.charAt(index) <= '/') {
                return false;
            }
        }
        return true;
    }

    /** Joins the sources of children in the order of their whole pointers. */
    private static String joined(Collection<Node> children) {
        int length = 0;
        for (Node child : children) {
            length += child.setBy().length() + 1;
        }
        StringBuilder setBy = new StringBuilder(length);
        for (Node child : children) {
            setBy.append(setBy.isEmpty() ? "" : ",").append(child.setBy());
        }
        return setBy.toString();
    }

    private static String escaped(String name) {
        return name.indexOf('~') < 0 && name.indexOf('/') < 0
                ? name
                : name.replace("~", "~0").replace("/", "~1");
    }
}
