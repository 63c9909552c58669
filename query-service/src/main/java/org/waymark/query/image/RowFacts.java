package org.waymark.query.image;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.events.EffectOrder;
import org.waymark.events.EffectOrder.Place;
import org.waymark.events.Links;

/**
 * What is known of one row: its facts in the order of their positions, those that stand in the order of their effect, and
 * the row as it becomes on the way. A value: the writer replaces it, readers keep the one they have.
 *
 * @param <D> the draft of the view
 */
final class RowFacts<D> {

    /** A draft is kept after each so many facts. */
    static final int CHECKPOINT_EVERY = 32;

    /**
     * A fact as one of a row's.
     *
     * @param own whether it is folded into the row; others only bear on the place of those that are
     * @param stage how far along its life cycle the fact alone brings a row
     */
    record Member(Known known, boolean own, int stage) implements EffectOrder.Placed {

        @Override
        public long position() {
            return known.position();
        }

        @Override
        public LocalDate firstDay() {
            return known.firstDay();
        }

        @Override
        public LocalDate effectiveOn() {
            return known.effectiveOn();
        }

        @Override
        public boolean retracts() {
            return known.retracts();
        }

        @Override
        public Links links() {
            return known.links();
        }
    }

    private final Fold<D> fold;
    private final Grown<Member> facts;
    private final Grown<Place<Member>> order;
    private final Grown<D> checkpoints;
    private final @Nullable D head;

    /** How many facts of the order were folded: all, or those before the first on which the fold failed. */
    private final int folded;

    private RowFacts(
            Fold<D> fold,
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

    static <D> RowFacts<D> none(Fold<D> fold) {
        return new RowFacts<>(fold, Grown.empty(), Grown.empty(), Grown.empty(), null, 0);
    }

    /** How one view folds the facts of one key. */
    interface Fold<D> {

        D begin();

        D copy(D draft);

        /**
         * Folds a fact into a draft.
         *
         * @throws Failed if the fold fails on it; the draft is of no use then
         */
        void fold(D draft, Member fact);

        /** Sees to it that the events of facts are at hand. */
        void fetch(List<Place<Member>> places);
    }

    /** Says that a row can't be folded any farther. */
    static final class Failed extends RuntimeException {
        Failed(String why, Throwable cause) {
            super(why, cause);
        }
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
        List<Place<Member>> after = order(more, Long.MAX_VALUE);
        int same = same(order, after);
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
        } catch (Failed _) { // said when the row is read: where it stops follows from facts and code
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

    /** Returns the facts of the row that stand as known at a position, in the order of their effect. */
    private static List<Place<Member>> order(Grown<Member> facts, long knownAt) {
        List<Member> all = new ArrayList<>(facts.first(known(facts, knownAt)));
        Set<StreamFacts> streams = new HashSet<>();
        Set<Known> own = new HashSet<>();
        for (Member member : List.copyOf(all)) {
            if (member.known().stream().hasWords(knownAt)) {
                streams.add(member.known().stream());
                own.add(member.known());
            }
        }
        long until = all.isEmpty() ? 0 : Math.min(knownAt, facts.getLast().position());
        for (StreamFacts stream : streams) {
            stream.facts().stream()
                    .filter(known -> known.position() <= until && !own.contains(known))
                    .forEach(known -> all.add(new Member(known, false, 0)));
        }
        if (!streams.isEmpty()) {
            all.sort(Comparator.comparingLong(Member::position));
        }
        List<Place<Member>> order = EffectOrder.of(all);
        order.removeIf(place -> !place.fact().own());
        return order;
    }

    private static int known(Grown<Member> facts, long knownAt) {
        if (facts.isEmpty() || facts.getLast().position() <= knownAt) {
            return facts.size();
        }
        int low = 0;
        int high = facts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (facts.get(middle).position() <= knownAt) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int same(List<Place<Member>> some, List<Place<Member>> others) {
        int same = 0;
        while (same < some.size() && same < others.size() && isSame(some.get(same), others.get(same))) {
            same++;
        }
        return same;
    }

    private static boolean isSame(Place<Member> a, Place<Member> b) {
        return a == b || (a.fact().known() == b.fact().known() && a.day().equals(b.day()) && a.rank() == b.rank());
    }

    /** Returns the last position, at most the given one, at which something became known of the row; 0 if there is none. */
    long lastChange(long atMost) {
        int known = known(facts, atMost);
        return known == 0 ? 0 : facts.get(known - 1).position();
    }

    /** Returns the row as it was on a day, as known at a position; null if it does not exist then. */
    @Nullable
    At<D> at(LocalDate asOf, long knownAt) {
        int known = known(facts, knownAt);
        List<Place<Member>> then = known == facts.size() ? order : order(facts, knownAt);
        int certain = certain(then, asOf);
        if (!hasFact(then, certain)) {
            return null;
        }
        int reusable = Math.min(then == order ? order.size() : same(order, then), folded);
        return new At<>(this, then, certain, reusable, asOf);
    }

    private static boolean hasFact(List<Place<Member>> order, int certain) {
        for (int index = 0; index < certain; index++) {
            if (!order.get(index).fact().retracts()) {
                return true;
            }
        }
        return false;
    }

    private static int certain(List<Place<Member>> order, LocalDate until) {
        if (!order.isEmpty() && !order.getLast().day().isAfter(until)) {
            return order.size();
        }
        int low = 0;
        int high = order.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.get(middle).day().isAfter(until)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Returns the first day on which the row exists, as known at a position; null if there is none. */
    @Nullable
    LocalDate firstDay(long knownAt) {
        return (known(facts, knownAt) == facts.size() ? order : order(facts, knownAt))
                .stream()
                        .filter(place -> !place.fact().retracts())
                        .map(Place::day)
                        .findFirst()
                        .orElse(null);
    }

    /**
     * A row at one moment: which facts are certain, and which may have happened.
     *
     * @param then what stands as known then
     * @param certain how many of it are certain
     * @param reusable up to where what was folded before holds
     */
    record At<D>(RowFacts<D> row, List<Place<Member>> then, int certain, int reusable, LocalDate asOf) {

        /** Tells whether nothing is known besides. */
        boolean isPresent() {
            return then == row.order && certain == then.size();
        }

        /**
         * What was folded.
         *
         * @param stoppedAt the first fact that could not be folded, null if all could
         */
        record Folded<D>(D draft, @Nullable Known stoppedAt) {}

        Folded<D> fold() {
            if (reusable >= certain && certain == row.folded && row.head != null) {
                return new Folded<>(row.head, null);
            }
            return folded(certain);
        }

        /** Folds the first facts; where one can't be, those before it once more. */
        private Folded<D> folded(int facts) {
            int kept = Math.min(Math.min(facts, reusable) / CHECKPOINT_EVERY, row.checkpoints.size());
            D draft = kept == 0 ? row.fold.begin() : row.fold.copy(row.checkpoints.get(kept - 1));
            row.fold.fetch(then.subList(kept * CHECKPOINT_EVERY, facts));
            for (int index = kept * CHECKPOINT_EVERY; index < facts; index++) {
                try {
                    row.fold.fold(draft, then.get(index).fact());
                } catch (Failed _) {
                    return new Folded<>(
                            folded(index).draft(), then.get(index).fact().known());
                }
            }
            return new Folded<>(draft, null);
        }

        /** Returns the facts whose fold makes a difference to a part of the row, in the order of their effect. */
        <V> List<Place<Member>> setting(Function<D, @Nullable V> part) {
            List<Place<Member>> setting = new ArrayList<>();
            D draft = row.fold.begin();
            V was = part.apply(draft);
            row.fold.fetch(then.subList(0, certain));
            for (Place<Member> place : then.subList(0, certain)) {
                try {
                    row.fold.fold(draft, place.fact());
                } catch (Failed _) {
                    return setting;
                }
                V is = part.apply(draft);
                if (was != is && !Objects.equals(was, is)) {
                    setting.add(place);
                }
                was = is;
            }
            return setting;
        }

        /** Returns the facts of which it is open whether they happened by the day, in the order of their effect. */
        List<Place<Member>> possible() {
            if (certain == then.size()) {
                return List.of();
            }
            Spans spans = new Spans(then);
            return then.subList(certain, then.size()).stream()
                    .filter(place ->
                            !place.fact().retracts() && !spans.firstDay(place).isAfter(asOf))
                    .toList();
        }

        /** Returns what the certain draft becomes by each of what is possible, one after the other. */
        <R> List<R> steps(D certain, List<Place<Member>> possible, Function<D, R> made) {
            List<R> steps = new ArrayList<>();
            D draft = row.fold.copy(certain);
            row.fold.fetch(possible);
            for (Place<Member> place : possible) {
                try {
                    row.fold.fold(draft, place.fact());
                } catch (Failed _) {
                    return steps;
                }
                steps.add(made.apply(draft));
            }
            return steps;
        }
    }

    /**
     * Since when facts can have happened. One known only by a later date happened after the last day of those that come
     * earlier in the life cycle, or else after the row's first fact.
     */
    private static final class Spans {

        private static final int STAGES = 64;

        private final List<Place<Member>> order;
        private @Nullable LocalDate @Nullable [] lastBefore;

        Spans(List<Place<Member>> order) {
            this.order = order;
        }

        LocalDate firstDay(Place<Member> place) {
            LocalDate own = place.fact().firstDay();
            if (!own.equals(LocalDate.MIN)) {
                return own;
            }
            LocalDate before = lastBefore()[Math.min(place.fact().stage(), STAGES - 1)];
            LocalDate first = before == null ? order.getFirst().day() : before;
            return first.isAfter(place.day()) ? place.day() : first;
        }

        /** Returns, by stage, the last day of the facts known by days that enter an earlier one. */
        private @Nullable LocalDate[] lastBefore() {
            if (lastBefore == null) {
                LocalDate[] last = new LocalDate[STAGES];
                for (int index = 0; index < order.size(); index++) { // in the order of days
                    Place<Member> place = order.get(index);
                    int stage = Math.min(place.fact().stage(), STAGES - 1);
                    if (stage > 0 && !place.fact().firstDay().equals(LocalDate.MIN)) {
                        last[stage] = place.day();
                    }
                }
                lastBefore = new LocalDate[STAGES];
                for (int stage = 2; stage < STAGES; stage++) {
                    lastBefore[stage] = later(lastBefore[stage - 1], last[stage - 1]);
                }
            }
            return lastBefore;
        }

        private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
            return a == null || (b != null && b.isAfter(a)) ? b : a;
        }
    }
}
