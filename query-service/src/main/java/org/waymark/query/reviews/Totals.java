package org.waymark.query.reviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.events.recommendation.BoardEvent.Disposition;
import org.waymark.events.review.CourseEvent.CountingUnit;
import org.waymark.query.reviews.ReviewsRow.BoardTotals;
import org.waymark.query.reviews.ReviewsRow.Brief;

/**
 * Dispositions, counted. Recommendations with parts of different dispositions are {@code split} where recommendations are
 * counted, and count once for each part where parts are.
 *
 * @param listed how many are on record one by one; absent where only totals are
 * @param undecided without any Board action
 * @param gone withdrawn, merged or retired, whatever the Board decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Totals(
        @Nullable Integer listed,
        @Nullable Integer approved,
        @Nullable Integer rejected,
        @Nullable Integer pending,
        @Nullable Integer passedThrough,
        @Nullable Integer split,
        @Nullable Integer undecided,
        @Nullable Integer gone) {

    static Map<CountingUnit, Totals> of(ReviewsRow row) {
        Map<CountingUnit, Totals> totals = new EnumMap<>(CountingUnit.class);
        BoardTotals board = row.board();
        if (!row.recommendations().isEmpty()) {
            totals.put(
                    CountingUnit.RECOMMENDATION,
                    byRecommendation(row.recommendations().values()));
            totals.put(CountingUnit.PART, byPart(row.recommendations().values()));
        } else if (board != null) {
            totals.put(
                    board.unit(),
                    new Totals(
                            null,
                            board.approved(),
                            board.rejected(),
                            board.pending(),
                            board.passedThrough(),
                            null,
                            null,
                            null));
        }
        return totals;
    }

    private static Totals byRecommendation(Collection<Brief> recommendations) {
        Map<Disposition, Integer> counts = new EnumMap<>(Disposition.class);
        int split = 0;
        int undecided = 0;
        for (Brief recommendation : recommendations) {
            if (recommendation.parts().isEmpty()) {
                undecided += recommendation.gone() == null ? 1 : 0;
                continue;
            }
            Set<Disposition> dispositions =
                    EnumSet.copyOf(recommendation.parts().values());
            if (dispositions.size() > 1) {
                split++;
            } else {
                counts.merge(dispositions.iterator().next(), 1, Integer::sum);
            }
        }
        return totals(recommendations.size(), counts, split, undecided, gone(recommendations));
    }

    private static Totals byPart(Collection<Brief> recommendations) {
        Map<Disposition, Integer> counts = new EnumMap<>(Disposition.class);
        int listed = 0;
        int undecided = 0;
        for (Brief recommendation : recommendations) {
            listed += Math.max(1, recommendation.parts().size());
            undecided += recommendation.parts().isEmpty() && recommendation.gone() == null ? 1 : 0;
            recommendation.parts().values().forEach(disposition -> counts.merge(disposition, 1, Integer::sum));
        }
        return totals(listed, counts, 0, undecided, gone(recommendations));
    }

    private static int gone(Collection<Brief> recommendations) {
        return Math.toIntExact(recommendations.stream()
                .filter(recommendation -> recommendation.gone() != null)
                .count());
    }

    private static Totals totals(int listed, Map<Disposition, Integer> counts, int split, int undecided, int gone) {
        return new Totals(
                listed,
                counts.getOrDefault(Disposition.APPROVED, 0),
                counts.getOrDefault(Disposition.REJECTED, 0),
                counts.getOrDefault(Disposition.PENDING, 0),
                counts.getOrDefault(Disposition.PASSED_THROUGH, 0),
                split,
                undecided,
                gone);
    }
}
