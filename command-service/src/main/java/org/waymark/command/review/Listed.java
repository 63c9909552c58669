package org.waymark.command.review;

import static org.waymark.command.review.ReviewRule.A_PRIORITY_IS_ON_THE_SCALE;
import static org.waymark.command.review.ReviewRule.A_RECOMMENDATION_IS_LISTED_ONCE;
import static org.waymark.command.review.ReviewRule.A_REPORT_LISTS_ITS_RECOMMENDATIONS;
import static org.waymark.command.review.ReviewRule.A_REPORT_PRINTS_WHAT_THE_TEAM_DECIDED;
import static org.waymark.command.review.ReviewRule.EACH_RECOMMENDATION_HAS_A_LEVEL;
import static org.waymark.command.review.ReviewRule.EACH_RECOMMENDATION_HAS_A_PRIORITY_OR_A_REASON;
import static org.waymark.command.review.ReviewRule.NO_RECOMMENDATION_IS_LEFT_OUT;
import static org.waymark.command.review.ReviewRule.THERE_ARE_NO_FEWER_PARTS_THAN_RECOMMENDATIONS;
import static org.waymark.command.review.ReviewRule.THE_COUNT_FITS_THE_LIST;
import static org.waymark.command.review.ReviewRule.WHAT_IS_WITHDRAWN_IS_NOT_LISTED;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.waymark.command.desk.OtherStreams.RecommendationStanding;
import org.waymark.events.recommendation.RecommendationId;
import org.waymark.events.review.ReportEvent.Printed;

/**
 * The recommendations as a report prints them, held against what is recorded of each: Bylaws 4.6(a)(vii)(A) asks for the
 * degree of consensus on every one, and for a priority.
 */
record Listed(List<Printed> recommendations) {

    /** Requires what every report keeps: a list without doubles, in step with what the team has designated. */
    void require(Hearing hearing) {
        recommendations.forEach(printed -> RecommendationId.of(hearing.id(), printed.number()));
        hearing.require(A_REPORT_LISTS_ITS_RECOMMENDATIONS, !recommendations.isEmpty());
        hearing.require(
                A_RECOMMENDATION_IS_LISTED_ONCE,
                numbers(_ -> true).stream().distinct().count() == recommendations.size());
        hearing.requireNone(
                A_PRIORITY_IS_ON_THE_SCALE,
                "numbers",
                numbers(printed -> printed.priority() != null
                        && !hearing.pack().priorities().contains(printed.priority())));
        hearing.requireNone(EACH_RECOMMENDATION_HAS_A_LEVEL, "numbers", numbers(printed -> printed.level() == null));
        requireInStep(hearing);
    }

    private void requireInStep(Hearing hearing) {
        Map<String, RecommendationStanding> known = hearing.desk().facts().recommendations();
        hearing.requireNone(
                NO_RECOMMENDATION_IS_LEFT_OUT,
                "numbers",
                known.values().stream()
                        .filter(standing -> !standing.withdrawn())
                        .map(RecommendationStanding::number)
                        .filter(number -> !recommendations.isEmpty()
                                && !numbers(_ -> true).contains(number))
                        .sorted()
                        .toList());
        hearing.requireNone(
                WHAT_IS_WITHDRAWN_IS_NOT_LISTED,
                "numbers",
                numbers(printed -> known.containsKey(printed.number())
                        && known.get(printed.number()).withdrawn()));
        hearing.requireNone(
                A_REPORT_PRINTS_WHAT_THE_TEAM_DECIDED,
                "numbers",
                numbers(printed ->
                        known.containsKey(printed.number()) && differs(printed, known.get(printed.number()))));
    }

    private static boolean differs(Printed printed, RecommendationStanding known) {
        return differs(printed.level(), known.level()) || differs(printed.priority(), known.priority());
    }

    /** What either side doesn't say differs from nothing. */
    private static boolean differs(@Nullable Enum<?> printed, String known) {
        return printed != null && !known.isEmpty() && !printed.name().equals(known);
    }

    void requirePriorities(Hearing hearing) {
        hearing.requireNone(
                EACH_RECOMMENDATION_HAS_A_PRIORITY_OR_A_REASON,
                "numbers",
                numbers(printed -> hearing.pack().needsPriorities()
                        && printed.priority() == null
                        && printed.whyNoPriority() == null));
    }

    /** A team may number its recommendations or, as ATRT3 did, the parts of them. */
    void requireCounts(@Nullable Integer count, @Nullable Integer parts, Hearing hearing) {
        hearing.requireCount(count);
        hearing.requireCount(parts);
        hearing.require(
                THE_COUNT_FITS_THE_LIST,
                count == null || recommendations.isEmpty() || isAsLongAs(count) || (parts != null && isAsLongAs(parts)),
                Map.of("listed", recommendations.size()));
        hearing.require(
                THERE_ARE_NO_FEWER_PARTS_THAN_RECOMMENDATIONS, count == null || parts == null || parts >= count);
    }

    private boolean isAsLongAs(int count) {
        return recommendations.size() == count;
    }

    private List<String> numbers(Predicate<Printed> which) {
        return recommendations.stream().filter(which).map(Printed::number).toList();
    }
}
