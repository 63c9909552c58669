package org.waymark.command.review;

import static org.waymark.command.review.Given.*;
import static org.waymark.command.review.ReviewRule.*;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.waymark.command.desk.OtherStreams.RecommendationStanding;
import org.waymark.command.review.CourseCommand.CloseReview;
import org.waymark.command.review.CourseCommand.RecordBoardActionOnReport;
import org.waymark.command.review.ReportCommand.SetBoardActionDue;
import org.waymark.events.review.CourseEvent.BoardActedOnReport;
import org.waymark.events.review.CourseEvent.CountingUnit;
import org.waymark.events.review.CourseEvent.ReviewClosed;
import org.waymark.events.review.ReportEvent.BoardActionDueSet;
import org.waymark.events.review.ReviewEvent;

/** What the Board does with a final report, and the end of the review. */
class BoardTest {

    static final String RESOLUTION = "2026.03.14.01";
    static final ReviewEvent ACTED =
            new BoardActedOnReport(ATRT4, BOARD, RESOLUTION, CountingUnit.RECOMMENDATION, 1, 0, 1, null);

    @Nested
    class Setting_the_day_by_which_the_Board_acts {
        final ReviewCommand set = new SetBoardActionDue(ATRT4, ORG, NEXT_MONTH);
        final ReviewEvent due = new BoardActionDueSet(ATRT4, ORG, NEXT_MONTH);

        @Test
        void follows_the_final_report() {
            assertRecords(submitted(), set, due);
            assertRefused(adopted(), set, THE_FINAL_REPORT_IS_SUBMITTED);
            assertWaived(
                    adopted(), new SetBoardActionDue(ATRT4, attested(ORG), NEXT_MONTH), THE_FINAL_REPORT_IS_SUBMITTED);
        }

        @Test
        void is_refused_for_the_same_day() {
            assertRefused(submitted(due), set, IT_CHANGES_SOMETHING);
        }
    }

    @Nested
    class Acting_on_the_report_as_a_whole {
        @Test
        void records_the_totals_after_the_action() {
            assertRecords(submitted(), acting(RESOLUTION, CountingUnit.RECOMMENDATION, 1, 0, 1, null), ACTED);
            assertRecords(
                    submitted(ACTED),
                    acting(RESOLUTION, CountingUnit.PART, 1, null, 1, 1),
                    new BoardActedOnReport(ATRT4, BOARD, RESOLUTION, CountingUnit.PART, 1, null, 1, 1));
        }

        @Test
        void is_refused_when_nothing_changes() {
            assertRefused(
                    submitted(ACTED),
                    acting(RESOLUTION, CountingUnit.RECOMMENDATION, 1, 0, 1, null),
                    IT_CHANGES_SOMETHING);
        }

        @Test
        void is_refused_before_the_final_report_is_with_the_Board() {
            assertRefused(
                    adopted(),
                    acting(RESOLUTION, CountingUnit.RECOMMENDATION, 1, 0, 1, null),
                    THE_FINAL_REPORT_IS_SUBMITTED);
        }

        @Test
        void is_refused_on_more_than_the_report_counts_in_that_unit() {
            assertRefused(
                    submitted(),
                    acting(RESOLUTION, CountingUnit.RECOMMENDATION, 1, 1, 1, null),
                    THE_BOARD_ACTS_ON_NO_MORE_THAN_THERE_IS);
            assertRefused(
                    submitted(),
                    acting(RESOLUTION, CountingUnit.PART, 1, 1, 1, 1),
                    THE_BOARD_ACTS_ON_NO_MORE_THAN_THERE_IS);
        }

        @Test
        void is_refused_with_a_negative_number_in_any_place() {
            assertRefused(
                    submitted(), acting(RESOLUTION, CountingUnit.PART, -1, null, null, null), A_COUNT_IS_NOT_NEGATIVE);
            assertRefused(
                    submitted(), acting(RESOLUTION, CountingUnit.PART, 1, -1, null, null), A_COUNT_IS_NOT_NEGATIVE);
            assertRefused(submitted(), acting(RESOLUTION, CountingUnit.PART, 1, 1, -1, null), A_COUNT_IS_NOT_NEGATIVE);
            assertRefused(submitted(), acting(RESOLUTION, CountingUnit.PART, 1, 1, 1, -1), A_COUNT_IS_NOT_NEGATIVE);
        }

        @Test
        void is_refused_without_its_resolution_unless_attested() {
            assertRefused(submitted(), acting(null, CountingUnit.RECOMMENDATION, 1, 0, 1, null), A_RESOLUTION_IS_NAMED);
            assertWaived(
                    submitted(),
                    new RecordBoardActionOnReport(
                            ATRT4, attested(BOARD), null, CountingUnit.RECOMMENDATION, 1, 0, 1, null),
                    A_RESOLUTION_IS_NAMED);
        }

        @Test
        void is_refused_on_totals_beyond_any_count() {
            assertRefused(
                    submitted(),
                    acting(RESOLUTION, CountingUnit.PART, Integer.MAX_VALUE, Integer.MAX_VALUE, 5, null),
                    THE_BOARD_ACTS_ON_NO_MORE_THAN_THERE_IS);
        }

        private ReviewCommand acting(
                @Nullable String resolution,
                CountingUnit unit,
                @Nullable Integer approved,
                @Nullable Integer rejected,
                @Nullable Integer pending,
                @Nullable Integer passedThrough) {
            return new RecordBoardActionOnReport(
                    ATRT4, BOARD, resolution, unit, approved, rejected, pending, passedThrough);
        }
    }

    @Nested
    class Closing_the_review {
        final RecommendationStanding open = new RecommendationStanding("1", false, "CONSENSUS", "HIGH", true);
        final RecommendationStanding done = new RecommendationStanding("2", false, "CONSENSUS", "HIGH", false);
        final ReviewCommand close = new CloseReview(ATRT4, ORG);
        final ReviewEvent closed = new ReviewClosed(ATRT4, ORG);

        @Test
        void follows_the_final_report_and_the_action_of_the_Board() {
            assertRecords(submitted(ACTED), close, closed);
            assertRefused(submitted(), close, THE_BOARD_HAS_ACTED);
            assertRefused(adopted(ACTED), close, THE_FINAL_REPORT_IS_SUBMITTED);
            assertWaived(submitted(), new CloseReview(ATRT4, attested(ORG)), THE_BOARD_HAS_ACTED);
        }

        @Test
        void is_refused_while_a_recommendation_is_open() {
            assertRefused(submitted(), close, knowing(open, done), NO_RECOMMENDATION_IS_OPEN);
            assertRefused(submitted(ACTED), close, knowing(open), NO_RECOMMENDATION_IS_OPEN);
            assertRecords(submitted(), close, knowing(done), closed);
        }
    }
}
