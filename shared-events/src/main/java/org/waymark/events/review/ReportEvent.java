package org.waymark.events.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Occurrence;
import org.waymark.events.PlannedDate;
import org.waymark.events.recommendation.ConsensusLevel;
import org.waymark.events.recommendation.TeamPriority;

/** Reports, the comment periods on them, and when the Board is due to act. */
public sealed interface ReportEvent extends ReviewEvent {

    /**
     * A comment period opens.
     *
     * @param period its short name, unique in the review: {@code draft-report}, {@code draft-report-2}
     */
    record PublicCommentOpened(
            ReviewId reviewId,
            Occurrence on,
            String period,
            CommentSubject subject,
            @Nullable PlannedDate closesOn) implements ReportEvent {}

    record PublicCommentExtended(ReviewId reviewId, Occurrence on, String period, PlannedDate closesOn)
            implements ReportEvent {}

    record PublicCommentClosed(
            ReviewId reviewId,
            Occurrence on,
            String period,
            @Nullable Integer submissions) implements ReportEvent {}

    /** The draft report is out; it lists its recommendations as printed. */
    record DraftReportPublished(
            ReviewId reviewId,
            Occurrence on,
            List<Printed> recommendations,
            @Nullable String document) implements ReportEvent {
        public DraftReportPublished {
            recommendations = List.copyOf(recommendations);
        }
    }

    record FinalReportAdopted(ReviewId reviewId, Occurrence on) implements ReportEvent {}

    /**
     * The final report goes to the Board; the day is that of receipt, from which the Board's term runs.
     *
     * @param recommendationCount as the report counts them
     * @param partCount parts with a disposition of their own, as the report counts them
     */
    record FinalReportSubmitted(
            ReviewId reviewId,
            Occurrence on,
            List<Printed> recommendations,
            @Nullable Integer recommendationCount,
            @Nullable Integer partCount,
            @Nullable String document)
            implements ReportEvent {
        public FinalReportSubmitted {
            recommendations = List.copyOf(recommendations);
        }
    }

    record BoardActionDueSet(ReviewId reviewId, Occurrence on, PlannedDate dueOn) implements ReportEvent {}

    /** What a comment period is about. */
    enum CommentSubject {
        TERMS_OF_REFERENCE,
        DRAFT_REPORT,
        FINAL_REPORT,
        IMPLEMENTATION_PLAN
    }

    /**
     * A recommendation as a report prints it.
     *
     * @param number as in the id of the recommendation, {@code 1.1}
     * @param whyNoPriority the stated reason where there is no priority
     */
    record Printed(
            String number,
            @Nullable ConsensusLevel level,
            @Nullable TeamPriority priority,
            @Nullable String whyNoPriority) {}
}
