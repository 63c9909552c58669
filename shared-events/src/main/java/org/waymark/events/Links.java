package org.waymark.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a fact is to the facts of its stream that were recorded before it: resolved once, when it becomes known, and so the
 * same whatever comes later. Facts are named by their positions.
 *
 * @param chain the first fact of the chain that it corrects; its own position if it corrects nothing
 * @param takesBack the one correction or retraction that a retraction takes out, {@link #NONE} if it takes out none by itself
 * @param takesOut the first facts of the chains that a retraction takes out whole
 * @param after facts that came before it although their days alone don't say so
 */
public record Links(long chain, long takesBack, List<Long> takesOut, List<Long> after) {

    /** No position: logs count from 1, streams by themselves from 0. */
    public static final long NONE = -1;

    public Links {
        takesOut = List.copyOf(takesOut);
        after = List.copyOf(after);
    }

    /** Returns the links of a fact that names no other. */
    public static Links none(long position) {
        return new Links(position, NONE, List.of(), List.of());
    }

    /**
     * Resolves what a fact names. What is not on record before it is passed over: history is trusted, the desk is where it
     * is refused.
     *
     * @param retraction what it says if it is a retraction, else null
     * @param byId finds a fact of the stream that was recorded before it
     * @param earlier all facts of the stream that were recorded before it, asked for only by retractions of a first fact
     */
    public static <F extends EffectOrder.Placed> Links of(
            long position,
            Occurrence on,
            @Nullable Retraction retraction,
            Function<String, Optional<F>> byId,
            Iterable<F> earlier) {
        if (on.corrects() == null && on.after().isEmpty() && retraction == null) {
            return none(position);
        }
        Optional<F> named = on.corrects() == null ? Optional.empty() : byId.apply(on.corrects());
        List<Long> after = on.after().stream()
                .flatMap(id -> byId.apply(id).stream())
                .map(F::position)
                .toList();
        if (retraction == null) {
            long chain = named.filter(fact -> !fact.retracts())
                    .map(fact -> fact.links().chain())
                    .orElse(position);
            return new Links(chain, NONE, List.of(), after);
        }
        List<Long> takesOut = new ArrayList<>();
        retraction.also().stream()
                .flatMap(id -> byId.apply(id).stream())
                .filter(fact -> !fact.retracts())
                .forEach(fact -> takesOut.add(fact.links().chain()));
        long takesBack = NONE;
        if (named.isPresent() && (named.get().retracts() || retraction.meant() == Retraction.Means.EARLIER_WAS_RIGHT)) {
            takesBack = lastOf(named.get(), earlier);
        }
        if (named.isPresent() && takesBack == NONE) {
            takesOut.add(named.get().links().chain());
        }
        return new Links(position, takesBack, takesOut, after);
    }

    /** Returns the fact itself; of a first fact, the last correction of it that stands, if any. */
    private static <F extends EffectOrder.Placed> long lastOf(F named, Iterable<F> earlier) {
        if (named.retracts() || named.links().chain() != named.position()) {
            return named.position();
        }
        List<F> known = new ArrayList<>();
        earlier.forEach(known::add);
        Set<Long> takenBack = EffectOrder.takenBack(known);
        return known.stream()
                .filter(fact -> !fact.retracts() && fact.links().chain() == named.position())
                .filter(fact -> fact.position() != named.position() && !takenBack.contains(fact.position()))
                .map(F::position)
                .max(Comparator.naturalOrder())
                .orElse(NONE);
    }
}
