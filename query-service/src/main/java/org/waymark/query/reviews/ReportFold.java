package org.waymark.query.reviews;

import org.waymark.events.life.ReviewStage;
import org.waymark.events.review.ReportEvent;
import org.waymark.events.review.ReportEvent.BoardActionDueSet;
import org.waymark.events.review.ReportEvent.CommentSubject;
import org.waymark.events.review.ReportEvent.DraftReportPublished;
import org.waymark.events.review.ReportEvent.FinalReportAdopted;
import org.waymark.events.review.ReportEvent.FinalReportSubmitted;
import org.waymark.events.review.ReportEvent.PublicCommentClosed;
import org.waymark.events.review.ReportEvent.PublicCommentExtended;
import org.waymark.events.review.ReportEvent.PublicCommentOpened;
import org.waymark.query.image.Changes;
import org.waymark.query.reviews.ReviewsRow.CommentPeriod;
import org.waymark.query.reviews.ReviewsRow.Day;
import org.waymark.query.reviews.ReviewsRow.Reports;

/** Folds reports and the comment periods on them. */
final class ReportFold {

    private ReportFold() {}

    static void fold(ReviewDraft draft, ReportEvent event, Day day) {
        Reports was = draft.reports;
        switch (event) {
            case PublicCommentOpened opened -> {
                draft.comments = draft.comments.plus(
                        opened.period(),
                        new CommentPeriod(opened.subject(), day, opened.closesOn(), opened.closesOn(), null, null));
                switch (opened.subject()) {
                    case DRAFT_REPORT -> draft.enter(ReviewStage.DRAFT_PUBLISHED, day);
                    case FINAL_REPORT -> draft.enter(ReviewStage.FINAL_COMMENT, day);
                    case TERMS_OF_REFERENCE, IMPLEMENTATION_PLAN -> {}
                }
            }
            case PublicCommentExtended extended ->
                draft.comments = Changes.ofPresent(
                        draft.comments,
                        extended.period(),
                        period -> new CommentPeriod(
                                period.subject(),
                                period.openedOn(),
                                period.firstClosesOn() == null ? extended.closesOn() : period.firstClosesOn(),
                                extended.closesOn(),
                                period.closedOn(),
                                period.submissions()));
            case PublicCommentClosed closed -> close(draft, closed, day);
            case DraftReportPublished _ -> {
                draft.reports = new Reports(
                        day,
                        was.adoptedOn(),
                        was.submittedOn(),
                        was.boardDueOn(),
                        was.boardFirstActedOn(),
                        was.recommendationCount(),
                        was.partCount());
                draft.enter(ReviewStage.DRAFT_PUBLISHED, day);
            }
            case FinalReportAdopted _ ->
                draft.reports = new Reports(
                        was.draftOn(),
                        day,
                        was.submittedOn(),
                        was.boardDueOn(),
                        was.boardFirstActedOn(),
                        was.recommendationCount(),
                        was.partCount());
            case FinalReportSubmitted submitted -> {
                draft.reports = new Reports(
                        was.draftOn(),
                        was.adoptedOn(),
                        day,
                        was.boardDueOn(),
                        was.boardFirstActedOn(),
                        submitted.recommendationCount(),
                        submitted.partCount());
                draft.enter(ReviewStage.FINAL_SUBMITTED, day);
            }
            case BoardActionDueSet due ->
                draft.reports = new Reports(
                        was.draftOn(),
                        was.adoptedOn(),
                        was.submittedOn(),
                        due.dueOn(),
                        was.boardFirstActedOn(),
                        was.recommendationCount(),
                        was.partCount());
        }
    }

    private static void close(ReviewDraft draft, PublicCommentClosed closed, Day day) {
        draft.comments = Changes.ofPresent(draft.comments, closed.period(), period -> {
            if (period.subject() == CommentSubject.DRAFT_REPORT) {
                draft.enter(ReviewStage.FINALISING, day);
            }
            return new CommentPeriod(
                    period.subject(),
                    period.openedOn(),
                    period.firstClosesOn(),
                    period.closesOn(),
                    day,
                    closed.submissions());
        });
    }
}
