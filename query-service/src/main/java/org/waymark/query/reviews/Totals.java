package org.waymark.query.reviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
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
        int[] counts = new int[Disposition.values().length];
        int split = 0;
        for (Brief recommendation : recommendations) {
            Iterator<Disposition> parts = recommendation.parts().values().iterator();
            if (parts.hasNext()) {
                Disposition first = parts.next();
                boolean differ = false;
                while (parts.hasNext()) {
                    differ |= parts.next() != first;
                }
                counts[first.ordinal()] += differ ? 0 : 1;
                split += differ ? 1 : 0;
            }
        }
        return totals(recommendations, recommendations.size(), counts, split);
    }

    private static Totals byPart(Collection<Brief> recommendations) {
        int[] counts = new int[Disposition.values().length];
        int listed = 0;
        for (Brief recommendation : recommendations) {
            listed += Math.max(1, recommendation.parts().size());
            for (Disposition disposition : recommendation.parts().values()) {
                counts[disposition.ordinal()]++;
            }
        }
        return totals(recommendations, listed, counts, 0);
    }

    private static Totals totals(Collection<Brief> recommendations, int listed, int[] counts, int split) {
        int undecided = 0;
        int gone = 0;
        for (Brief recommendation : recommendations) {
            gone += recommendation.gone() == null ? 0 : 1;
            undecided += recommendation.gone() == null && recommendation.parts().isEmpty() ? 1 : 0;
        }
        return new Totals(
                listed,
                counts[Disposition.APPROVED.ordinal()],
                counts[Disposition.REJECTED.ordinal()],
                counts[Disposition.PENDING.ordinal()],
                counts[Disposition.PASSED_THROUGH.ordinal()],
                split,
                undecided,
                gone);
    }
}
