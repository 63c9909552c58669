package org.waymark.events.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Occurrence;
import org.waymark.events.PersonId;
import org.waymark.events.PlannedDate;
import org.waymark.events.Retraction;

/** The course of a review from its schedule to its end, with the registers of decisions and action items. */
public sealed interface CourseEvent extends ReviewEvent {

    /**
     * A review is due.
     *
     * @param printedAs the code as the community prints it, {@code SSR2} for instance
     * @param pack the rule pack by which it is judged for all its life
     * @param dueOn when it is to start
     */
    record ReviewScheduled(
            ReviewId reviewId,
            Occurrence on,
            ReviewKind kind,
            String name,
            String printedAs,
            String pack,
            @Nullable PlannedDate dueOn)
            implements CourseEvent {}

    /** The review is put off; {@code on.reason} is the rationale. */
    record ReviewDeferred(
            ReviewId reviewId, Occurrence on, @Nullable PlannedDate until) implements CourseEvent {}

    record ReviewPaused(ReviewId reviewId, Occurrence on) implements CourseEvent {}

    record ReviewRestarted(ReviewId reviewId, Occurrence on) implements CourseEvent {}

    record ReviewTeamDissolved(ReviewId reviewId, Occurrence on) implements CourseEvent {}

    record ReviewClosed(ReviewId reviewId, Occurrence on) implements CourseEvent {}

    /**
     * The Board acted on a report whose recommendations are not listed one by one.
     *
     * @param approvedAfter how many are approved after the action; absent where the source gives no number
     * @param unit what the numbers count
     */
    record BoardActedOnReport(
            ReviewId reviewId,
            Occurrence on,
            @Nullable String resolution,
            CountingUnit unit,
            @Nullable Integer approvedAfter,
            @Nullable Integer rejectedAfter,
            @Nullable Integer pendingAfter,
            @Nullable Integer passedThroughAfter)
            implements CourseEvent {}

    /**
     * Something worth showing that changes no stage.
     *
     * @param kind a short word for it in lower case with hyphens, {@code face-to-face-meeting} for instance
     */
    record OccurrenceNoted(ReviewId reviewId, Occurrence on, String kind, String words) implements CourseEvent {}

    /**
     * An entry of the decision register.
     *
     * @param number the register's own number or name of the decision, unique in the review
     * @param body who decided, review team or its leadership
     */
    record DecisionRecorded(
            ReviewId reviewId,
            Occurrence on,
            String number,
            DecidingBody body,
            @Nullable String meeting,
            String words) implements CourseEvent {}

    record DecisionSuperseded(ReviewId reviewId, Occurrence on, String number, String supersededBy)
            implements CourseEvent {}

    record ActionItemOpened(
            ReviewId reviewId,
            Occurrence on,
            String number,
            String words,
            @Nullable PersonId owner,
            @Nullable PlannedDate dueOn)
            implements CourseEvent {}

    record ActionItemClosed(
            ReviewId reviewId,
            Occurrence on,
            String number,
            @Nullable String outcome) implements CourseEvent {}

    /** Takes the fact that {@code on.corrects} names out of the history; {@code on.reason} says why. */
    record ReviewFactRetracted(
            ReviewId reviewId,
            Occurrence on,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Means means,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> also)
            implements CourseEvent, Retraction {

        public ReviewFactRetracted {
            also = List.copyOf(also);
        }

        public ReviewFactRetracted(ReviewId reviewId, Occurrence on) {
            this(reviewId, on, null, List.of());
        }
    }

    /** What a total counts. */
    enum CountingUnit {
        RECOMMENDATION,
        PART
    }

    /** Who made an entry of the decision register. */
    enum DecidingBody {
        REVIEW_TEAM,
        LEADERSHIP_TEAM
    }
}
