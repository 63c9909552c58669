package org.waymark.query.reviews;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.events.recommendation.BoardEvent.Disposition;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatus;
import org.waymark.events.recommendation.TeamPriority;
import org.waymark.query.reviews.ReviewsRow.Brief;
import org.waymark.query.reviews.ReviewsRow.Completion;

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

    private enum Step {
        DONE,
        CLAIMED,
        UNDER_WAY,
        APPROVED,
        WITH_BOARD,
        PASSED_THROUGH,
        REJECTED,
        PROPOSED
    }

    static Map<String, Progress> byPriority(ReviewsRow row) {
        boolean submitted = row.reports().submittedOn() != null;
        Map<String, List<Step>> steps = new TreeMap<>(Comparator.comparingInt(Progress::rank));
        for (Brief recommendation : row.recommendations().values()) {
            if (recommendation.gone() == null) {
                TeamPriority priority = recommendation.priority();
                steps.computeIfAbsent(priority == null ? "NONE" : priority.name(), _ -> new java.util.ArrayList<>())
                        .add(step(recommendation, submitted));
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

    /** Tells whether work on it was reported, claimed or disputed. */
    static boolean isWorkedOn(Brief recommendation) {
        return recommendation.completion() != null
                || (recommendation.status() != null
                        && recommendation.status() != ImplementationStatus.NOT_STARTED
                        && recommendation.status() != ImplementationStatus.ON_HOLD);
    }

    private static Step step(Brief recommendation, boolean submitted) {
        if (recommendation.completion() == Completion.VERIFIED) {
            return Step.DONE;
        }
        if (recommendation.completion() == Completion.DISPUTED) {
            return Step.UNDER_WAY;
        }
        if (recommendation.completion() == Completion.CLAIMED
                || recommendation.status() == ImplementationStatus.COMPLETE) {
            return Step.CLAIMED;
        }
        if (isWorkedOn(recommendation)) {
            return Step.UNDER_WAY;
        }
        if (recommendation.parts().isEmpty()) {
            return submitted ? Step.WITH_BOARD : Step.PROPOSED;
        }
        if (recommendation.parts().containsValue(Disposition.APPROVED)) {
            return Step.APPROVED;
        }
        if (recommendation.parts().containsValue(Disposition.PENDING)) {
            return Step.WITH_BOARD;
        }
        return recommendation.parts().containsValue(Disposition.PASSED_THROUGH) ? Step.PASSED_THROUGH : Step.REJECTED;
    }

    private static Progress counted(List<Step> steps) {
        int[] counts = new int[Step.values().length];
        steps.forEach(step -> counts[step.ordinal()]++);
        return new Progress(
                steps.size(), counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6], counts[7]);
    }
}
