package org.waymark.query.recommendations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.PlannedDate;
import org.waymark.events.life.RecommendationLife.Open;
import org.waymark.events.life.RecommendationLife.What;
import org.waymark.events.recommendation.BoardEvent.Disposition;
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

    /** Returns how a recommendation stands at the end of a day (UTC). */
    public static RecommendationStanding of(RecommendationsRow row, LocalDate asOf) {
        return new RecommendationStanding(overall(row.parts().values()), waiting(row, asOf));
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

    private static List<Waiting> waiting(RecommendationsRow row, LocalDate asOf) {
        Iterator<Day> asked = row.clarifications().values().stream()
                .filter(clarification -> clarification.answer() == null)
                .map(Clarification::on)
                .iterator();
        List<Waiting> waiting = new ArrayList<>();
        for (Open open : row.life().open()) {
            Day since = open.what() == What.CLARIFICATION ? asked.next() : since(row, open);
            PlannedDate due = open.what() == What.CONSENSUS ? row.consensus().objectionsUntil() : null;
            waiting.add(waiting(row, open, since.lastDay(), due == null ? null : due.lastDay(), asOf));
        }
        return List.copyOf(waiting);
    }

    private static Waiting waiting(
            RecommendationsRow row, Open open, LocalDate since, @Nullable LocalDate due, LocalDate asOf) {
        return new Waiting(
                open.what(),
                open.owner(),
                row.parts().size() == 1 ? null : open.part(),
                since,
                Math.max(0, since.until(asOf, ChronoUnit.DAYS)),
                due,
                due != null && asOf.isAfter(due));
    }

    /** Returns since when something is open: the row tells the day of what the life says to be open. */
    private static Day since(RecommendationsRow row, Open open) {
        return Objects.requireNonNull(
                switch (open.what()) {
                    case CONSENSUS, PRIORITY, BOARD_ACTION -> row.stages().get(row.stage());
                    case PENDING -> part(row, open).since();
                    case PASS_THROUGH_ANSWER ->
                        part(row, open)
                                .passedTo()
                                .get(Group.valueOf(open.owner()))
                                .passedOn();
                    case IMPLEMENTATION -> approved(row);
                    case VERIFICATION -> row.claimed().on();
                    case DISPUTE -> row.disputed().on();
                    case RETIREMENT -> row.retirementProposed().on();
                    case CLARIFICATION -> throw new IllegalArgumentException("Questions have a day each");
                });
    }

    private static Part part(RecommendationsRow row, Open open) {
        return row.parts().get(Objects.requireNonNull(open.part()));
    }

    private static Day approved(RecommendationsRow row) {
        return row.parts().values().stream()
                .filter(part -> part.disposition() == Disposition.APPROVED)
                .map(Part::since)
                .findFirst()
                .orElseThrow();
    }
}
