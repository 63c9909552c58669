package org.waymark.query.reviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.events.PlannedDate;
import org.waymark.events.life.RecommendationStep;
import org.waymark.events.life.ReviewLife.Deferral;
import org.waymark.events.life.ReviewStage;
import org.waymark.events.review.CourseEvent.CountingUnit;
import org.waymark.events.rules.RulePack;
import org.waymark.events.rules.RulePacks;
import org.waymark.query.reviews.ReviewsRow.Brief;
import org.waymark.query.reviews.ReviewsRow.Day;
import org.waymark.query.reviews.ReviewsRow.Milestone;
import org.waymark.query.reviews.ReviewsRow.Pause;

/**
 * How a review stands on a day: all that can't be kept in its row because it changes with the day. Lateness is computed
 * here and stored nowhere.
 *
 * @param stage the furthest stage entered by an event, by all recommendations together, or by a window that ran out
 * @param pausedSince given exactly while paused
 * @param deferredUntil given while deferred, if a new date is on record
 * @param slipDays how far the last milestone is behind its first plan, negative if ahead; absent without a plan
 * @param clocks obligations, those that run first
 * @param totals of dispositions, by what they count
 * @param progress by team priority, {@code NONE} for recommendations without one
 * @param steps where each recommendation stands, by number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewStanding(
        ReviewStage stage,
        State state,
        @Nullable Day pausedSince,
        @Nullable PlannedDate deferredUntil,
        Health health,
        @Nullable Integer slipDays,
        List<Clock> clocks,
        Map<CountingUnit, Totals> totals,
        Map<String, Progress> progress,
        Map<String, RecommendationStep> steps) {

    /** Whether a review runs. */
    public enum State {
        NOT_STARTED,
        DEFERRED,
        UNDER_WAY,
        PAUSED,
        CLOSED
    }

    /** Whether it is on time. */
    public enum Health {
        /** Nothing open is past due, and no forecast is behind the first plan. */
        ON_TRACK,
        /** The latest forecast of something open is after its first plan. */
        AT_RISK,
        /** Something open is past due. */
        LATE,
        /** No plan is on record, and nothing open is past due. */
        NO_PLAN,
        /** Closed. */
        DONE
    }

    /** How far a review is on a day, and what is due: all that bodies are waited for by it. */
    public record Obligations(ReviewStage stage, List<Clock> clocks) {

        /** Returns what is due at the end of a day (UTC), by the pack that the review's first event fixed. */
        public static Obligations of(ReviewsRow row, LocalDate asOf, RulePacks packs) {
            Optional<RulePack> pack = packs.byId(Objects.requireNonNullElse(row.pack(), ""));
            ReviewStage stage = ReviewStanding.stage(row, asOf, pack);
            return new Obligations(stage, Clocks.of(row, stage, asOf, pack));
        }

        /** Tells whether two states of a review are surely as far, and owe the same; quicker than to compare what they owe. */
        public static boolean isSame(ReviewsRow was, ReviewsRow is, LocalDate asOf, RulePacks packs) {
            Optional<RulePack> pack = packs.byId(Objects.requireNonNullElse(is.pack(), ""));
            return Objects.equals(was.pack(), is.pack())
                    && was.team().equals(is.team())
                    && was.scope().equals(is.scope())
                    && was.reports().equals(is.reports())
                    && was.pauses().equals(is.pauses())
                    && was.milestones().equals(is.milestones())
                    && was.actionItems().equals(is.actionItems())
                    && Objects.equals(was.dissolvedOn(), is.dissolvedOn())
                    && Objects.equals(was.closedOn(), is.closedOn())
                    && isAsFar(was, is, asOf, pack);
        }
    }

    private static boolean isAsFar(ReviewsRow was, ReviewsRow is, LocalDate asOf, Optional<RulePack> pack) {
        return was.life() == is.life() && was.stage() == is.stage()
                ? byRecommendations(was, was.stage()) == byRecommendations(is, is.stage())
                : stage(was, asOf, pack) == stage(is, asOf, pack);
    }

    /** Returns how a review stands at the end of a day (UTC), by the pack that its first event fixed. */
    public static ReviewStanding of(ReviewsRow row, LocalDate asOf, RulePacks packs) {
        Obligations obligations = Obligations.of(row, asOf, packs);
        ReviewStage stage = obligations.stage();
        List<Clock> clocks = obligations.clocks();
        State state = state(row, stage, asOf);
        Day pausedSince = row.pauses().values().stream()
                .filter(pause -> pause.until() == null)
                .map(Pause::from)
                .findFirst()
                .orElse(null);
        return new ReviewStanding(
                stage,
                state,
                state == State.PAUSED ? pausedSince : null,
                state == State.DEFERRED ? deferredUntil(row) : null,
                health(row, state, clocks),
                slip(row),
                clocks,
                Totals.of(row),
                Progress.byPriority(row),
                Progress.steps(row));
    }

    /** Returns the furthest stage at the end of a day: entered by an event, by all recommendations, or since a window ran out. */
    private static ReviewStage stage(ReviewsRow row, LocalDate asOf, Optional<RulePack> pack) {
        return byRecommendations(row, row.life().stage(asOf, pack).orLater(row.stage()));
    }

    private static ReviewStage byRecommendations(ReviewsRow row, ReviewStage reached) {
        boolean any = false;
        boolean allActedOn = true;
        boolean workReported = false;
        for (Brief recommendation : row.recommendations().values()) {
            if (recommendation.gone() == null) {
                any = true;
                allActedOn &= !recommendation.parts().isEmpty();
                workReported |= recommendation.life().isWorkedOn();
            }
        }
        ReviewStage stage = any && allActedOn && row.reports().submittedOn() != null
                ? reached.orLater(ReviewStage.BOARD_ACTED)
                : reached;
        return stage == ReviewStage.BOARD_ACTED && workReported ? ReviewStage.IMPLEMENTING : stage;
    }

    private static State state(ReviewsRow row, ReviewStage stage, LocalDate asOf) {
        if (row.life().isClosed()) {
            return State.CLOSED;
        }
        if (row.life().isPaused()) {
            return State.PAUSED;
        }
        if (row.life().isDeferred(asOf)) {
            return State.DEFERRED;
        }
        boolean begun = ReviewStage.SCHEDULED.isBefore(stage)
                || !row.noted().isEmpty()
                || row.milestones().values().stream().anyMatch(milestone -> milestone.reachedOn() != null);
        return begun
                ? State.UNDER_WAY
                : State.NOT_STARTED; // of some old reviews no step is on record, but what came of it
    }

    private static @Nullable PlannedDate deferredUntil(ReviewsRow row) {
        Deferral deferral = row.life().deferral();
        return deferral == null ? null : deferral.until();
    }

    private static Health health(ReviewsRow row, State state, List<Clock> clocks) {
        if (state == State.CLOSED) {
            return Health.DONE;
        }
        if (clocks.stream().anyMatch(Clock::late)) {
            return Health.LATE;
        }
        if (row.milestones().values().stream().allMatch(milestone -> milestone.firstPlan() == null)) {
            return Health.NO_PLAN;
        }
        boolean behind = row.milestones().values().stream()
                .filter(milestone -> milestone.reachedOn() == null)
                .anyMatch(milestone -> slipOf(milestone) > 0);
        return behind ? Health.AT_RISK : Health.ON_TRACK;
    }

    private static @Nullable Integer slip(ReviewsRow row) {
        return row.milestones().values().stream()
                .filter(milestone -> milestone.firstPlan() != null)
                .max(Comparator.comparing(ReviewStanding::current))
                .map(ReviewStanding::slipOf)
                .orElse(null);
    }

    private static int slipOf(Milestone milestone) {
        PlannedDate first = milestone.firstPlan();
        return first == null
                ? 0
                : Math.toIntExact(first.lastDay().until(current(milestone), java.time.temporal.ChronoUnit.DAYS));
    }

    /** Returns when a milestone was reached, or else is to be reached by the latest forecast. */
    private static LocalDate current(Milestone milestone) {
        if (milestone.reachedOn() != null) {
            return milestone.reachedOn().lastDay();
        }
        return milestone.forecast() == null
                ? LocalDate.MAX
                : milestone.forecast().lastDay();
    }
}
