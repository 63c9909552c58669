package org.waymark.query.ledger;

import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.waymark.query.ledger.RowTree.Node;

/**
 * What turns one text into another. A row grows while each event changes little of it, so most versions are kept as edits of
 * an earlier one; edits are found by walking two trees at once, past all that they share.
 *
 * <p>Written as {@code keep,drop,length:text} for each edit: how many characters stay, how many go, and what comes in their
 * place. What is behind the last edit stays.
 */
final class Edits {

    /**
     * How a tree is written as a text.
     *
     * @param first what stands before the first part
     * @param parts what a node is joined of, ordered by name as it is written
     * @param isWhole whether a node is replaced as a whole or not at all
     * @param label what stands between the separator and the text of a part
     */
    private record Writing(
            String first,
            Function<Node, String> text,
            Function<Node, Map<String, Node>> parts,
            Predicate<Node> isWhole,
            Function<Node, String> label) {

        static final Writing JSON = new Writing(
                "{",
                Node::json,
                Node::children,
                node -> node.isLeaf() || node.json().charAt(0) == '[',
                Node::label);
        static final Writing SOURCES = new Writing("", Node::setBy, Node::byPointer, Node::isLeaf, _ -> "");

        String text(Node node) {
            return text.apply(node);
        }

        String before(boolean isFirst) {
            return isFirst ? first : ",";
        }
    }

    private final Writing writing;
    private final StringBuilder script = new StringBuilder();
    private int edited;

    private Edits(Writing writing) {
        this.writing = writing;
    }

    /** Returns the edits from the JSON of one row to that of another. */
    static String ofJson(Node from, Node to) {
        return between(Writing.JSON, from, to, 0);
    }

    /** Returns the edits from the sources of one row to those of another, each as a whole object. */
    static String ofSources(Node from, Node to) {
        return between(Writing.SOURCES, from, to, "{".length());
    }

    private static String between(Writing writing, Node from, Node to, int at) {
        Edits edits = new Edits(writing);
        edits.walk(from, to, at);
        return edits.script.toString();
    }

    /** Returns the text that the edits make of another. */
    static String applied(String text, String edits) {
        StringBuilder out = new StringBuilder(text.length() + edits.length());
        int at = 0;
        int next = 0;
        while (next < edits.length()) {
            int comma = edits.indexOf(',', next);
            int second = edits.indexOf(',', comma + 1);
            int colon = edits.indexOf(':', second + 1);
            int keep = Integer.parseInt(edits, next, comma, 10);
            int drop = Integer.parseInt(edits, comma + 1, second, 10);
            next = colon + 1 + Integer.parseInt(edits, second + 1, colon, 10);
            out.append(text, at, at + keep).append(edits, colon + 1, next);
            at += keep + drop;
        }
        return out.append(text, at, text.length()).toString();
    }

    private void walk(Node from, Node to, int at) {
        if (from == to) {
            return;
        }
        if (writing.isWhole().test(from) || writing.isWhole().test(to)) {
            replace(at, writing.text(from), writing.text(to));
            return;
        }
        Iterator<Map.Entry<String, Node>> left =
                writing.parts().apply(from).entrySet().iterator();
        Iterator<Map.Entry<String, Node>> right =
                writing.parts().apply(to).entrySet().iterator();
        Map.Entry<String, Node> was = next(left);
        Map.Entry<String, Node> is = next(right);
        boolean firstWas = true;
        boolean firstIs = true;
        int place = at;
        while (was != null || is != null) {
            int order = was == null ? 1 : is == null ? -1 : was.getKey().compareTo(is.getKey());
            String label = writing.label().apply((order > 0 ? is : was).getValue());
            String before = writing.before(firstWas);
            if (order == 0) {
                replace(place, before, writing.before(firstIs));
                walk(was.getValue(), is.getValue(), place + before.length() + label.length());
            } else if (order < 0) {
                replace(place, before + label + writing.text(was.getValue()), "");
            } else {
                replace(place, "", writing.before(firstIs) + label + writing.text(is.getValue()));
            }
            if (order <= 0) {
                place += before.length()
                        + label.length()
                        + writing.text(was.getValue()).length();
                firstWas = false;
                was = next(left);
            }
            if (order >= 0) {
                firstIs = false;
                is = next(right);
            }
        }
    }

    private static Map.@Nullable Entry<String, Node> next(Iterator<Map.Entry<String, Node>> parts) {
        return parts.hasNext() ? parts.next() : null;
    }

    /** Notes what differs between two texts; the common beginning and end of both stay. */
    private void replace(int at, String from, String to) {
        if (from.equals(to)) {
            return;
        }
        int shorter = Math.min(from.length(), to.length());
        int head = 0;
        while (head < shorter && from.charAt(head) == to.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && from.charAt(from.length() - 1 - tail) == to.charAt(to.length() - 1 - tail)) {
            tail++;
        }
        if (head > 0 && Character.isHighSurrogate(from.charAt(head - 1))) {
            head--; // half a letter can't be stored
        }
        if (tail > 0 && Character.isLowSurrogate(from.charAt(from.length() - tail))) {
            tail--;
        }
        script.append(at + head - edited)
                .append(',')
                .append(from.length() - head - tail)
                .append(',')
                .append(to.length() - head - tail)
                .append(':')
                .append(to, head, to.length() - tail);
        edited = at + from.length() - tail;
    }
}
