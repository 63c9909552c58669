package org.waymark.query.reviews;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.PlannedDate;
import org.waymark.events.Precision;
import org.waymark.events.life.RecommendationLife;
import org.waymark.events.life.RecommendationLife.Completion;
import org.waymark.events.life.RecommendationLife.Gone;
import org.waymark.events.life.ReviewLife;
import org.waymark.events.life.ReviewStage;
import org.waymark.events.recommendation.BoardEvent.Disposition;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatus;
import org.waymark.events.recommendation.TeamPriority;
import org.waymark.events.review.CourseEvent.CountingUnit;
import org.waymark.events.review.ReportEvent.CommentSubject;
import org.waymark.events.review.ReviewKind;

/**
 * A review as its events tell it; the key is its id. Holds nothing that depends on today: lateness, clocks and totals are
 * read from it.
 *
 * @param life by which is told how it stands on a day; not sent
 * @param stage the furthest stage entered by an event
 * @param stages when each stage was entered first, by stage
 * @param pauses by their first day
 * @param deferrals by the day of the decision
 * @param recommendations by number
 * @param noted occurrences that change no stage, by position
 * @param waived positions of the facts that did not keep a rule, by the rule's name (the last such fact)
 * @param decisions how many entries the decision register has
 * @param version the stream's version, to be sent as If-Match
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReviewsRow(
        String review,
        String printedAs,
        String name,
        @Nullable ReviewKind kind,
        String pack,
        @JsonIgnore ReviewLife life,
        ReviewStage stage,
        Map<ReviewStage, Day> stages,
        @Nullable PlannedDate dueOn,
        Map<String, Deferral> deferrals,
        Map<String, Pause> pauses,
        @Nullable Day dissolvedOn,
        @Nullable Day closedOn,
        Team team,
        Scope scope,
        Map<String, Milestone> milestones,
        Map<String, CommentPeriod> comments,
        Reports reports,
        @Nullable BoardTotals board,
        Map<String, Brief> recommendations,
        Map<String, ActionItem> actionItems,
        @JsonInclude(JsonInclude.Include.ALWAYS) int decisions,
        Map<String, Noted> noted,
        Map<String, Long> waived,
        Last last,
        @JsonInclude(JsonInclude.Include.ALWAYS) long version) {

    /** A day as exactly as the source gives it. */
    public record Day(LocalDate on, Precision precision) {

        /** Returns the last day on which it can have been. */
        LocalDate lastDay() {
            return precision.lastDay(on);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Deferral(
            Day on, @Nullable PlannedDate until, @Nullable String reason) {}

    /** A pause; open as long as it has no end. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pause(
            Day from, @Nullable Day until, @Nullable String reason) {}

    /**
     * The team.
     *
     * @param seats by code of the nominating body, or by the words of the source for seats outside the structure
     * @param nominees how many candidates each body nominated
     * @param members by person id, or {@code unnamed-<position>} where no source gives a name
     * @param leaders person ids, mapped to themselves
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Team(
            @Nullable Integer size,
            Map<String, Integer> seats,
            Map<Group, Integer> nominees,
            Map<String, Member> members,
            Map<String, String> leaders,
            Map<String, String> shepherds,
            @Nullable Day selectedOn,
            @Nullable Day convenedOn,
            @Nullable Day briefedOn,
            @Nullable PlannedDate callClosesOn) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(
            @Nullable Group group,
            @JsonInclude(JsonInclude.Include.ALWAYS) boolean boardDesignee,
            @Nullable Day since,
            @Nullable Day until,
            @Nullable Day interestFiledOn,
            @Nullable String conflict) {}

    /**
     * Scope and endorsements.
     *
     * @param version of the scope, 0 before it is agreed
     * @param texts by version
     * @param askedOn since when the bodies are asked to answer: the last sharing or amendment
     * @param endorsements by body asked or answering
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Scope(
            @JsonInclude(JsonInclude.Include.ALWAYS) int version,
            Map<String, ScopeText> texts,
            @Nullable Day termsOfReferenceOn,
            @Nullable Day workPlanOn,
            @Nullable Day sharedOn,
            @Nullable Day askedOn,
            @Nullable PlannedDate endorseBy,
            Map<Group, Endorsement> endorsements) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScopeText(Day on, @Nullable String text, ScopeState state) {}

    /** Where a version of the scope stands. */
    public enum ScopeState {
        DRAFTED,
        AGREED,
        AMENDED
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Endorsement(
            EndorsementState state,
            int scopeVersion,
            @Nullable Day on,
            @Nullable String words) {}

    /** What a body says of the scope it was sent. */
    public enum EndorsementState {
        AWAITED,
        ENDORSED,
        ENDORSED_WITH_CONDITIONS,
        CONCERN_RAISED
    }

    /**
     * A milestone: planned, forecast and reached are three things.
     *
     * @param firstPlan never changes
     * @param forecasts given since, by position
     * @param forecast the latest, or the first plan
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Milestone(
            String name,
            @Nullable PlannedDate firstPlan,
            Map<String, PlannedDate> forecasts,
            @Nullable PlannedDate forecast,
            @Nullable Day reachedOn,
            @Nullable Day missedOn) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CommentPeriod(
            CommentSubject subject,
            Day openedOn,
            @Nullable PlannedDate firstClosesOn,
            @Nullable PlannedDate closesOn,
            @Nullable Day closedOn,
            @Nullable Integer submissions) {}

    /**
     * Reports; the clock is computed on read.
     *
     * @param boardDueOn what was set or said
     * @param boardFirstActedOn when the Board acted first on the report or on a recommendation of it: the clock stops then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reports(
            @Nullable Day draftOn,
            @Nullable Day adoptedOn,
            @Nullable Day submittedOn,
            @Nullable PlannedDate boardDueOn,
            @Nullable Day boardFirstActedOn,
            @Nullable Integer recommendationCount,
            @Nullable Integer partCount) {

        Reports boardActed(Day day) {
            return boardFirstActedOn != null
                    ? this
                    : new Reports(draftOn, adoptedOn, submittedOn, boardDueOn, day, recommendationCount, partCount);
        }
    }

    /** Totals of the Board's last action on a report whose recommendations are not listed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BoardTotals(
            Day on,
            @Nullable String resolution,
            CountingUnit unit,
            @Nullable Integer approved,
            @Nullable Integer rejected,
            @Nullable Integer pending,
            @Nullable Integer passedThrough) {}

    /**
     * A recommendation in brief.
     *
     * @param parts disposition by part; {@code whole} where it is not split
     * @param status what ICANN org last reported
     * @param completion whether completion is claimed, verified or disputed
     * @param gone withdrawn, merged or retired
     * @param life by which is told where it stands; not sent
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Brief(
            String printedAs,
            @Nullable String title,
            @Nullable TeamPriority priority,
            Map<String, Disposition> parts,
            @Nullable ImplementationStatus status,
            @Nullable Completion completion,
            @Nullable Gone gone,
            @JsonIgnore RecommendationLife life) {

        static Brief of(
                String printedAs, @Nullable String title, @Nullable TeamPriority priority, RecommendationLife life) {
            return new Brief(
                    printedAs, title, priority, life.parts(), life.status(), life.completion(), life.gone(), life);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ActionItem(
            String words,
            @Nullable String owner,
            Day openedOn,
            @Nullable PlannedDate dueOn,
            @Nullable Day closedOn,
            @Nullable String outcome) {}

    public record Noted(Day on, String kind, String words) {}

    /**
     * The fact that counts last.
     *
     * @param stream the review's own or one of its recommendations'
     */
    public record Last(long position, String type, String stream, Day on) {}
}
