package org.waymark.query.image;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.events.EffectOrder.Place;

/**
 * A row at one moment: which facts are certain, and which may have happened.
 *
 * @param then what stands as known then
 * @param certain how many of it are certain
 * @param reusable up to where what was folded before holds
 * @param ofBodies whether only that is asked which bears on bodies
 */
record RowAt<D>(
        RowFacts<D> row,
        List<Place<Member>> then,
        int certain,
        int reusable,
        LocalDate asOf,
        long knownAt,
        boolean ofBodies) {

    /** Returns the row as far as it brings something to bodies. Where a fold fails, its facts are all looked at. */
    RowAt<D> asFarAsOfBodies() {
        boolean whole = row.stoppedAt() == null;
        return new RowAt<>(row, then, certain, reusable, asOf, knownAt, whole);
    }

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
        List<Place<Member>> rest = asked(then.subList(kept * RowFacts.CHECKPOINT_EVERY, facts), draft);
        row.fold().fetch(rest);
        for (Place<Member> place : rest) {
            try {
                row.fold().fold(draft, place.fact());
            } catch (RowFold.Failed _) {
                return new Folded<>(
                        folded(then.indexOf(place)).draft(), place.fact().known());
            }
        }
        return new Folded<>(draft, null);
    }

    /** Leaves out what bears on nothing that is asked. What a draft does not tell of yet is begun by any fact. */
    private List<Place<Member>> asked(List<Place<Member>> facts, D draft) {
        if (!ofBodies) {
            return facts;
        }
        List<Place<Member>> asked = new ArrayList<>();
        byte before = View.EACH;
        for (Place<Member> place : facts) {
            byte bearing = place.fact().bearing();
            boolean again = bearing == View.NONE || (bearing != View.EACH && bearing == before);
            if (!again || !row.fold().tellsOf(draft, place.fact().known().streamName())) {
                asked.add(place);
                before = bearing;
            }
        }
        return asked;
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

    /** Returns the facts of which it is open whether they happened by the day, in the order of their effect. */
    List<Place<Member>> possible(D certainly) {
        if (certain == then.size()) {
            return List.of();
        }
        Spans spans = new Spans(then);
        List<Place<Member>> possible = new ArrayList<>();
        for (Place<Member> place : then.subList(certain, then.size())) {
            Member fact = place.fact();
            boolean bears = !ofBodies || fact.bearing() != View.NONE;
            if (bears
                    && !fact.retracts()
                    && !spans.firstDay(place).isAfter(asOf)
                    && row.fold().tellsOf(certainly, fact.known().streamName())) {
                possible.add(place);
            }
        }
        return asked(possible, certainly);
    }

    /** Returns the facts of a list up to the first that can't be folded, and then those that may have happened. */
    List<Listed> list(byte list) {
        List<Listed> listed = new ArrayList<>();
        Folded<D> folded = fold();
        for (Place<Member> place : then.subList(0, certain)) {
            if (place.fact().known() == folded.stoppedAt()) {
                return listed;
            }
            if (place.fact().list() == list) {
                listed.add(new Listed(place.fact().known(), true));
            }
        }
        for (Place<Member> place : possible(folded.draft())) {
            if (place.fact().list() == list) {
                listed.add(new Listed(place.fact().known(), false));
            }
        }
        return listed;
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
