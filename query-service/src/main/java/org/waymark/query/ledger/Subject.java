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

    Subject(String key) {
        this.key = key;
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

    boolean comesInOrder(Recorded recorded) {
        return recorded.event().on().corrects() == null
                && !recorded.event().retracts()
                && !recorded.effectiveOn().isBefore(frontier);
    }

    /** Folds an event without looking at what it changes; {@link #settle} MUST follow before anything is read. */
    void skip(View<R> view, Recorded recorded) {
        row = view.apply(row, recorded);
    }

    /** Takes what was skipped over as it is, with the sources of its values as they are believed. */
    void settle(@Nullable String sources) {
        if (row == null) {
            tree = null;
        } else {
            ObjectNode positions = RowJson.read(sources == null ? "{}" : sources, ObjectNode.class);
            tree = RowTree.known(row, pointer -> positions.path(pointer).longValue());
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
