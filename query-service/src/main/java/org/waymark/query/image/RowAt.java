package org.waymark.query.image;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.waymark.events.EffectOrder.Place;

/**
 * A row at one moment: which facts are certain, and which may have happened.
 *
 * @param then what stands as known then
 * @param certain how many of it are certain
 * @param reusable up to where what was folded before holds
 */
record RowAt<D>(RowFacts<D> row, List<Place<Member>> then, int certain, int reusable, LocalDate asOf, long knownAt) {

    /** Tells whether nothing is known besides. */
    boolean isPresent() {
        return then == row.order() && certain == then.size();
    }

    /**
     * What was folded.
     *
     * @param stoppedAt the first fact that could not be folded, null if all could
     */
    record Folded<D>(D draft, @Nullable Known stoppedAt) {}

    Folded<D> fold() {
        if (reusable >= certain && certain == row.folded() && row.head() != null) {
            return new Folded<>(row.head(), null);
        }
        return folded(certain);
    }

    /** Folds the first facts; where one can't be, those before it once more. */
    private Folded<D> folded(int facts) {
        int kept = Math.min(
                Math.min(facts, reusable) / RowFacts.CHECKPOINT_EVERY,
                row.checkpoints().size());
        D draft = kept == 0
                ? row.fold().begin()
                : row.fold().copy(row.checkpoints().get(kept - 1));
        row.fold().fetch(then.subList(kept * RowFacts.CHECKPOINT_EVERY, facts));
        for (int index = kept * RowFacts.CHECKPOINT_EVERY; index < facts; index++) {
            try {
                row.fold().fold(draft, then.get(index).fact());
            } catch (RowFold.Failed _) {
                return new Folded<>(
                        folded(index).draft(), then.get(index).fact().known());
            }
        }
        return new Folded<>(draft, null);
    }

    /** Returns the facts whose fold makes a difference to a part of the row, in the order of their effect. */
    <V> List<Place<Member>> setting(Function<D, @Nullable V> part) {
        List<Place<Member>> setting = new ArrayList<>();
        D draft = row.fold().begin();
        V was = part.apply(draft);
        row.fold().fetch(then.subList(0, certain));
        for (Place<Member> place : then.subList(0, certain)) {
            try {
                row.fold().fold(draft, place.fact());
            } catch (RowFold.Failed _) {
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

    /**
     * Returns the facts of which it is open whether they happened by the day, in the order of their effect.
     *
     * @param bearing which of them are asked for
     */
    List<Place<Member>> possible(D certainly, Predicate<Member> bearing) {
        if (certain == then.size()) {
            return List.of();
        }
        Spans spans = new Spans(then);
        return then.subList(certain, then.size()).stream()
                .filter(place -> bearing.test(place.fact()))
                .filter(place ->
                        !place.fact().retracts() && !spans.firstDay(place).isAfter(asOf))
                .filter(place ->
                        row.fold().tellsOf(certainly, place.fact().known().streamName()))
                .toList();
    }

    /** Returns the positions of certain facts that say they came after others which stand after them, or stand no more. */
    List<Long> contradictions() {
        Map<StreamFacts, Set<Long>> contradictions = new HashMap<>();
        return then.subList(0, certain).stream()
                .map(Place::fact)
                .filter(fact -> !fact.links().after().isEmpty())
                .filter(fact -> contradictions
                        .computeIfAbsent(fact.known().stream(), stream -> stream.contradictions(knownAt))
                        .contains(fact.position()))
                .map(Member::position)
                .toList();
    }

    /** Returns what the certain draft becomes by each of what is possible, one after the other. */
    <R> List<R> steps(D certain, List<Place<Member>> possible, Function<D, R> made) {
        List<R> steps = new ArrayList<>();
        D draft = row.fold().copy(certain);
        row.fold().fetch(possible);
        for (Place<Member> place : possible) {
            try {
                row.fold().fold(draft, place.fact());
            } catch (RowFold.Failed _) {
                return steps;
            }
            steps.add(made.apply(draft));
        }
        return steps;
    }
}
