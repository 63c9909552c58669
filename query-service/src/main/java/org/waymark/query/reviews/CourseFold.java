package org.waymark.query.reviews;

import org.waymark.events.life.ReviewStage;
import org.waymark.events.review.CourseEvent;
import org.waymark.events.review.CourseEvent.ActionItemClosed;
import org.waymark.events.review.CourseEvent.ActionItemOpened;
import org.waymark.events.review.CourseEvent.BoardActedOnReport;
import org.waymark.events.review.CourseEvent.DecisionRecorded;
import org.waymark.events.review.CourseEvent.DecisionSuperseded;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.CourseEvent.ReviewClosed;
import org.waymark.events.review.CourseEvent.ReviewDeferred;
import org.waymark.events.review.CourseEvent.ReviewFactRetracted;
import org.waymark.events.review.CourseEvent.ReviewPaused;
import org.waymark.events.review.CourseEvent.ReviewRestarted;
import org.waymark.events.review.CourseEvent.ReviewScheduled;
import org.waymark.events.review.CourseEvent.ReviewTeamDissolved;
import org.waymark.query.image.Changes;
import org.waymark.query.reviews.ReviewsRow.ActionItem;
import org.waymark.query.reviews.ReviewsRow.BoardTotals;
import org.waymark.query.reviews.ReviewsRow.Day;
import org.waymark.query.reviews.ReviewsRow.Deferral;
import org.waymark.query.reviews.ReviewsRow.Noted;
import org.waymark.query.reviews.ReviewsRow.Pause;

/** Folds the course of a review, its decisions and action items. */
final class CourseFold {

    private CourseFold() {}

    static void fold(ReviewDraft draft, CourseEvent event, Day day, String position) {
        switch (event) {
            case ReviewScheduled scheduled -> {
                draft.kind = scheduled.kind();
                draft.name = scheduled.name();
                draft.printedAs = scheduled.printedAs();
                draft.pack = scheduled.pack();
                draft.dueOn = scheduled.dueOn();
                draft.enter(ReviewStage.SCHEDULED, day);
            }
            case ReviewDeferred deferred ->
                draft.deferrals = draft.deferrals.plus(
                        Changes.freeKey(draft.deferrals, day.on().toString()),
                        new Deferral(day, deferred.until(), deferred.on().reason()));
            case ReviewPaused paused ->
                draft.pauses = draft.pauses.plus(
                        Changes.freeKey(draft.pauses, day.on().toString()),
                        new Pause(day, null, paused.on().reason()));
            case ReviewRestarted _ ->
                draft.pauses = Changes.ofEach(
                        draft.pauses,
                        (_, pause) -> pause.until() == null ? new Pause(pause.from(), day, pause.reason()) : pause);
            case ReviewTeamDissolved _ -> draft.dissolvedOn = day;
            case ReviewClosed _ -> {
                draft.closedOn = day;
                draft.enter(ReviewStage.CLOSED, day);
            }
            case BoardActedOnReport acted -> {
                draft.board = new BoardTotals(
                        day,
                        acted.resolution(),
                        acted.unit(),
                        acted.approvedAfter(),
                        acted.rejectedAfter(),
                        acted.pendingAfter(),
                        acted.passedThroughAfter());
                draft.reports = draft.reports.boardActed(day);
                draft.enter(ReviewStage.BOARD_ACTED, day);
            }
            case OccurrenceNoted noted ->
                draft.noted = draft.noted.plus(position, new Noted(day, noted.kind(), noted.words()));
            case DecisionRecorded _ -> draft.decisions++;
            case DecisionSuperseded _ -> {} // both stay in the register
            case ActionItemOpened opened ->
                draft.actionItems = draft.actionItems.plus(
                        opened.number(),
                        new ActionItem(
                                opened.words(),
                                opened.owner() == null ? null : opened.owner().value(),
                                day,
                                opened.dueOn(),
                                null,
                                null));
            case ActionItemClosed closed ->
                draft.actionItems = Changes.ofPresent(
                        draft.actionItems,
                        closed.number(),
                        item -> new ActionItem(
                                item.words(), item.owner(), item.openedOn(), item.dueOn(), day, closed.outcome()));
            case ReviewFactRetracted _ -> {}
        }
    }
}
