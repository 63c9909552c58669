package org.waymark.query.image;

import java.time.LocalDate;
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
        boolean last = fact.own()
                && fact.known().isPlain()
                && (order.isEmpty()
                        || !fact.effectiveOn().isBefore(order.getLast().day()));
        if (last) {
            return grown(more, order.plus(place(fact)));
        }
        List<Place<Member>> after = RowOrder.of(more, Long.MAX_VALUE);
        int same = RowOrder.same(order, after);
        RowFacts<D> rest = firstOf(more, same);
        fold.fetch(after.subList(rest.order.size(), after.size()));
        for (Place<Member> place : after.subList(rest.order.size(), after.size())) {
            rest = rest.grown(more, rest.order.plus(place));
        }
        return rest;
    }

    private static Place<Member> place(Member fact) {
        return new Place<>(fact, fact.effectiveOn(), fact.position(), 0);
    }

    /** Returns the row at its last checkpoint within the first facts of its order. */
    private RowFacts<D> firstOf(Grown<Member> more, int same) {
        int kept = Math.min(Math.min(same, folded) / CHECKPOINT_EVERY, checkpoints.size());
        return new RowFacts<>(
                fold,
                more,
                order.first(kept * CHECKPOINT_EVERY),
                checkpoints.first(kept),
                kept == 0 ? null : checkpoints.get(kept - 1),
                kept * CHECKPOINT_EVERY);
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
        return new RowAt<>(this, then, certain, reusable, asOf, knownAt);
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

    /** Returns the row with all that is folded. */
    @Nullable
    D head() {
        return head;
    }

    int folded() {
        return folded;
    }
}
