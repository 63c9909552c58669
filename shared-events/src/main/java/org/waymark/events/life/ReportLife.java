package org.waymark.events.life;

import java.util.Map;
import java.util.TreeMap;
import org.waymark.events.review.ReportEvent;
import org.waymark.events.review.ReportEvent.BoardActionDueSet;
import org.waymark.events.review.ReportEvent.CommentSubject;
import org.waymark.events.review.ReportEvent.DraftReportPublished;
import org.waymark.events.review.ReportEvent.FinalReportAdopted;
import org.waymark.events.review.ReportEvent.FinalReportSubmitted;
import org.waymark.events.review.ReportEvent.PublicCommentClosed;
import org.waymark.events.review.ReportEvent.PublicCommentExtended;
import org.waymark.events.review.ReportEvent.PublicCommentOpened;

/**
 * How far the report of a review is: its draft published, commented on, finished, with the Board.
 *
 * @param comments what each comment period is about and whether it is open, by its short name
 */
public record ReportLife(boolean drafted, boolean submitted, Map<String, Comment> comments) {

    static final ReportLife NONE = new ReportLife(false, false, Map.of());

    public record Comment(CommentSubject subject, boolean open) {}

    ReviewStage stage() {
        if (submitted) {
            return has(CommentSubject.FINAL_REPORT, true) || has(CommentSubject.FINAL_REPORT, false)
                    ? ReviewStage.FINAL_COMMENT
                    : ReviewStage.FINAL_SUBMITTED;
        }
        if (isDraftCommentedOn()) {
            return ReviewStage.FINALISING;
        }
        return drafted || has(CommentSubject.DRAFT_REPORT, true)
                ? ReviewStage.DRAFT_PUBLISHED
                : ReviewStage.UNSCHEDULED;
    }

    /** Tells whether public comment on the draft is over, and none is open again. */
    public boolean isDraftCommentedOn() {
        return has(CommentSubject.DRAFT_REPORT, false) && !has(CommentSubject.DRAFT_REPORT, true);
    }

    private boolean has(CommentSubject subject, boolean open) {
        for (Comment period : comments.values()) {
            if (period.subject() == subject && period.open() == open) {
                return true;
            }
        }
        return false;
    }

    ReportLife after(ReportEvent event) {
        return switch (event) {
            case PublicCommentOpened opened -> with(opened.period(), new Comment(opened.subject(), true));
            case PublicCommentExtended extended -> with(extended.period(), period(extended.period()));
            case PublicCommentClosed closed ->
                with(closed.period(), new Comment(period(closed.period()).subject(), false));
            case DraftReportPublished _ -> new ReportLife(true, submitted, comments);
            case FinalReportSubmitted _ -> new ReportLife(drafted, true, comments);
            case FinalReportAdopted _, BoardActionDueSet _ -> this;
        };
    }

    /** A period that is known by its end alone is about the draft, unless the final report is out. */
    private Comment period(String name) {
        CommentSubject likely = submitted ? CommentSubject.FINAL_REPORT : CommentSubject.DRAFT_REPORT;
        return comments.getOrDefault(name, new Comment(likely, true));
    }

    private ReportLife with(String name, Comment period) {
        Map<String, Comment> more = new TreeMap<>(comments);
        more.put(name, period);
        return new ReportLife(drafted, submitted, more);
    }
}
