package org.waymark.command.review;

import static org.waymark.command.review.ReviewRule.AN_EXTENSION_ENDS_LATER;
import static org.waymark.command.review.ReviewRule.A_CLOSED_PERIOD_STAYS_CLOSED;
import static org.waymark.command.review.ReviewRule.A_DRAFT_REPORT_IS_PUBLISHED;
import static org.waymark.command.review.ReviewRule.A_FINAL_REPORT_IS_ADOPTED_ONCE;
import static org.waymark.command.review.ReviewRule.A_FINAL_REPORT_IS_SUBMITTED_ONCE;
import static org.waymark.command.review.ReviewRule.A_PERIOD_HAS_ITS_OWN_NAME;
import static org.waymark.command.review.ReviewRule.A_PERIOD_RUNS_TO_ITS_LAST_DAY;
import static org.waymark.command.review.ReviewRule.COMMENT_ON_THE_DRAFT_IS_OVER;
import static org.waymark.command.review.ReviewRule.IT_CHANGES_SOMETHING;
import static org.waymark.command.review.ReviewRule.SHEPHERDS_ARE_NAMED;
import static org.waymark.command.review.ReviewRule.THE_FINAL_REPORT_IS_NOT_SUBMITTED_YET;
import static org.waymark.command.review.ReviewRule.THE_FINAL_REPORT_IS_SUBMITTED;
import static org.waymark.command.review.ReviewRule.THE_PERIOD_WAS_OPENED;
import static org.waymark.command.review.ReviewRule.THE_TEAM_HAS_ADOPTED_ITS_REPORT;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.command.review.ReportCommand.AdoptFinalReport;
import org.waymark.command.review.ReportCommand.ClosePublicComment;
import org.waymark.command.review.ReportCommand.ExtendPublicComment;
import org.waymark.command.review.ReportCommand.OpenPublicComment;
import org.waymark.command.review.ReportCommand.PublishDraftReport;
import org.waymark.command.review.ReportCommand.SetBoardActionDue;
import org.waymark.command.review.ReportCommand.SubmitFinalReport;
import org.waymark.events.PlannedDate;
import org.waymark.events.review.CourseEvent.CountingUnit;
import org.waymark.events.review.ReportEvent;
import org.waymark.events.review.ReportEvent.BoardActionDueSet;
import org.waymark.events.review.ReportEvent.CommentSubject;
import org.waymark.events.review.ReportEvent.DraftReportPublished;
import org.waymark.events.review.ReportEvent.FinalReportAdopted;
import org.waymark.events.review.ReportEvent.FinalReportSubmitted;
import org.waymark.events.review.ReportEvent.Printed;
import org.waymark.events.review.ReportEvent.PublicCommentClosed;
import org.waymark.events.review.ReportEvent.PublicCommentExtended;
import org.waymark.events.review.ReportEvent.PublicCommentOpened;

/**
 * What is published, commented on and submitted. Source: GLOSSARY "draft report", "final report", "public comment".
 *
 * @param comments the comment periods by short name
 * @param draft the last draft report, absent before
 * @param adopted whether the team has adopted its final report
 * @param submitted the final report, absent before it goes to the Board
 * @param boardDueOn when the Board is due to act, where it was said
 */
record Reports(
        Map<String, CommentPeriod> comments,
        @Nullable Draft draft,
        boolean adopted,
        @Nullable Submitted submitted,
        @Nullable PlannedDate boardDueOn) {

    static final Reports NONE = new Reports(Map.of(), null, false, null, null);

    record CommentPeriod(CommentSubject subject, @Nullable PlannedDate closesOn, boolean open) {}

    /** A draft is known by its day, too: teams publish more than one. */
    record Draft(
            LocalDate publishedOn,
            List<Printed> recommendations,
            @Nullable String document) {}

    record Submitted(
            @Nullable Integer recommendations, @Nullable Integer parts) {}

    boolean isSubmitted() {
        return submitted != null;
    }

    /** Returns how many there are in the final report, null where it doesn't say. */
    @Nullable
    Integer counted(CountingUnit unit) {
        if (submitted == null) {
            return null;
        }
        return switch (unit) {
            case RECOMMENDATION -> submitted.recommendations();
            case PART -> submitted.parts();
        };
    }

    ReportEvent decide(ReportCommand command, Hearing hearing) {
        return switch (command) {
            case OpenPublicComment opening -> open(opening, hearing);
            case ExtendPublicComment extension -> extend(extension, hearing);
            case ClosePublicComment closing -> close(closing, hearing);
            case PublishDraftReport report -> publish(report, hearing);
            case AdoptFinalReport _ -> adopt(hearing);
            case SubmitFinalReport report -> submit(report, hearing);
            case SetBoardActionDue due -> {
                hearing.require(THE_FINAL_REPORT_IS_SUBMITTED, isSubmitted());
                hearing.require(IT_CHANGES_SOMETHING, !due.dueOn().equals(boardDueOn));
                yield new BoardActionDueSet(hearing.id(), hearing.on(), due.dueOn());
            }
        };
    }

    private ReportEvent open(OpenPublicComment opening, Hearing hearing) {
        hearing.requireShortName(opening.period());
        hearing.require(A_PERIOD_HAS_ITS_OWN_NAME, !comments.containsKey(opening.period()));
        switch (opening.subject()) {
            case TERMS_OF_REFERENCE -> {}
            case DRAFT_REPORT -> hearing.require(A_DRAFT_REPORT_IS_PUBLISHED, draft != null);
            case FINAL_REPORT, IMPLEMENTATION_PLAN -> hearing.require(THE_FINAL_REPORT_IS_SUBMITTED, isSubmitted());
        }
        hearing.requireAhead(opening.closesOn());
        return new PublicCommentOpened(
                hearing.id(), hearing.on(), opening.period(), opening.subject(), opening.closesOn());
    }

    private ReportEvent extend(ExtendPublicComment extension, Hearing hearing) {
        PlannedDate closesOn = openPeriod(extension.period(), hearing);
        hearing.require(
                AN_EXTENSION_ENDS_LATER,
                closesOn == null || extension.closesOn().lastDay().isAfter(closesOn.lastDay()));
        hearing.requireAhead(extension.closesOn());
        return new PublicCommentExtended(hearing.id(), hearing.on(), extension.period(), extension.closesOn());
    }

    private ReportEvent close(ClosePublicComment closing, Hearing hearing) {
        PlannedDate closesOn = openPeriod(closing.period(), hearing);
        hearing.require(
                A_PERIOD_RUNS_TO_ITS_LAST_DAY,
                closesOn == null || !hearing.day().isBefore(closesOn.date()));
        hearing.requireCount(closing.submissions());
        return new PublicCommentClosed(hearing.id(), hearing.on(), closing.period(), closing.submissions());
    }

    /** Returns the last day of a period; what is closed is not closed again, what was never opened may be attested. */
    private @Nullable PlannedDate openPeriod(String name, Hearing hearing) {
        CommentPeriod period = comments.get(name);
        hearing.requireShortName(name);
        hearing.require(THE_PERIOD_WAS_OPENED, period != null, Map.of("period", name));
        hearing.require(A_CLOSED_PERIOD_STAYS_CLOSED, period == null || period.open(), Map.of("period", name));
        return period == null ? null : period.closesOn();
    }

    private ReportEvent publish(PublishDraftReport report, Hearing hearing) {
        hearing.require(THE_FINAL_REPORT_IS_NOT_SUBMITTED_YET, !isSubmitted());
        hearing.then().scope().requireSettled(hearing);
        hearing.require(
                IT_CHANGES_SOMETHING,
                !new Draft(report.on().occurredOn(), report.recommendations(), report.document()).equals(draft));
        new Listed(report.recommendations()).require(hearing);
        return new DraftReportPublished(hearing.id(), hearing.on(), report.recommendations(), report.document());
    }

    private ReportEvent adopt(Hearing hearing) {
        hearing.require(A_FINAL_REPORT_IS_ADOPTED_ONCE, !adopted);
        hearing.require(THE_FINAL_REPORT_IS_NOT_SUBMITTED_YET, !isSubmitted());
        requireCommentedDraft(hearing);
        return new FinalReportAdopted(hearing.id(), hearing.on());
    }

    private void requireCommentedDraft(Hearing hearing) {
        if (hearing.pack().needsDraftReport()) {
            hearing.require(A_DRAFT_REPORT_IS_PUBLISHED, draft != null);
            hearing.require(
                    COMMENT_ON_THE_DRAFT_IS_OVER, hearing.then().life().report().isDraftCommentedOn());
        }
    }

    private ReportEvent submit(SubmitFinalReport report, Hearing hearing) {
        hearing.require(A_FINAL_REPORT_IS_SUBMITTED_ONCE, !isSubmitted());
        requireCommentedDraft(hearing);
        hearing.require(THE_TEAM_HAS_ADOPTED_ITS_REPORT, adopted);
        hearing.require(
                SHEPHERDS_ARE_NAMED,
                !hearing.pack().needsShepherds()
                        || !hearing.then().team().readiness().shepherds().isEmpty());
        Listed listed = new Listed(report.recommendations());
        listed.require(hearing);
        listed.requirePriorities(hearing);
        listed.requireCounts(report.recommendationCount(), report.partCount(), hearing);
        return new FinalReportSubmitted(
                hearing.id(),
                hearing.on(),
                report.recommendations(),
                report.recommendationCount(),
                report.partCount(),
                report.document());
    }

    Reports evolve(ReportEvent event) {
        return switch (event) {
            case PublicCommentOpened opened ->
                with(opened.period(), new CommentPeriod(opened.subject(), opened.closesOn(), true));
            case PublicCommentExtended extended -> {
                CommentPeriod period = period(extended.period());
                yield with(extended.period(), new CommentPeriod(period.subject(), extended.closesOn(), period.open()));
            }
            case PublicCommentClosed closed -> {
                CommentPeriod period = period(closed.period());
                yield with(closed.period(), new CommentPeriod(period.subject(), period.closesOn(), false));
            }
            case DraftReportPublished report -> {
                Draft next = new Draft(report.on().occurredOn(), report.recommendations(), report.document());
                yield new Reports(comments, next, adopted, submitted, boardDueOn);
            }
            case FinalReportAdopted _ -> new Reports(comments, draft, true, submitted, boardDueOn);
            case FinalReportSubmitted report -> {
                Submitted next = new Submitted(report.recommendationCount(), report.partCount());
                yield new Reports(comments, draft, adopted, next, boardDueOn);
            }
            case BoardActionDueSet due -> new Reports(comments, draft, adopted, submitted, due.dueOn());
        };
    }

    /** A period that is known by its end alone is about the draft, unless the final report is out. */
    private CommentPeriod period(String name) {
        CommentSubject likely = submitted == null ? CommentSubject.DRAFT_REPORT : CommentSubject.FINAL_REPORT;
        return comments.getOrDefault(name, new CommentPeriod(likely, null, true));
    }

    private Reports with(String name, CommentPeriod period) {
        return new Reports(Copy.with(comments, name, period), draft, adopted, submitted, boardDueOn);
    }
}
