package org.waymark.command.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Occurrence;
import org.waymark.events.PlannedDate;
import org.waymark.events.review.ReportEvent.CommentSubject;
import org.waymark.events.review.ReportEvent.Printed;
import org.waymark.events.review.ReviewId;

/** Reports, the comment periods on them, and when the Board is due to act. */
sealed interface ReportCommand extends ReviewCommand {

    /**
     * Opens a comment period.
     *
     * @param period its short name, unique in the review: {@code draft-report}, {@code draft-report-2}
     */
    record OpenPublicComment(
            ReviewId reviewId,
            Occurrence on,
            String period,
            CommentSubject subject,
            @Nullable PlannedDate closesOn) implements ReportCommand {}

    record ExtendPublicComment(ReviewId reviewId, Occurrence on, String period, PlannedDate closesOn)
            implements ReportCommand {}

    record ClosePublicComment(
            ReviewId reviewId,
            Occurrence on,
            String period,
            @Nullable Integer submissions) implements ReportCommand {}

    /** Publishes a draft report; it lists its recommendations as printed. */
    record PublishDraftReport(
            ReviewId reviewId,
            Occurrence on,
            List<Printed> recommendations,
            @Nullable String document) implements ReportCommand {
        public PublishDraftReport {
            recommendations = List.copyOf(recommendations);
        }

        @Override
        public boolean looksAtRecommendations() {
            return true;
        }
    }

    record AdoptFinalReport(ReviewId reviewId, Occurrence on) implements ReportCommand {}

    /**
     * Sends the final report to the Board; the day is that of receipt, from which the Board's term runs.
     *
     * @param recommendationCount as the report counts them
     * @param partCount parts with a disposition of their own, as the report counts them
     */
    record SubmitFinalReport(
            ReviewId reviewId,
            Occurrence on,
            List<Printed> recommendations,
            @Nullable Integer recommendationCount,
            @Nullable Integer partCount,
            @Nullable String document)
            implements ReportCommand {
        public SubmitFinalReport {
            recommendations = List.copyOf(recommendations);
        }

        @Override
        public boolean looksAtRecommendations() {
            return true;
        }
    }

    record SetBoardActionDue(ReviewId reviewId, Occurrence on, PlannedDate dueOn) implements ReportCommand {}
}
