package org.waymark.events;

import java.util.List;

/**
 * Marks a fact that an archivist took from documents; today's rules of order and completeness did not stop it.
 *
 * @param grade how good the source is
 * @param waived names of the rules the fact did not keep, in alphabetical order; written by the decider, never sent
 */
public record Attested(Grade grade, List<String> waived) {

    /** How good a source is. */
    public enum Grade {
        /** Published by the body that acted. */
        PRIMARY,
        /** Reported by somebody else. */
        SECONDARY,
        /** Sources contradict each other; the reason says how. */
        CONFLICTING
    }

    public Attested {
        waived = waived.stream().sorted().distinct().toList();
    }
}
