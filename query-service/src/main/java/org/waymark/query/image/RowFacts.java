package org.waymark.query.image;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.events.EffectOrder.Place;

/**
 * What is known of one row: its facts in the order of their positions, those that stand in the order of their effect, and
 * the row as it becomes on the way. A value: the writer replaces it, readers keep the one they have.
 *
 * @param <D> the draft of the view
 */
final class RowFacts<D> {

    /** A draft is kept after each so many facts. */
    static final int CHECKPOINT_EVERY = 32;

    private final RowFold<D> fold;
    private final Grown<Member> facts;
    private final Grown<Place<Member>> order;
    private final Grown<D> checkpoints;
    /** The row with all that is folded; null before the first fact, and where a fold failed after it. */
    private final @Nullable D head;

    /** How many facts of the order were folded: all, or those before the first on which the fold failed. */
    private final int folded;

    private RowFacts(
            RowFold<D> fold,
            Grown<Member> facts,
            Grown<Place<Member>> order,
            Grown<D> checkpoints,
            @Nullable D head,
            int folded) {
        this.fold = fold;
        this.facts = facts;
        this.order = order;
        this.checkpoints = checkpoints;
        this.head = head;
        this.folded = folded;
    }

    static <D> RowFacts<D> none(RowFold<D> fold) {
        return new RowFacts<>(fold, Grown.empty(), Grown.empty(), Grown.empty(), null, 0);
    }

    /** Returns what is known with the next fact. */
    RowFacts<D> plus(Member fact) {
        Grown<Member> more = facts.plus(fact);
        if (fact.own() && fact.known().isPlain()) { // it stands behind all of its day and before
            int behind = RowOrder.certain(order, fact.effectiveOn());
            return behind == order.size()
                    ? grown(more, order.plus(place(fact)))
                    : ordered(more, with(place(fact), behind), behind);
        }
        List<Place<Member>> after = RowOrder.of(more, Long.MAX_VALUE);
        return ordered(more, after, RowOrder.same(order, after));
    }

    private List<Place<Member>> with(Place<Member> place, int behind) {
        List<Place<Member>> with = new ArrayList<>(order.size() + 1);
        with.addAll(order.first(behind));
        with.add(place);
        with.addAll(order.subList(behind, order.size()));
        return with;
    }

    /** Returns the row in another order, of which the first are the same as they were: folded on from there. */
    private RowFacts<D> ordered(Grown<Member> more, List<Place<Member>> after, int same) {
        int kept = Math.min(Math.min(same, folded) / CHECKPOINT_EVERY, checkpoints.size());
        int from = kept * CHECKPOINT_EVERY;
        Grown<Place<Member>> longer = order.first(from);
        Grown<D> marks = checkpoints.first(kept);
        D draft = kept == 0 ? fold.begin() : fold.copy(checkpoints.get(kept - 1));
        List<Place<Member>> rest = after.subList(from, after.size());
        for (Place<Member> place : rest) {
            longer = longer.plus(place);
        }
        fold.fetch(rest);
        for (int index = from; index < longer.size(); index++) {
            try {
                fold.fold(draft, longer.get(index).fact());
            } catch (RowFold.Failed _) {
                return new RowFacts<>(fold, more, longer, marks, null, index);
            }
            if (index + 1 == (marks.size() + 1) * CHECKPOINT_EVERY) {
                marks = marks.plus(fold.copy(draft));
            }
        }
        return new RowFacts<>(fold, more, longer, marks, draft, longer.size());
    }

    private static Place<Member> place(Member fact) {
        return new Place<>(fact, fact.effectiveOn(), fact.position(), 0);
    }

    private RowFacts<D> grown(Grown<Member> more, Grown<Place<Member>> longer) {
        if (folded < order.size()) { // it failed before
            return new RowFacts<>(fold, more, longer, checkpoints, head, folded);
        }
        try {
            D next = head == null ? fold.begin() : fold.copy(head);
            fold.fold(next, longer.getLast().fact());
            boolean due = longer.size() == (checkpoints.size() + 1) * CHECKPOINT_EVERY;
            Grown<D> kept = due ? checkpoints.plus(next) : checkpoints;
            return new RowFacts<>(fold, more, longer, kept, next, longer.size());
        } catch (RowFold.Failed _) { // said when the row is read: where it stops follows from facts and code
            return new RowFacts<>(fold, more, longer, checkpoints, head, folded);
        }
    }

    /** Returns the position of the first fact that can't be folded; null if all can. */
    @Nullable
    Long stoppedAt() {
        return folded < order.size() ? order.get(folded).fact().position() : null;
    }

    /** Returns the row without its checkpoints. */
    RowFacts<D> withoutCheckpoints() {
        return new RowFacts<>(fold, facts, order, Grown.empty(), head, folded);
    }

    /** Returns the last position, at most the given one, at which something became known of the row; 0 if there is none. */
    long lastChange(long atMost) {
        int known = RowOrder.known(facts, atMost);
        return known == 0 ? 0 : facts.get(known - 1).position();
    }

    /** Returns the row as it was on a day, as known at a position; null if it does not exist then. */
    @Nullable
    RowAt<D> at(LocalDate asOf, long knownAt) {
        int known = RowOrder.known(facts, knownAt);
        List<Place<Member>> then = known == facts.size() ? order : RowOrder.of(facts, knownAt);
        int certain = RowOrder.certain(then, asOf);
        if (!RowOrder.hasFact(then, certain)) {
            return null;
        }
        int reusable = Math.min(then == order ? order.size() : RowOrder.same(order, then), folded);
        return new RowAt<>(this, then, certain, reusable, asOf, knownAt, false);
    }

    /** Returns the first fact of the row, as known at a position; null if there is none. */
    @Nullable
    Place<Member> first(long knownAt) {
        return (RowOrder.known(facts, knownAt) == facts.size() ? order : RowOrder.of(facts, knownAt))
                .stream().filter(place -> !place.fact().retracts()).findFirst().orElse(null);
    }

    RowFold<D> fold() {
        return fold;
    }

    List<Place<Member>> order() {
        return order;
    }

    Grown<D> checkpoints() {
        return checkpoints;
    }

    @Nullable
    D head() {
        return head;
    }

    int folded() {
        return folded;
    }
}
