package org.waymark.command.review;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.command.review.Given.*;
import static org.waymark.command.review.ReviewRule.*;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.waymark.command.desk.OtherStreams.RecommendationStanding;
import org.waymark.command.review.ReportCommand.AdoptFinalReport;
import org.waymark.command.review.ReportCommand.ClosePublicComment;
import org.waymark.command.review.ReportCommand.ExtendPublicComment;
import org.waymark.command.review.ReportCommand.OpenPublicComment;
import org.waymark.command.review.ReportCommand.PublishDraftReport;
import org.waymark.command.review.ReportCommand.SubmitFinalReport;
import org.waymark.events.Malformed;
import org.waymark.events.PlannedDate;
import org.waymark.events.Precision;
import org.waymark.events.recommendation.ConsensusLevel;
import org.waymark.events.recommendation.TeamPriority;
import org.waymark.events.review.ReportEvent.CommentSubject;
import org.waymark.events.review.ReportEvent.DraftReportPublished;
import org.waymark.events.review.ReportEvent.FinalReportSubmitted;
import org.waymark.events.review.ReportEvent.Printed;
import org.waymark.events.review.ReportEvent.PublicCommentClosed;
import org.waymark.events.review.ReportEvent.PublicCommentExtended;
import org.waymark.events.review.ReportEvent.PublicCommentOpened;
import org.waymark.events.review.ReviewEvent;

/** Reports, the comment on them and what they list; what the Board does with them is in {@link BoardTest}. */
class ReportsTest {

    static final String DRAFT = "draft-report";

    @Nested
    class Opening_a_comment_period {
        @Test
        void is_done_on_a_draft_that_is_published() {
            assertRecords(drafted(), opening(DRAFT, CommentSubject.DRAFT_REPORT, ON_THE_DAY), COMMENT_OPENED);
            assertRefused(
                    endorsed(), opening(DRAFT, CommentSubject.DRAFT_REPORT, ON_THE_DAY), A_DRAFT_REPORT_IS_PUBLISHED);
        }

        @Test
        void is_done_on_terms_of_reference_at_any_time() {
            assertRecords(
                    scheduled(),
                    opening("terms", CommentSubject.TERMS_OF_REFERENCE, null),
                    new PublicCommentOpened(ATRT4, ORG, "terms", CommentSubject.TERMS_OF_REFERENCE, null));
        }

        @Test
        void is_done_on_what_follows_the_final_report_after_it() {
            assertRecords(
                    submitted(),
                    opening("final", CommentSubject.FINAL_REPORT, NEXT_WEEK),
                    new PublicCommentOpened(ATRT4, ORG, "final", CommentSubject.FINAL_REPORT, NEXT_WEEK));
            assertRefused(
                    adopted(), opening("final", CommentSubject.FINAL_REPORT, null), THE_FINAL_REPORT_IS_SUBMITTED);
            assertRefused(
                    adopted(),
                    opening("plan", CommentSubject.IMPLEMENTATION_PLAN, null),
                    THE_FINAL_REPORT_IS_SUBMITTED);
        }

        @Test
        void is_refused_under_a_name_that_is_taken_or_not_short() {
            assertRefused(commented(), opening(DRAFT, CommentSubject.DRAFT_REPORT, null), A_PERIOD_HAS_ITS_OWN_NAME);
            assertRefused(drafted(), opening("Draft", CommentSubject.DRAFT_REPORT, null), A_SHORT_NAME_IS_LOWER_CASE);
        }

        @Test
        void is_refused_until_a_day_that_is_past() {
            assertRefused(
                    drafted(), opening(DRAFT, CommentSubject.DRAFT_REPORT, YESTERDAY), A_TERM_ENDS_AFTER_IT_IS_SET);
        }

        private ReviewCommand opening(String period, CommentSubject subject, @Nullable PlannedDate closesOn) {
            return new OpenPublicComment(ATRT4, ORG, period, subject, closesOn);
        }
    }

    @Nested
    class Extending_a_comment_period {
        final ReviewCommand extend = new ExtendPublicComment(ATRT4, ORG, DRAFT, NEXT_WEEK);
        final ReviewEvent extended = new PublicCommentExtended(ATRT4, ORG, DRAFT, NEXT_WEEK);

        @Test
        void moves_its_last_day() {
            assertRecords(drafted(COMMENT_OPENED), extend, extended);
            assertRefused(drafted(COMMENT_OPENED, extended), extend, AN_EXTENSION_ENDS_LATER);
        }

        @Test
        void is_refused_of_what_was_never_opened_unless_attested() {
            assertRefused(drafted(), extend, THE_PERIOD_WAS_OPENED);
            assertWaived(
                    drafted(), new ExtendPublicComment(ATRT4, attested(ORG), DRAFT, NEXT_WEEK), THE_PERIOD_WAS_OPENED);
        }

        @Test
        void is_refused_of_what_is_closed() {
            assertRefused(commented(), extend, A_CLOSED_PERIOD_STAYS_CLOSED);
        }

        @Test
        void is_refused_to_a_day_that_is_past() {
            var open = new PublicCommentOpened(ATRT4, ORG, DRAFT, CommentSubject.DRAFT_REPORT, null);
            assertRefused(
                    drafted(open), new ExtendPublicComment(ATRT4, ORG, DRAFT, YESTERDAY), A_TERM_ENDS_AFTER_IT_IS_SET);
        }
    }

    @Nested
    class Closing_a_comment_period {
        final ReviewCommand close = new ClosePublicComment(ATRT4, ORG, DRAFT, 18);

        @Test
        void counts_the_submissions_on_its_last_day() {
            assertRecords(drafted(COMMENT_OPENED), close, COMMENT_CLOSED);
            assertRecords(
                    drafted(COMMENT_OPENED),
                    new ClosePublicComment(ATRT4, ORG, DRAFT, null),
                    new PublicCommentClosed(ATRT4, ORG, DRAFT, null));
        }

        @Test
        void is_refused_before_its_last_day_unless_attested() {
            var extended = new PublicCommentExtended(ATRT4, ORG, DRAFT, PlannedDate.day(TODAY.plusDays(1)));
            assertRefused(drafted(COMMENT_OPENED, extended), close, A_PERIOD_RUNS_TO_ITS_LAST_DAY);
            assertWaived(
                    drafted(COMMENT_OPENED, extended),
                    new ClosePublicComment(ATRT4, attested(ORG), DRAFT, 18),
                    A_PERIOD_RUNS_TO_ITS_LAST_DAY);
        }

        @Test
        void may_be_any_day_of_the_month_that_was_named() {
            var month = new PlannedDate(LocalDate.of(2026, 3, 1), Precision.MONTH);
            assertRecords(
                    drafted(COMMENT_OPENED, new PublicCommentExtended(ATRT4, ORG, DRAFT, month)),
                    close,
                    COMMENT_CLOSED);
        }

        @Test
        void is_refused_with_a_negative_number() {
            assertRefused(
                    drafted(COMMENT_OPENED), new ClosePublicComment(ATRT4, ORG, DRAFT, -1), A_COUNT_IS_NOT_NEGATIVE);
        }

        @Test
        void is_refused_twice_or_of_what_was_never_opened() {
            assertRefused(commented(), close, A_CLOSED_PERIOD_STAYS_CLOSED);
            assertRefused(drafted(), close, THE_PERIOD_WAS_OPENED);
        }
    }

    @Nested
    class Publishing_a_draft_report {
        @Test
        void records_what_it_prints() {
            assertRecords(endorsed(), publishing(FIRST, SECOND), DRAFTED);
            assertRefused(endorsed(DRAFTED), publishing(FIRST, SECOND), IT_CHANGES_SOMETHING);
            assertRecords(
                    endorsed(DRAFTED),
                    publishing(FIRST),
                    new DraftReportPublished(ATRT4, TEAM, List.of(FIRST), DOCUMENT));
        }

        @Test
        void is_refused_once_the_final_report_is_with_the_Board() {
            assertRefused(submitted(), publishing(FIRST), THE_FINAL_REPORT_IS_NOT_SUBMITTED_YET);
        }

        @Test
        void is_refused_before_the_scope_is_agreed_and_endorsed() {
            assertRefused(convened(), publishing(FIRST), THE_SCOPE_IS_AGREED);
            assertRefused(agreed(), publishing(FIRST), THE_SCOPE_IS_SHARED);
            assertRefused(shared(), publishing(FIRST), THE_SCOPE_IS_ENDORSED);
            assertWaived(
                    shared(),
                    new PublishDraftReport(ATRT4, attested(TEAM), List.of(FIRST), null),
                    THE_SCOPE_IS_ENDORSED);
        }
    }

    @Nested
    class A_list_of_recommendations {
        @Test
        void is_not_empty_unless_attested() {
            assertRefused(endorsed(), publishing(), A_REPORT_LISTS_ITS_RECOMMENDATIONS);
            assertWaived(
                    endorsed(),
                    new PublishDraftReport(ATRT4, attested(TEAM), List.of(), null),
                    A_REPORT_LISTS_ITS_RECOMMENDATIONS);
        }

        @Test
        void has_each_number_once_and_in_its_form() {
            assertRefused(endorsed(), publishing(FIRST, FIRST), A_RECOMMENDATION_IS_LISTED_ONCE);
            var misprinted = publishing(new Printed("R 1", ConsensusLevel.CONSENSUS, null, null));
            assertThatThrownBy(() -> endorsed().decide(misprinted, desk(misprinted)))
                    .isInstanceOf(Malformed.class);
        }

        @Test
        void ranks_on_the_scale_of_the_pack() {
            var scale = TeamPriority.values();
            var off = List.of(scale).stream()
                    .filter(level -> !BYLAWS.priorities().contains(level))
                    .findFirst();
            assertRefused(
                    endorsed(),
                    publishing(new Printed("1", ConsensusLevel.CONSENSUS, off.orElseThrow(), null)),
                    A_PRIORITY_IS_ON_THE_SCALE);
        }

        @Test
        void gives_each_a_level_unless_attested() {
            var flat = new Printed("1", null, TeamPriority.HIGH, null);
            assertRefused(endorsed(), publishing(flat), EACH_RECOMMENDATION_HAS_A_LEVEL);
            assertWaived(
                    endorsed(),
                    new PublishDraftReport(ATRT4, attested(TEAM), List.of(flat), null),
                    EACH_RECOMMENDATION_HAS_A_LEVEL);
        }

        @Test
        void leaves_none_out_and_lists_none_that_is_withdrawn() {
            var second = new RecommendationStanding("2", false, "", "", true);
            var withdrawn = new RecommendationStanding("2", true, "", "", false);
            var first = new DraftReportPublished(ATRT4, TEAM, List.of(FIRST), DOCUMENT);
            assertRefused(endorsed(), publishing(FIRST), knowing(second), NO_RECOMMENDATION_IS_LEFT_OUT);
            assertRecords(endorsed(), publishing(FIRST), knowing(withdrawn), first);
            assertRefused(endorsed(), publishing(FIRST, SECOND), knowing(withdrawn), WHAT_IS_WITHDRAWN_IS_NOT_LISTED);
            assertRecords(endorsed(), publishing(FIRST, SECOND), knowing(second), DRAFTED);
        }

        @Test
        void prints_the_level_and_the_priority_the_team_has_set() {
            var agreed = new RecommendationStanding("1", false, "CONSENSUS", "HIGH", true);
            var divided = new RecommendationStanding("1", false, "FULL_CONSENSUS", "HIGH", true);
            var minor = new RecommendationStanding("1", false, "CONSENSUS", "LOW", true);
            assertRecords(endorsed(), publishing(FIRST, SECOND), knowing(agreed), DRAFTED);
            assertRefused(endorsed(), publishing(FIRST), knowing(divided), A_REPORT_PRINTS_WHAT_THE_TEAM_DECIDED);
            assertRefused(endorsed(), publishing(FIRST), knowing(minor), A_REPORT_PRINTS_WHAT_THE_TEAM_DECIDED);
        }
    }

    @Nested
    class Adopting_the_final_report {
        final ReviewCommand adopt = new AdoptFinalReport(ATRT4, TEAM);

        @Test
        void follows_the_comment_on_the_draft() {
            assertRecords(commented(), adopt, ADOPTED);
            assertRefused(endorsed(), adopt, A_DRAFT_REPORT_IS_PUBLISHED);
            assertRefused(drafted(), adopt, COMMENT_ON_THE_DRAFT_IS_OVER);
            assertRefused(drafted(COMMENT_OPENED), adopt, COMMENT_ON_THE_DRAFT_IS_OVER);
            assertWaived(drafted(), new AdoptFinalReport(ATRT4, attested(TEAM)), COMMENT_ON_THE_DRAFT_IS_OVER);
        }

        @Test
        void waits_for_every_period_on_a_draft() {
            var again = new PublicCommentOpened(ATRT4, ORG, "draft-report-2", CommentSubject.DRAFT_REPORT, null);
            assertRefused(commented(again), adopt, COMMENT_ON_THE_DRAFT_IS_OVER);
        }

        @Test
        void is_done_once_and_before_the_report_is_with_the_Board() {
            assertRefused(adopted(), adopt, A_FINAL_REPORT_IS_ADOPTED_ONCE);
            assertRefused(commented(SUBMITTED), adopt, THE_FINAL_REPORT_IS_NOT_SUBMITTED_YET);
        }
    }

    @Nested
    class Submitting_the_final_report {
        @Test
        void sends_it_to_the_Board() {
            assertRecords(adopted(), submitting(2, 3, FIRST, SECOND), SUBMITTED);
            assertRefused(submitted(), submitting(2, 3, FIRST, SECOND), A_FINAL_REPORT_IS_SUBMITTED_ONCE);
        }

        @Test
        void follows_the_draft_its_adoption_and_the_shepherds() {
            assertRefused(endorsed(), submitting(1, null, FIRST), A_DRAFT_REPORT_IS_PUBLISHED);
            assertRefused(commented(), submitting(1, null, FIRST), THE_TEAM_HAS_ADOPTED_ITS_REPORT);
            assertRefused(commented(ADOPTED), submitting(1, null, FIRST), SHEPHERDS_ARE_NAMED);
            assertWaived(
                    commented(ADOPTED),
                    new SubmitFinalReport(ATRT4, attested(TEAM), List.of(FIRST), 1, null, null),
                    SHEPHERDS_ARE_NAMED);
            assertRecords(commented(ADOPTED), submitting(2, 3, FIRST, SECOND), by(ORGANIZATIONAL), SUBMITTED);
        }

        @Test
        void gives_each_recommendation_a_priority_or_a_reason_unless_attested() {
            var silent = new Printed("1", ConsensusLevel.CONSENSUS, null, null);
            assertRefused(adopted(), submitting(1, null, silent), EACH_RECOMMENDATION_HAS_A_PRIORITY_OR_A_REASON);
            assertWaived(
                    adopted(),
                    new SubmitFinalReport(ATRT4, attested(TEAM), List.of(silent), 1, null, null),
                    EACH_RECOMMENDATION_HAS_A_PRIORITY_OR_A_REASON);
        }

        @Test
        void counts_as_many_recommendations_or_parts_as_it_lists() {
            assertRefused(adopted(), submitting(3, null, FIRST, SECOND), THE_COUNT_FITS_THE_LIST);
            assertRefused(adopted(), submitting(1, 3, FIRST, SECOND), THE_COUNT_FITS_THE_LIST);
            assertRecords(
                    adopted(),
                    submitting(1, 2, FIRST, SECOND),
                    new FinalReportSubmitted(ATRT4, TEAM, List.of(FIRST, SECOND), 1, 2, DOCUMENT));
        }

        @Test
        void counts_no_fewer_parts_than_recommendations() {
            assertRecords(
                    adopted(),
                    submitting(2, 2, FIRST, SECOND),
                    new FinalReportSubmitted(ATRT4, TEAM, List.of(FIRST, SECOND), 2, 2, DOCUMENT));
            assertRefused(adopted(), submitting(2, 1, FIRST, SECOND), THERE_ARE_NO_FEWER_PARTS_THAN_RECOMMENDATIONS);
            assertRefused(adopted(), submitting(-1, null, FIRST), A_COUNT_IS_NOT_NEGATIVE);
            assertRefused(adopted(), submitting(null, -1, FIRST), A_COUNT_IS_NOT_NEGATIVE);
        }

        private ReviewCommand submitting(@Nullable Integer count, @Nullable Integer parts, Printed... printed) {
            return new SubmitFinalReport(ATRT4, TEAM, List.of(printed), count, parts, DOCUMENT);
        }
    }

    private static ReviewCommand publishing(Printed... printed) {
        return new PublishDraftReport(ATRT4, TEAM, List.of(printed), DOCUMENT);
    }
}
