package org.waymark.events;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order in which facts are folded: by the day from which they count, then by their place in the log.
 *
 * <p>A fact stands unless a later one that stands corrects or retracts it. So a retracted correction puts the corrected
 * fact back, and a correction can itself be corrected.
 */
public final class EffectOrder {

    private static final Comparator<Placed> BY_EFFECT =
            Comparator.comparing(Placed::effectiveOn).thenComparingLong(Placed::position);

    private EffectOrder() {}

    /**
     * Returns the facts that stand, in the order of their effect. Retractions are among them: they have no effect of their
     * own, but they count as events of their stream.
     */
    public static <F extends Placed> List<F> standing(Collection<F> facts) {
        List<F> latestFirst = new ArrayList<>(facts);
        latestFirst.sort(Comparator.comparingLong(Placed::position).reversed());
        Set<Object> replaced = new HashSet<>();
        List<F> standing = new ArrayList<>();
        for (F fact : latestFirst) {
            if (replaced.contains(fact.identity())) {
                continue;
            }
            Object corrected = fact.corrects();
            if (corrected != null) {
                replaced.add(corrected);
            }
            standing.add(fact);
        }
        standing.sort(BY_EFFECT);
        return List.copyOf(standing);
    }

    /** What places a fact among others. */
    public interface Placed {

        /** Returns its place in the log. */
        long position();

        /** Returns the day from which it counts (UTC). */
        LocalDate effectiveOn();

        /** Returns what names it among the facts it is placed in. */
        Object identity();

        /** Returns the identity of the fact whose place it takes, or which it takes out; none if it does neither. */
        @Nullable
        Object corrects();
    }
}
