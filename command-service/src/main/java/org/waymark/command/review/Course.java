package org.waymark.command.review;

import static org.waymark.command.review.ReviewRule.A_DEFERRAL_NAMES_A_NEW_DATE;
import static org.waymark.command.review.ReviewRule.A_DEFERRAL_SAYS_WHY;
import static org.waymark.command.review.ReviewRule.A_PAUSE_INTERRUPTS_A_TEAM_AT_WORK;
import static org.waymark.command.review.ReviewRule.A_RESTART_ENDS_A_PAUSE_OR_DEFERRAL;
import static org.waymark.command.review.ReviewRule.A_REVIEW_IS_DEFERRED_BEFORE_ITS_CALL;
import static org.waymark.command.review.ReviewRule.A_REVIEW_IS_SCHEDULED_ONCE;
import static org.waymark.command.review.ReviewRule.A_REVIEW_KEEPS_ITS_RULES;
import static org.waymark.command.review.ReviewRule.A_TEAM_IS_DISSOLVED_ONCE;
import static org.waymark.command.review.ReviewRule.DEFERRALS_ARE_LIMITED;
import static org.waymark.command.review.ReviewRule.IT_CHANGES_SOMETHING;
import static org.waymark.command.review.ReviewRule.IT_IS_NOT_PAUSED_ALREADY;
import static org.waymark.command.review.ReviewRule.NO_RECOMMENDATION_IS_OPEN;
import static org.waymark.command.review.ReviewRule.THE_BOARD_HAS_ACTED;
import static org.waymark.command.review.ReviewRule.THE_FINAL_REPORT_IS_SUBMITTED;
import static org.waymark.command.review.ReviewRule.THE_REVIEW_IS_NOT_CLOSED;
import static org.waymark.command.review.ReviewRule.THE_REVIEW_IS_NOT_DEFERRED;
import static org.waymark.command.review.ReviewRule.THE_REVIEW_IS_NOT_PAUSED;
import static org.waymark.command.review.ReviewRule.THE_REVIEW_IS_ON_RECORD;
import static org.waymark.command.review.ReviewRule.THE_RULES_ARE_FOR_THIS_KIND_OF_REVIEW;
import static org.waymark.command.review.ReviewRule.THE_TEAM_IS_NOT_DISSOLVED;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.command.desk.OtherStreams.RecommendationStanding;
import org.waymark.command.review.CourseCommand.CloseActionItem;
import org.waymark.command.review.CourseCommand.CloseReview;
import org.waymark.command.review.CourseCommand.DeferReview;
import org.waymark.command.review.CourseCommand.DissolveReviewTeam;
import org.waymark.command.review.CourseCommand.NoteOccurrence;
import org.waymark.command.review.CourseCommand.OpenActionItem;
import org.waymark.command.review.CourseCommand.PauseReview;
import org.waymark.command.review.CourseCommand.RecordBoardActionOnReport;
import org.waymark.command.review.CourseCommand.RecordDecision;
import org.waymark.command.review.CourseCommand.RestartReview;
import org.waymark.command.review.CourseCommand.RetractReviewFact;
import org.waymark.command.review.CourseCommand.ScheduleReview;
import org.waymark.command.review.CourseCommand.SupersedeDecision;
import org.waymark.command.review.TeamCommand.DesignateImplementationShepherds;
import org.waymark.events.life.ReviewLife;
import org.waymark.events.life.ReviewLife.Deferral;
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
import org.waymark.events.rules.RulePack;

/**
 * The course of a review: scheduled once, deferred before it begins, paused while the team works, closed at the end.
 *
 * @param board the Board's last action on the report as a whole, absent before
 */
record Course(boolean scheduled, @Nullable BoardTotals board, Registers registers) {

    static final Course NOT_BEGUN = new Course(false, null, Registers.EMPTY);

    /**
     * Requires that the review is there and nothing holds up what the command is about. A deferral ends by itself on the
     * first day of its term. Members may change and decisions be noted while a review is paused.
     */
    void requireUnderWay(Hearing hearing) {
        if (hearing.command() instanceof ScheduleReview || hearing.command() instanceof RetractReviewFact) {
            return;
        }
        hearing.require(THE_REVIEW_IS_ON_RECORD, scheduled);
        ReviewLife life = hearing.then().life();
        hearing.require(THE_REVIEW_IS_NOT_CLOSED, !life.isClosed() || hearing.command() instanceof NoteOccurrence);
        switch (hearing.command()) {
            case CourseCommand _ -> {}
            case TeamCommand seat -> {
                requireNotDeferred(hearing);
                hearing.require(
                        THE_TEAM_IS_NOT_DISSOLVED,
                        !life.dissolved() || seat instanceof DesignateImplementationShepherds);
            }
            case ScopeCommand _ -> {
                requireNotHeldUp(hearing);
                hearing.require(THE_TEAM_IS_NOT_DISSOLVED, !life.dissolved());
            }
            case PlanCommand _ -> requireNotHeldUp(hearing);
            case ReportCommand _ -> requireNotHeldUp(hearing);
        }
    }

    private static void requireNotHeldUp(Hearing hearing) {
        requireNotDeferred(hearing);
        hearing.require(THE_REVIEW_IS_NOT_PAUSED, !hearing.then().life().isPaused());
    }

    private static void requireNotDeferred(Hearing hearing) {
        Deferral deferral = hearing.then().life().deferral();
        hearing.require(
                THE_REVIEW_IS_NOT_DEFERRED,
                !hearing.then().life().isDeferred(hearing.day()),
                deferral == null || deferral.until() == null ? Map.of() : Map.of("until", deferral.until()));
    }

    CourseEvent decide(CourseCommand command, Hearing hearing) {
        return switch (command) {
            case ScheduleReview schedule -> schedule(schedule, hearing);
            case DeferReview deferral -> defer(deferral, hearing);
            case PauseReview _ -> pause(hearing);
            case RestartReview _ -> restart(hearing);
            case DissolveReviewTeam _ -> dissolve(hearing);
            case CloseReview _ -> close(hearing);
            case RecordBoardActionOnReport action -> BoardTotals.decide(action, board, hearing);
            case NoteOccurrence note -> {
                hearing.requireShortName(note.kind());
                yield new OccurrenceNoted(hearing.id(), hearing.on(), note.kind(), note.words());
            }
            case RecordDecision decision -> registers.enter(decision, hearing);
            case SupersedeDecision supersession -> registers.supersede(supersession, hearing);
            case OpenActionItem item -> registers.open(item, hearing);
            case CloseActionItem item -> registers.close(item, hearing);
            case RetractReviewFact retract ->
                new ReviewFactRetracted(hearing.id(), hearing.on(), retract.means(), retract.also());
        };
    }

    private CourseEvent schedule(ScheduleReview schedule, Hearing hearing) {
        RulePack pack = hearing.pack();
        hearing.require(A_REVIEW_IS_SCHEDULED_ONCE, !scheduled);
        hearing.require(
                A_REVIEW_KEEPS_ITS_RULES,
                schedule.pack() == null || schedule.pack().equals(pack.id()),
                Map.of("pack", pack.id()));
        hearing.require(
                THE_RULES_ARE_FOR_THIS_KIND_OF_REVIEW,
                pack.kinds().contains(schedule.kind()),
                Map.of("pack", pack.id(), "kinds", pack.kinds()));
        return new ReviewScheduled(
                hearing.id(),
                hearing.on(),
                schedule.kind(),
                schedule.name(),
                schedule.printedAs(),
                pack.id(),
                schedule.dueOn());
    }

    private CourseEvent defer(DeferReview deferral, Hearing hearing) {
        ReviewLife life = hearing.then().life();
        ReviewStage stage = hearing.stage();
        hearing.require(
                A_REVIEW_IS_DEFERRED_BEFORE_ITS_CALL, stage.isBefore(ReviewStage.CALL_OPEN), Map.of("stage", stage));
        hearing.require(
                DEFERRALS_ARE_LIMITED,
                life.deferrals() < hearing.pack().deferrals(),
                Map.of("deferred", life.deferrals(), "atMost", hearing.pack().deferrals()));
        hearing.require(IT_CHANGES_SOMETHING, !new Deferral(deferral.until()).equals(life.deferral()));
        hearing.require(A_DEFERRAL_SAYS_WHY, deferral.on().reason() != null);
        hearing.require(A_DEFERRAL_NAMES_A_NEW_DATE, deferral.until() != null);
        hearing.requireAhead(deferral.until());
        return new ReviewDeferred(hearing.id(), hearing.on(), deferral.until());
    }

    private CourseEvent pause(Hearing hearing) {
        ReviewStage stage = hearing.stage();
        hearing.require(IT_IS_NOT_PAUSED_ALREADY, !hearing.then().life().isPaused());
        hearing.require(
                A_PAUSE_INTERRUPTS_A_TEAM_AT_WORK,
                !stage.isBefore(ReviewStage.CONVENED) && stage.isBefore(ReviewStage.FINAL_SUBMITTED),
                Map.of("stage", stage));
        return new ReviewPaused(hearing.id(), hearing.on());
    }

    private CourseEvent restart(Hearing hearing) {
        ReviewLife life = hearing.then().life();
        hearing.require(A_RESTART_ENDS_A_PAUSE_OR_DEFERRAL, life.isPaused() || life.isDeferred(hearing.day()));
        return new ReviewRestarted(hearing.id(), hearing.on());
    }

    private CourseEvent dissolve(Hearing hearing) {
        hearing.require(A_TEAM_IS_DISSOLVED_ONCE, !hearing.then().life().dissolved());
        hearing.require(THE_FINAL_REPORT_IS_SUBMITTED, hearing.then().reports().isSubmitted());
        return new ReviewTeamDissolved(hearing.id(), hearing.on());
    }

    private CourseEvent close(Hearing hearing) {
        Map<String, RecommendationStanding> recommendations =
                hearing.desk().facts().recommendations();
        hearing.require(THE_FINAL_REPORT_IS_SUBMITTED, hearing.then().reports().isSubmitted());
        hearing.require(THE_BOARD_HAS_ACTED, board != null || !recommendations.isEmpty());
        hearing.requireNone(
                NO_RECOMMENDATION_IS_OPEN,
                "open",
                recommendations.values().stream()
                        .filter(RecommendationStanding::open)
                        .map(RecommendationStanding::number)
                        .sorted()
                        .toList());
        return new ReviewClosed(hearing.id(), hearing.on());
    }

    Course evolve(CourseEvent event) {
        return switch (event) {
            case ReviewScheduled _ -> new Course(true, board, registers);
            case BoardActedOnReport acted -> new Course(scheduled, BoardTotals.of(acted), registers);
            case DecisionRecorded decided -> with(registers.recorded(decided));
            case DecisionSuperseded superseded -> with(registers.superseded(superseded));
            case ActionItemOpened opened -> with(registers.opened(opened));
            case ActionItemClosed closed -> with(registers.closed(closed));
            case ReviewDeferred _,
                    ReviewPaused _,
                    ReviewRestarted _,
                    ReviewTeamDissolved _,
                    ReviewClosed _,
                    OccurrenceNoted _,
                    ReviewFactRetracted _ -> this;
        };
    }

    private Course with(Registers more) {
        return new Course(scheduled, board, more);
    }
}
