package org.waymark.command.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Occurrence;
import org.waymark.events.PersonId;
import org.waymark.events.PlannedDate;
import org.waymark.events.Retraction;
import org.waymark.events.review.CourseEvent.CountingUnit;
import org.waymark.events.review.CourseEvent.DecidingBody;
import org.waymark.events.review.ReviewId;
import org.waymark.events.review.ReviewKind;

/** The course of a review from its schedule to its end, with the registers of decisions and action items. */
sealed interface CourseCommand extends ReviewCommand {

    /**
     * Enters a review that is due.
     *
     * @param printedAs the code as the community prints it, {@code SSR2} for instance
     * @param pack the rule pack it is judged by for all its life; absent for the one valid on its day
     * @param dueOn when it is to start
     */
    record ScheduleReview(
            ReviewId reviewId,
            Occurrence on,
            ReviewKind kind,
            String name,
            String printedAs,
            @Nullable String pack,
            @Nullable PlannedDate dueOn)
            implements CourseCommand {}

    record DeferReview(
            ReviewId reviewId, Occurrence on, @Nullable PlannedDate until) implements CourseCommand {}

    record PauseReview(ReviewId reviewId, Occurrence on) implements CourseCommand {}

    /** Ends a pause, or a deferral before its day. */
    record RestartReview(ReviewId reviewId, Occurrence on) implements CourseCommand {}

    record DissolveReviewTeam(ReviewId reviewId, Occurrence on) implements CourseCommand {}

    record CloseReview(ReviewId reviewId, Occurrence on) implements CourseCommand {
        @Override
        public boolean looksAtRecommendations() {
            return true;
        }
    }

    /**
     * Records what the Board did with a report whose recommendations are not listed one by one.
     *
     * @param unit what the numbers count
     * @param approvedAfter how many are approved after the action; absent where the source gives no number
     */
    record RecordBoardActionOnReport(
            ReviewId reviewId,
            Occurrence on,
            @Nullable String resolution,
            CountingUnit unit,
            @Nullable Integer approvedAfter,
            @Nullable Integer rejectedAfter,
            @Nullable Integer pendingAfter,
            @Nullable Integer passedThroughAfter)
            implements CourseCommand {}

    /**
     * Notes something worth showing that changes no stage.
     *
     * @param kind a short word for it in lower case with hyphens, {@code face-to-face-meeting} for instance
     */
    record NoteOccurrence(ReviewId reviewId, Occurrence on, String kind, String words) implements CourseCommand {}

    /**
     * Enters a decision in the register.
     *
     * @param number the register's own number or name of the decision, unique in the review
     * @param body who decided, review team or its leadership
     */
    record RecordDecision(
            ReviewId reviewId,
            Occurrence on,
            String number,
            DecidingBody body,
            @Nullable String meeting,
            String words) implements CourseCommand {}

    record SupersedeDecision(ReviewId reviewId, Occurrence on, String number, String supersededBy)
            implements CourseCommand {}

    record OpenActionItem(
            ReviewId reviewId,
            Occurrence on,
            String number,
            String words,
            @Nullable PersonId owner,
            @Nullable PlannedDate dueOn)
            implements CourseCommand {}

    record CloseActionItem(
            ReviewId reviewId,
            Occurrence on,
            String number,
            @Nullable String outcome) implements CourseCommand {}

    /** Takes the fact that {@code on.corrects} names out of the history. */
    record RetractReviewFact(
            ReviewId reviewId, Occurrence on, @Nullable Means means, List<String> also)
            implements CourseCommand, Retraction {

        public RetractReviewFact {
            also = List.copyOf(also);
        }

        RetractReviewFact(ReviewId reviewId, Occurrence on) {
            this(reviewId, on, null, List.of());
        }
    }
}
