package org.waymark.stories;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One command of the history before it has its number in the story.
 *
 * @param review the id of the review
 * @param number the recommendation's number in lower case, empty for the review itself
 * @param effectiveOn the day from which it counts
 * @param from JSON pointers of the source facts that it tells
 * @param cites ids of the sources in its evidence
 */
record Draft(
        String review,
        String number,
        String verb,
        LocalDate effectiveOn,
        ObjectNode body,
        List<String> from,
        List<String> cites) {

    /** By day; on one day in the order in which a reader would tell it. */
    static final Comparator<Draft> TELLING =
            Comparator.comparing(Draft::effectiveOn).thenComparingInt(Draft::rank);

    String path() {
        String of = number.isEmpty() ? "" : "/recommendations/" + number;
        return "/commands/reviews/" + review + of + "/" + verb;
    }

    /** Returns the same draft telling one more fact of the source. */
    Draft alsoTelling(String pointer) {
        List<String> more = Stream.concat(from.stream(), Stream.of(pointer)).toList();
        return new Draft(review, number, verb, effectiveOn, body, more, cites);
    }

    private int rank() {
        return switch (verb) {
            case "schedule-review" -> 0;
            case "select-review-team" -> 1;
            case "draft-recommendation" -> 2;
            case "designate-consensus" -> 3;
            case "prioritize-recommendation", "file-minority-statement" -> 4;
            case "record-board-action" -> 6;
            case "notify-pass-through", "answer-pass-through" -> 7;
            case "assign-community-priority", "report-implementation-status" -> 8;
            default -> 5;
        };
    }
}
