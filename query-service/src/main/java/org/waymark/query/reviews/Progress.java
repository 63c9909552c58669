package org.waymark.query.reviews;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.events.life.RecommendationStep;
import org.waymark.events.recommendation.TeamPriority;
import org.waymark.query.reviews.ReviewsRow.Brief;

/**
 * How far recommendations are; each counts once, at the furthest. What is gone is not counted.
 *
 * @param all how many
 * @param done completion verified
 * @param claimed reported or claimed complete, but not verified
 * @param underWay design or work reported, or a completion disputed
 * @param approved at least in part, and no work reported
 * @param withBoard pending, or in a final report and not acted on
 * @param passedThrough passed to a body of the community, and nothing of it approved or pending
 * @param rejected wholly
 * @param proposed not yet before the Board
 */
public record Progress(
        int all,
        int done,
        int claimed,
        int underWay,
        int approved,
        int withBoard,
        int passedThrough,
        int rejected,
        int proposed) {

    /** Returns where each recommendation stands, by number. */
    static Map<String, RecommendationStep> steps(ReviewsRow row) {
        boolean submitted = row.reports().submittedOn() != null;
        Map<String, RecommendationStep> steps = new TreeMap<>();
        row.recommendations()
                .forEach((number, brief) -> steps.put(number, brief.life().step(submitted)));
        return steps;
    }

    static Map<String, Progress> byPriority(ReviewsRow row) {
        boolean submitted = row.reports().submittedOn() != null;
        Map<String, List<RecommendationStep>> steps = new TreeMap<>(Comparator.comparingInt(Progress::rank));
        for (Brief recommendation : row.recommendations().values()) {
            RecommendationStep step = recommendation.life().step(submitted);
            if (step != RecommendationStep.GONE) {
                TeamPriority priority = recommendation.priority();
                steps.computeIfAbsent(priority == null ? "NONE" : priority.name(), _ -> new java.util.ArrayList<>())
                        .add(step);
            }
        }
        Map<String, Progress> progress = new java.util.LinkedHashMap<>();
        steps.forEach((priority, of) -> progress.put(priority, counted(of)));
        return progress;
    }

    private static int rank(String priority) {
        return priority.equals("NONE")
                ? TeamPriority.values().length
                : TeamPriority.valueOf(priority).ordinal();
    }

    private static Progress counted(List<RecommendationStep> steps) {
        int[] counts = new int[RecommendationStep.values().length];
        steps.forEach(step -> counts[step.ordinal()]++);
        return new Progress(
                steps.size(), counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6], counts[7]);
    }
}
