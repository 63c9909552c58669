package org.waymark.query.reviews;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.events.PlannedDate;
import org.waymark.events.life.ReviewStage;
import org.waymark.events.rules.RulePack;
import org.waymark.query.reviews.Clock.Kind;
import org.waymark.query.reviews.Clock.Owner;
import org.waymark.query.reviews.ReviewsRow.ActionItem;
import org.waymark.query.reviews.ReviewsRow.Day;
import org.waymark.query.reviews.ReviewsRow.Endorsement;
import org.waymark.query.reviews.ReviewsRow.EndorsementState;
import org.waymark.query.reviews.ReviewsRow.Milestone;
import org.waymark.query.reviews.ReviewsRow.Pause;

/**
 * Computes the obligations of a review on a day from its row and its rule pack. Pauses that are known move the due date of
 * what the pack sets; a team's own plan is not moved. Where a later step is on record but not the one awaited, nothing is
 * awaited any more: the page names what is not on record instead.
 */
final class Clocks {

    private final ReviewsRow row;
    private final LocalDate asOf;
    private final Optional<RulePack> pack;
    private final List<Clock> clocks = new ArrayList<>();

    private Clocks(ReviewsRow row, LocalDate asOf, Optional<RulePack> pack) {
        this.row = row;
        this.asOf = asOf;
        this.pack = pack;
    }

    static List<Clock> of(ReviewsRow row, ReviewStage stage, LocalDate asOf, Optional<RulePack> pack) {
        Clocks all = new Clocks(row, asOf, pack);
        all.termsOfReference(stage);
        all.endorsement();
        all.boardAction(stage);
        row.milestones().forEach(all::milestone);
        row.actionItems().forEach(all::actionItem);
        all.clocks.sort(Comparator.comparing((Clock clock) -> clock.stoppedOn() != null)
                .thenComparing(Clock::dueOn)
                .thenComparing(Clock::clock)
                .thenComparing(clock -> String.valueOf(clock.subject())));
        return List.copyOf(all.clocks);
    }

    private void termsOfReference(ReviewStage stage) {
        Day convened = row.team().convenedOn();
        Day adopted = row.scope().termsOfReferenceOn();
        boolean awaited = stage.compareTo(ReviewStage.SCOPE_AGREED) < 0 && row.dissolvedOn() == null;
        if (convened != null && (adopted != null || awaited)) {
            pack.ifPresent(rules -> term(
                    Kind.TERMS_OF_REFERENCE,
                    convened.lastDay(),
                    rules.termsOfReferenceWithin(),
                    null,
                    adopted,
                    Owner.TEAM,
                    rules.clause("terms-of-reference-within")));
        }
    }

    /** Stops when all have answered, when the window is over, or with the review: silence counts as no objection, so it is never late. */
    private void endorsement() {
        Day asked = row.scope().askedOn();
        Optional<LocalDate> due = endorseBy(row, pack);
        if (asked == null || due.isEmpty()) {
            return;
        }
        boolean awaited = row.scope().endorsements().values().stream()
                .anyMatch(answer -> answer.state() == EndorsementState.AWAITED);
        LocalDate lastAnswer = row.scope().endorsements().values().stream()
                .map(Endorsement::on)
                .filter(java.util.Objects::nonNull)
                .map(Day::lastDay)
                .max(Comparator.naturalOrder())
                .orElse(due.get());
        LocalDate over = asOf.isAfter(due.get()) ? due.get() : null;
        LocalDate closed = row.closedOn() == null
                ? over
                : earlier(due.get(), row.closedOn().lastDay());
        LocalDate stopped = !awaited ? lastAnswer : closed;
        clocks.add(new Clock(
                Kind.ENDORSEMENT,
                null,
                asked.lastDay(),
                due.get(),
                stopped,
                0,
                false,
                null,
                Owner.SOAC,
                pack.map(rules -> rules.clause("endorsement-window")).orElse(null)));
    }

    /** Returns the last day for SO/ACs to answer on the scope that was shared, if one was. */
    static Optional<LocalDate> endorseBy(ReviewsRow row, Optional<RulePack> pack) {
        if (row.scope().endorseBy() != null) {
            return Optional.of(row.scope().endorseBy().lastDay());
        }
        Day asked = row.scope().askedOn();
        return asked == null
                ? Optional.empty()
                : pack.map(rules -> asked.lastDay().plus(rules.endorsementWindow()));
    }

    private void boardAction(ReviewStage stage) {
        Day submitted = row.reports().submittedOn();
        Day acted = row.reports().boardFirstActedOn();
        boolean awaited = stage.compareTo(ReviewStage.BOARD_ACTED) < 0 && row.closedOn() == null;
        if (submitted != null && (acted != null || awaited)) {
            pack.ifPresent(rules -> term(
                    Kind.BOARD_ACTION,
                    submitted.lastDay(),
                    rules.boardActsWithin(),
                    row.reports().boardDueOn(),
                    acted,
                    Owner.BOARD,
                    rules.clause("board-acts-within")));
        }
    }

    private void term(
            Kind kind,
            LocalDate start,
            Period within,
            @Nullable PlannedDate set,
            @Nullable Day met,
            Owner owner,
            String clause) {
        LocalDate stopped = met == null ? null : met.lastDay();
        int paused = pausedDays(start, stopped == null ? asOf : stopped);
        LocalDate due = set != null ? set.lastDay() : start.plus(within).plusDays(paused);
        clocks.add(clock(kind, null, start, due, stopped, set != null ? 0 : paused, owner, clause));
    }

    /** A day that lies in two pauses counts once. */
    private int pausedDays(LocalDate from, LocalDate to) {
        long days = 0;
        LocalDate counted = from;
        for (Pause pause : row.pauses().values().stream()
                .sorted(Comparator.comparing(pause -> pause.from().lastDay()))
                .toList()) {
            LocalDate begin = later(pause.from().lastDay(), counted);
            LocalDate end = pause.until() == null ? to : earlier(pause.until().lastDay(), to);
            days += Math.max(0, begin.until(end, ChronoUnit.DAYS));
            counted = later(counted, end);
        }
        return Math.toIntExact(days);
    }

    private void milestone(String name, Milestone milestone) {
        if (milestone.forecast() != null) {
            Day met = milestone.reachedOn() != null ? milestone.reachedOn() : milestone.missedOn();
            clocks.add(clock(
                    Kind.MILESTONE,
                    name,
                    null,
                    milestone.forecast().lastDay(),
                    met == null ? null : met.lastDay(),
                    0,
                    Owner.TEAM,
                    null));
        }
    }

    private void actionItem(String number, ActionItem item) {
        if (item.dueOn() != null) {
            clocks.add(clock(
                    Kind.ACTION_ITEM,
                    number,
                    item.openedOn().lastDay(),
                    item.dueOn().lastDay(),
                    item.closedOn() == null ? null : item.closedOn().lastDay(),
                    0,
                    Owner.TEAM,
                    null));
        }
    }

    private Clock clock(
            Kind kind,
            @Nullable String subject,
            @Nullable LocalDate start,
            LocalDate due,
            @Nullable LocalDate stopped,
            int paused,
            Owner owner,
            @Nullable String clause) {
        boolean owed = stopped != null || row.closedOn() == null; // what has ended owes nothing more
        int daysLate = owed ? Math.toIntExact(due.until(stopped == null ? asOf : stopped, ChronoUnit.DAYS)) : 0;
        return new Clock(
                kind,
                subject,
                start,
                due,
                stopped,
                paused,
                stopped == null && daysLate > 0,
                daysLate > 0 ? daysLate : null,
                owner,
                clause);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
