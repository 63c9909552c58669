package org.waymark.query.recommendations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.events.PlannedDate;
import org.waymark.events.recommendation.BoardEvent.Disposition;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatus;
import org.waymark.query.recommendations.RecommendationsRow.Clarification;
import org.waymark.query.recommendations.RecommendationsRow.Day;
import org.waymark.query.recommendations.RecommendationsRow.Part;

/**
 * How a recommendation stands on a day: what it waits for, on whose desk, and for how long. Everything open has an age and
 * an owner.
 *
 * @param disposition the Board's, over all parts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecommendationStanding(Overall disposition, List<Waiting> waitingFor) {

    /** What the Board did, all parts together. */
    public enum Overall {
        NONE,
        APPROVED,
        REJECTED,
        PENDING,
        PASSED_THROUGH,
        SPLIT
    }

    /** What can be waited for. */
    public enum What {
        CONSENSUS,
        PRIORITY,
        BOARD_ACTION,
        PENDING,
        PASS_THROUGH_ANSWER,
        IMPLEMENTATION,
        VERIFICATION,
        DISPUTE,
        CLARIFICATION,
        RETIREMENT
    }

    /**
     * Something open.
     *
     * @param owner on whose desk it lies: a role, or the code of a body
     * @param part of the recommendation, where it is one part's
     * @param since from which day it waits
     * @param dueOn the last day on which it is kept, where one is set
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Waiting(
            What what,
            String owner,
            @Nullable String part,
            LocalDate since,
            long ageDays,
            @Nullable LocalDate dueOn,
            boolean late) {}

    private static final String TEAM = "TEAM";
    private static final String BOARD = "BOARD";
    private static final String ORG = "ORG";
    private static final String SHEPHERD = "SHEPHERD";

    /** Returns how a recommendation stands at the end of a day (UTC). */
    public static RecommendationStanding of(RecommendationsRow row, LocalDate asOf) {
        return new RecommendationStanding(
                overall(row.parts().values()), isGone(row) ? List.of() : new Desks(row, asOf).waiting());
    }

    private static Overall overall(Collection<Part> parts) {
        if (parts.isEmpty()) {
            return Overall.NONE;
        }
        Set<Disposition> dispositions = EnumSet.noneOf(Disposition.class);
        parts.forEach(part -> dispositions.add(part.disposition()));
        return dispositions.size() > 1
                ? Overall.SPLIT
                : switch (dispositions.iterator().next()) {
                    case APPROVED -> Overall.APPROVED;
                    case REJECTED -> Overall.REJECTED;
                    case PENDING -> Overall.PENDING;
                    case PASSED_THROUGH -> Overall.PASSED_THROUGH;
                };
    }

    private static boolean isGone(RecommendationsRow row) {
        return row.withdrawnOn() != null || row.mergedInto() != null || row.retiredOn() != null;
    }

    /** Collects what is open. */
    private static final class Desks {

        private final RecommendationsRow row;
        private final LocalDate asOf;
        private final List<Waiting> waiting = new ArrayList<>();

        Desks(RecommendationsRow row, LocalDate asOf) {
            this.row = row;
            this.asOf = asOf;
        }

        List<Waiting> waiting() {
            if (row.parts().isEmpty()) {
                team();
            }
            row.parts().forEach(this::board);
            if (row.parts().values().stream().anyMatch(part -> part.disposition() == Disposition.APPROVED)) {
                work();
            }
            row.clarifications().values().stream()
                    .filter(asked -> asked.answer() == null)
                    .map(Clarification::on)
                    .forEach(since -> add(What.CLARIFICATION, SHEPHERD, null, since));
            if (row.retirementProposed() != null) {
                add(What.RETIREMENT, BOARD, null, row.retirementProposed().on());
            }
            return List.copyOf(waiting);
        }

        private void team() {
            Day entered = row.stages().get(row.stage());
            if (entered == null) {
                return; // it is not on record that the team drafted it, so nobody waits for its consensus
            }
            switch (row.stage()) {
                case DRAFTED -> add(What.CONSENSUS, TEAM, null, entered);
                case CONSENSUS_CALL_OPEN ->
                    add(What.CONSENSUS, TEAM, null, entered, row.consensus().objectionsUntil());
                case DESIGNATED -> add(What.PRIORITY, TEAM, null, entered);
                case PRIORITIZED, FINAL -> add(What.BOARD_ACTION, BOARD, null, entered);
                case BOARD_ACTED,
                        COMMUNITY_PRIORITIZED,
                        IMPLEMENTING,
                        COMPLETION_CLAIMED,
                        COMPLETION_VERIFIED,
                        EFFECT_ASSESSED,
                        RETIRED,
                        WITHDRAWN,
                        MERGED -> {}
            }
        }

        private void board(String name, Part part) {
            String shown = row.parts().size() == 1 ? null : name;
            if (part.disposition() == Disposition.PENDING) {
                add(What.PENDING, BOARD, shown, part.since());
            }
            part.passedTo().forEach((group, passed) -> {
                if (passed.answer() == null) {
                    add(What.PASS_THROUGH_ANSWER, group.name(), shown, passed.passedOn());
                }
            });
        }

        private void work() {
            if (row.disputed() != null) {
                add(What.DISPUTE, ORG, null, row.disputed().on());
            } else if (row.claimed() != null && row.verified() == null) {
                add(What.VERIFICATION, SHEPHERD, null, row.claimed().on());
            } else if (row.claimed() == null && row.verified() == null && !isReportedComplete()) {
                Day approved = row.parts().values().stream()
                        .filter(part -> part.disposition() == Disposition.APPROVED)
                        .map(Part::since)
                        .findFirst()
                        .orElse(row.last().on());
                add(What.IMPLEMENTATION, ORG, null, approved);
            }
        }

        private boolean isReportedComplete() {
            return row.status() != null && row.status().status() == ImplementationStatus.COMPLETE;
        }

        private void add(What what, String owner, @Nullable String part, Day since) {
            add(what, owner, part, since, null);
        }

        private void add(What what, String owner, @Nullable String part, Day since, @Nullable PlannedDate due) {
            LocalDate from = since.lastDay();
            LocalDate by = due == null ? null : due.lastDay();
            waiting.add(new Waiting(
                    what,
                    owner,
                    part,
                    from,
                    Math.max(0, from.until(asOf, ChronoUnit.DAYS)),
                    by,
                    by != null && asOf.isAfter(by)));
        }
    }
}
