package org.waymark.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The order in which facts are folded: by the day from which they count, then by their place in the log.
 *
 * <p>A fact stands unless a later one that stands corrects or retracts it. So a retracted correction puts the corrected
 * fact back, and a correction can itself be corrected.
 */
public final class EffectOrder {

    private static final Comparator<Fact<?>> BY_EFFECT = Comparator.<Fact<?>, java.time.LocalDate>comparing(
                    Fact::effectiveOn)
            .thenComparingLong(Fact::position);

    private EffectOrder() {}

    /**
     * Returns the facts that stand, in the order of their effect. Retractions are among them: they have no effect of their
     * own, but they count as events of their stream.
     */
    public static <E extends WaymarkEvent> List<Fact<E>> standing(Collection<Fact<E>> facts) {
        List<Fact<E>> latestFirst = new ArrayList<>(facts);
        latestFirst.sort(
                Comparator.comparingLong((Fact<E> fact) -> fact.position()).reversed());
        Set<String> replaced = new HashSet<>();
        List<Fact<E>> standing = new ArrayList<>();
        for (Fact<E> fact : latestFirst) {
            if (replaced.contains(fact.eventId())) {
                continue;
            }
            String corrected = fact.event().on().corrects();
            if (corrected != null) {
                replaced.add(corrected);
            }
            standing.add(fact);
        }
        standing.sort(BY_EFFECT);
        return List.copyOf(standing);
    }
}
