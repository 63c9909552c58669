package org.waymark.query.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Recorded;

/** One row while it is folded: what it is now, and which event set each of its values. */
final class Subject<R> {

    private final String key;
    private @Nullable R row;
    private RowTree.@Nullable Node tree;

    /** The last day on which a fact or a version of the row lies; what comes later comes in order. */
    private LocalDate frontier = LocalDate.MIN;

    /** The day of the last version, if there is one. */
    private @Nullable LocalDate slot;

    /** The version that later ones are kept as edits of; none before the first one is written. */
    private @Nullable Whole whole;

    /**
     * A version that is kept as it is.
     *
     * @param spent how many characters the edits of it have come to
     */
    private record Whole(Versions.Base base, RowTree.Node tree, int spent) {}

    Subject(String key) {
        this.key = key;
    }

    /** Begins a row again, whose versions go on to be edits of what was written. */
    Subject<R> again() {
        Subject<R> subject = new Subject<>(key);
        subject.whole = whole;
        subject.frontier = frontier;
        return subject;
    }

    String key() {
        return key;
    }

    @Nullable
    String content() {
        return tree == null ? null : tree.json();
    }

    String setBy() {
        return tree == null ? "{}" : "{" + tree.setBy() + "}";
    }

    /** Returns how long its texts are. */
    int characters() {
        return tree == null ? 0 : tree.json().length() + tree.setBy().length();
    }

    boolean comesInOrder(Recorded recorded) {
        return recorded.event().on().corrects() == null
                && recorded.event().on().after().isEmpty()
                && !recorded.event().retracts()
                && !recorded.effectiveOn().isBefore(frontier);
    }

    /** Goes on from the row as it is believed, with the sources of its values: all that a fold needs to know. */
    void recall(View<R> view, Versions.@Nullable Version believed) {
        if (believed == null) {
            return;
        }
        lastVersion(believed.validFrom());
        if (believed.content() != null) {
            R recalled = RowJson.read(believed.content(), view.rowType());
            ObjectNode positions = RowJson.read(believed.setBy(), ObjectNode.class);
            row = recalled;
            tree = RowTree.known(recalled, pointer -> positions.path(pointer).longValue());
        }
    }

    /** Folds an event and notes what it sets; tells whether it changed anything. */
    boolean fold(View<R> view, Recorded recorded) {
        R next = view.apply(row, recorded);
        RowTree.Node before = tree;
        row = next;
        tree = next == null ? null : RowTree.after(before, next, recorded.position());
        return tree != before;
    }

    Versions.Version version(LocalDate day, long position) {
        return new Versions.Version(key, day, position, content(), setBy());
    }

    /**
     * Returns what a version of the row on a day is kept as. It is kept whole once its edits have come to as many characters as
     * the whole: so both together stay as small as they can without knowing what comes.
     */
    Versions.Kept kept(LocalDate day, long position) {
        if (tree == null) {
            return Versions.Kept.whole(null, setBy());
        }
        if (whole != null) {
            String content = Edits.ofJson(whole.tree(), tree);
            String sources = Edits.ofSources(whole.tree(), tree);
            int spent = whole.spent() + content.length() + sources.length();
            if (spent < whole.tree().json().length() + whole.tree().setBy().length()) {
                whole = new Whole(whole.base(), whole.tree(), spent);
                return new Versions.Kept(content, sources, whole.base());
            }
        }
        whole = new Whole(new Versions.Base(day, position), tree, 0);
        return Versions.Kept.whole(tree.json(), setBy());
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
