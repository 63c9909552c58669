package org.waymark.events;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which facts are folded, by deciders and views alike.
 *
 * <p>A first fact and all corrections of it are a chain: it has one value, that of its last correction that was not taken
 * back, and one rank, the position of the first fact. Facts follow each other by the day from which they count, those of a
 * day by rank. A fact that says so ({@code on.after}) comes after others whose days leave that open: these are placed just
 * before it. So the facts up to any day are a prefix.
 */
public final class EffectOrder {

    private EffectOrder() {}

    /** What places a fact among others. */
    public interface Placed {

        /** Returns its place in the log, or in its stream where only that is looked at. */
        long position();

        /** Returns the first day on which it can have happened (UTC); {@link LocalDate#MIN} for one known only by a date. */
        LocalDate firstDay();

        /** Returns the last day on which it can have happened, from which it counts (UTC). */
        LocalDate effectiveOn();

        /** Tells whether it takes another back. */
        boolean retracts();

        Links links();
    }

    /**
     * A fact that stands, at its place.
     *
     * @param day from which it counts: its own, or that of the fact which says that it came after this one
     * @param rank of the fact whose day that is
     * @param lead how many facts it comes before by their word, one naming the next
     */
    public record Place<F extends Placed>(F fact, LocalDate day, long rank, int lead) implements Comparable<Place<F>> {

        private static final Comparator<Place<?>> ORDER = Comparator.<Place<?>, LocalDate>comparing(Place::day)
                .thenComparingLong(Place::rank)
                .thenComparing(Comparator.<Place<?>>comparingInt(Place::lead).reversed())
                .thenComparingLong(place -> place.fact().links().chain());

        static <F extends Placed> Place<F> own(F fact) {
            return new Place<>(fact, fact.effectiveOn(), fact.links().chain(), 0);
        }

        /** Returns the place just before that of a fact which names this one. */
        private Place<F> before(Place<F> naming) {
            return new Place<>(fact, naming.day(), naming.rank(), naming.lead() + 1);
        }

        private boolean canBeOn(LocalDate on) {
            return !on.isBefore(fact.firstDay()) && !on.isAfter(fact.effectiveOn());
        }

        @Override
        public int compareTo(Place<F> other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Returns the facts that stand, in the order of their effect. Retractions are among them: they have no effect of their
     * own, but they count as events of their stream.
     *
     * @param known facts of one stream or several, in the order of their positions
     */
    public static <F extends Placed> List<Place<F>> of(Collection<F> known) {
        Collection<F> standing = standing(known);
        Map<Long, Place<F>> places = LinkedHashMap.newLinkedHashMap(standing.size());
        standing.forEach(fact -> places.put(fact.links().chain(), Place.own(fact)));
        if (standing.stream().anyMatch(fact -> !fact.links().after().isEmpty())) {
            placeByWord(known, places);
        }
        List<Place<F>> order = new ArrayList<>(places.values());
        order.sort(Comparator.naturalOrder());
        return order;
    }

    /** Returns the corrections and retractions that are taken back, by position. */
    public static <F extends Placed> Set<Long> takenBack(List<F> known) {
        Set<Long> takenBack = new HashSet<>();
        for (F fact : known.reversed()) {
            if (fact.retracts() && !takenBack.contains(fact.position())) {
                takenBack.add(fact.links().takesBack());
            }
        }
        return takenBack;
    }

    /** Returns the value of each chain that stands, and the retractions that do. */
    private static <F extends Placed> Collection<F> standing(Collection<F> known) {
        List<F> facts = List.copyOf(known);
        Set<Long> takenBack = takenBack(facts);
        Map<Long, F> values = LinkedHashMap.newLinkedHashMap(facts.size());
        for (F fact : facts) {
            if (!takenBack.contains(fact.position())) {
                values.put(fact.links().chain(), fact);
            }
        }
        for (F fact : facts) {
            if (fact.retracts() && !takenBack.contains(fact.position())) {
                fact.links().takesOut().forEach(values::remove);
            }
        }
        return values.values();
    }

    /**
     * Moves what is named by others before these, in the order in which these were recorded. A word that would close a
     * circle, that names what stands no more, or something that can't have been on the day, is passed over.
     */
    private static <F extends Placed> void placeByWord(Collection<F> known, Map<Long, Place<F>> places) {
        Map<Long, Long> chains = new HashMap<>();
        known.forEach(fact -> chains.put(fact.position(), fact.links().chain()));
        Map<Long, List<Long>> named = new LinkedHashMap<>(); // by the chain that names them
        Map<Long, Integer> naming = new HashMap<>(); // how many name a chain
        places.values().stream()
                .map(Place::fact)
                .filter(fact -> !fact.links().after().isEmpty())
                .sorted(Comparator.comparingLong(Placed::position))
                .forEach(fact -> fact.links().after().stream()
                        .map(chains::get)
                        .filter(places::containsKey)
                        .distinct()
                        .filter(before -> !leads(named, before, fact.links().chain()))
                        .forEach(before -> {
                            named.computeIfAbsent(fact.links().chain(), _ -> new ArrayList<>())
                                    .add(before);
                            naming.merge(before, 1, Integer::sum);
                        }));
        Deque<Long> settled = new ArrayDeque<>(named.keySet());
        settled.removeIf(naming::containsKey);
        while (!settled.isEmpty()) {
            long chain = settled.remove();
            Place<F> place = places.get(chain);
            for (long before : named.getOrDefault(chain, List.of())) {
                places.computeIfPresent(before, (_, was) -> earlier(was, place));
                if (naming.merge(before, -1, Integer::sum) == 0) {
                    settled.add(before);
                }
            }
        }
    }

    /** Returns the earlier of a place and that before a fact which names it; one that can't have been on that day stays. */
    private static <F extends Placed> Place<F> earlier(Place<F> was, Place<F> naming) {
        Place<F> before = was.before(naming);
        return was.canBeOn(naming.day()) && before.compareTo(was) < 0 ? before : was;
    }

    /** Tells whether one chain names another, by way of others or as itself. */
    private static boolean leads(Map<Long, List<Long>> named, long from, long to) {
        Deque<Long> next = new ArrayDeque<>(List.of(from));
        Set<Long> seen = new HashSet<>();
        while (!next.isEmpty()) {
            long chain = next.remove();
            if (chain == to) {
                return true;
            }
            if (seen.add(chain)) {
                next.addAll(named.getOrDefault(chain, List.of()));
            }
        }
        return false;
    }
}
