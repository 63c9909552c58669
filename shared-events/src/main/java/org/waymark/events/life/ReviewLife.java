package org.waymark.events.life;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.events.PlannedDate;
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
import org.waymark.events.review.PlanEvent;
import org.waymark.events.review.PlanEvent.WorkPlanAdopted;
import org.waymark.events.review.ReportEvent;
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.review.ScopeEvent;
import org.waymark.events.review.ScopeEvent.ScopeAgreed;
import org.waymark.events.review.ScopeEvent.ScopeAmended;
import org.waymark.events.review.ScopeEvent.ScopeConcernRaised;
import org.waymark.events.review.ScopeEvent.ScopeDrafted;
import org.waymark.events.review.ScopeEvent.ScopeEndorsed;
import org.waymark.events.review.ScopeEvent.ScopeSharedWithLeadership;
import org.waymark.events.review.ScopeEvent.TermsOfReferenceAdopted;
import org.waymark.events.review.TeamEvent;
import org.waymark.events.review.TeamEvent.CallForVolunteersExtended;
import org.waymark.events.review.TeamEvent.CallForVolunteersOpened;
import org.waymark.events.review.TeamEvent.CandidateNominated;
import org.waymark.events.review.TeamEvent.LeadershipSelected;
import org.waymark.events.review.TeamEvent.ReviewTeamConvened;
import org.waymark.events.review.TeamEvent.ReviewTeamSelected;
import org.waymark.events.rules.RulePack;

/**
 * Where a review is in its life cycle, and what holds it up. SSR2, paused in October 2017 and restarted on 7 June 2018, is
 * under way again from that day on, and as far as it was. Trusts history: never fails, never decides. Source: GLOSSARY
 * "life cycle of a review".
 *
 * @param course scheduled, acted on by the Board as a whole, closed
 * @param team from the call for volunteers to the first meeting
 * @param scope drafted or agreed
 * @param round who is asked to endorse the scope, absent before it is shared
 * @param report from the draft to the comment on the final report
 * @param paused whether a pause has no end on record
 * @param deferral the last deferral that was not ended by a restart
 * @param deferrals how often it was deferred
 * @param dissolved whether the team is dissolved
 */
public record ReviewLife(
        ReviewStage course,
        ReviewStage team,
        ReviewStage scope,
        @Nullable EndorsementRound round,
        ReportLife report,
        boolean paused,
        @Nullable Deferral deferral,
        int deferrals,
        boolean dissolved) {

    public static final ReviewLife NOT_BEGUN = new ReviewLife(
            ReviewStage.UNSCHEDULED,
            ReviewStage.UNSCHEDULED,
            ReviewStage.UNSCHEDULED,
            null,
            ReportLife.NONE,
            false,
            null,
            0,
            false);

    /**
     * A deferral.
     *
     * @param until when the review is to begin, absent where no date was named
     */
    public record Deferral(@Nullable PlannedDate until) {}

    /** Returns the furthest stage at the end of a day (UTC), by the rules of a pack. */
    public ReviewStage stage(LocalDate day, Optional<RulePack> pack) {
        boolean settled = round != null && round.isSettled(day, pack);
        return settled ? entered().orLater(ReviewStage.IN_PROGRESS) : entered();
    }

    /** Returns the furthest stage that events alone say, whatever the day: a window that may have run out is not looked at. */
    public ReviewStage entered() {
        ReviewStage shared = round == null
                ? ReviewStage.UNSCHEDULED
                : round.isEndorsed() ? ReviewStage.IN_PROGRESS : ReviewStage.SCOPE_SHARED;
        return course.orLater(team).orLater(scope).orLater(shared).orLater(report.stage());
    }

    /** Tells whether every body asked has endorsed the present version of the scope. */
    public boolean isEndorsed() {
        return round != null && round.isEndorsed();
    }

    public boolean isClosed() {
        return course == ReviewStage.CLOSED;
    }

    /** Tells whether it rests: a pause of what is closed is over. */
    public boolean isPaused() {
        return paused && !isClosed();
    }

    /**
     * Tells whether it is put off on a day: a deferral ends by itself on the first day of its term, by a restart, and when the
     * review has begun.
     */
    public boolean isDeferred(LocalDate day) {
        return deferral != null
                && !ReviewStage.SCHEDULED.isBefore(entered())
                && (deferral.until() == null || day.isBefore(deferral.until().date()));
    }

    /** Returns the life after an event. */
    public ReviewLife after(ReviewEvent event) {
        return switch (event) {
            case CourseEvent turn -> after(turn);
            case TeamEvent seat -> with(course, team.orLater(entered(seat)), scope, round, report);
            case ScopeEvent talk -> with(course, team, scope.orLater(entered(talk)), round(talk), report);
            case PlanEvent plan ->
                plan instanceof WorkPlanAdopted
                        ? with(course, team, scope.orLater(ReviewStage.SCOPE_AGREED), round, report)
                        : this;
            case ReportEvent next -> with(course, team, scope, round, report.after(next));
        };
    }

    private ReviewLife after(CourseEvent event) {
        return switch (event) {
            case ReviewScheduled _ -> reached(ReviewStage.SCHEDULED);
            case BoardActedOnReport _ -> reached(ReviewStage.BOARD_ACTED);
            case ReviewClosed _ -> reached(ReviewStage.CLOSED);
            case ReviewDeferred deferred -> held(paused, new Deferral(deferred.until()), deferrals + 1, dissolved);
            case ReviewPaused _ -> held(true, deferral, deferrals, dissolved);
            case ReviewRestarted _ -> held(false, null, deferrals, dissolved);
            case ReviewTeamDissolved _ -> held(paused, deferral, deferrals, true);
            case OccurrenceNoted _,
                    DecisionRecorded _,
                    DecisionSuperseded _,
                    ActionItemOpened _,
                    ActionItemClosed _,
                    ReviewFactRetracted _ -> this;
        };
    }

    private static ReviewStage entered(TeamEvent event) {
        return switch (event) {
            case CallForVolunteersOpened _, CallForVolunteersExtended _ -> ReviewStage.CALL_OPEN;
            case CandidateNominated _ -> ReviewStage.NOMINATING;
            case ReviewTeamSelected _ -> ReviewStage.TEAM_SEATED;
            case ReviewTeamConvened _, LeadershipSelected _ -> ReviewStage.CONVENED;
            default -> ReviewStage.UNSCHEDULED; // who joins or leaves, and what members say of themselves
        };
    }

    private static ReviewStage entered(ScopeEvent event) {
        return switch (event) {
            case ScopeDrafted _ -> ReviewStage.SCOPING;
            case ScopeAgreed _, TermsOfReferenceAdopted _, ScopeAmended _ -> ReviewStage.SCOPE_AGREED;
            case ScopeSharedWithLeadership _, ScopeEndorsed _, ScopeConcernRaised _ -> ReviewStage.UNSCHEDULED;
        };
    }

    private @Nullable EndorsementRound round(ScopeEvent event) {
        return switch (event) {
            case ScopeSharedWithLeadership shared -> EndorsementRound.shared(round, shared);
            case ScopeEndorsed endorsed ->
                round == null ? null : round.answered(endorsed.group(), endorsed.scopeVersion(), true);
            case ScopeConcernRaised raised ->
                round == null ? null : round.answered(raised.group(), raised.scopeVersion(), false);
            case ScopeAmended amended -> round == null ? null : round.reopened(amended.on(), amended.scopeVersion());
            case ScopeDrafted _, ScopeAgreed _, TermsOfReferenceAdopted _ -> round;
        };
    }

    private ReviewLife reached(ReviewStage stage) {
        return with(course.orLater(stage), team, scope, round, report);
    }

    private ReviewLife with(
            ReviewStage course,
            ReviewStage team,
            ReviewStage scope,
            @Nullable EndorsementRound round,
            ReportLife report) {
        return new ReviewLife(course, team, scope, round, report, paused, deferral, deferrals, dissolved);
    }

    private ReviewLife held(boolean paused, @Nullable Deferral deferral, int deferrals, boolean dissolved) {
        return new ReviewLife(course, team, scope, round, report, paused, deferral, deferrals, dissolved);
    }
}
