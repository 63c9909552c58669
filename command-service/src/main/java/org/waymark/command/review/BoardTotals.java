package org.waymark.command.review;

import static org.waymark.command.review.ReviewRule.A_RESOLUTION_IS_NAMED;
import static org.waymark.command.review.ReviewRule.IT_CHANGES_SOMETHING;
import static org.waymark.command.review.ReviewRule.THE_BOARD_ACTS_ON_NO_MORE_THAN_THERE_IS;
import static org.waymark.command.review.ReviewRule.THE_FINAL_REPORT_IS_SUBMITTED;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.command.review.CourseCommand.RecordBoardActionOnReport;
import org.waymark.events.review.CourseEvent;
import org.waymark.events.review.CourseEvent.BoardActedOnReport;
import org.waymark.events.review.CourseEvent.CountingUnit;

/** What the Board did with a report whose recommendations are not listed one by one: totals after its last action. */
record BoardTotals(
        @Nullable String resolution,
        CountingUnit unit,
        @Nullable Integer approved,
        @Nullable Integer rejected,
        @Nullable Integer pending,
        @Nullable Integer passedThrough) {

    static BoardTotals of(BoardActedOnReport acted) {
        return new BoardTotals(
                acted.resolution(),
                acted.unit(),
                acted.approvedAfter(),
                acted.rejectedAfter(),
                acted.pendingAfter(),
                acted.passedThroughAfter());
    }

    static CourseEvent decide(RecordBoardActionOnReport action, @Nullable BoardTotals before, Hearing hearing) {
        BoardTotals after = new BoardTotals(
                action.resolution(),
                action.unit(),
                action.approvedAfter(),
                action.rejectedAfter(),
                action.pendingAfter(),
                action.passedThroughAfter());
        hearing.require(THE_FINAL_REPORT_IS_SUBMITTED, hearing.then().reports().isSubmitted());
        hearing.require(IT_CHANGES_SOMETHING, !after.equals(before));
        after.counts().forEach(hearing::requireCount);
        after.requireNoMoreThan(hearing.then().reports().counted(action.unit()), hearing);
        hearing.require(A_RESOLUTION_IS_NAMED, action.resolution() != null);
        return new BoardActedOnReport(
                hearing.id(),
                hearing.on(),
                after.resolution,
                after.unit,
                after.approved,
                after.rejected,
                after.pending,
                after.passedThrough);
    }

    private void requireNoMoreThan(@Nullable Integer inTheReport, Hearing hearing) {
        long total = counts().mapToLong(Integer::longValue).sum();
        hearing.require(
                THE_BOARD_ACTS_ON_NO_MORE_THAN_THERE_IS,
                inTheReport == null || total <= inTheReport,
                inTheReport == null ? Map.of() : Map.of("total", total, "inTheReport", inTheReport));
    }

    private Stream<Integer> counts() {
        return Stream.of(approved, rejected, pending, passedThrough).filter(Objects::nonNull);
    }
}
