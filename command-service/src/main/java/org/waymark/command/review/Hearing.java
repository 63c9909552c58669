package org.waymark.command.review;

import static org.waymark.command.review.ReviewRule.A_COUNT_IS_NOT_NEGATIVE;
import static org.waymark.command.review.ReviewRule.A_GROUP_SPEAKS_FOR_ITSELF_AND_ITS_PARTS;
import static org.waymark.command.review.ReviewRule.A_MEMBER_SPEAKS_FOR_THEMSELVES;
import static org.waymark.command.review.ReviewRule.A_SHORT_NAME_IS_LOWER_CASE;
import static org.waymark.command.review.ReviewRule.A_TERM_ENDS_AFTER_IT_IS_SET;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.command.desk.Desk;
import org.waymark.command.desk.Judgement;
import org.waymark.events.By;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;
import org.waymark.events.PersonId;
import org.waymark.events.PlannedDate;
import org.waymark.events.Precision;
import org.waymark.events.Role;
import org.waymark.events.life.ReviewStage;
import org.waymark.events.review.ReviewId;
import org.waymark.events.rules.RulePack;

/** One command before the deciders: the review as it then stood, the rules kept and waived so far, the desk. */
record Hearing(ReviewCommand command, Review then, Judgement judgement, Desk desk) {

    private static final Pattern SHORT_NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    void require(ReviewRule rule, boolean kept) {
        judgement.require(rule, kept);
    }

    void require(ReviewRule rule, boolean kept, Map<String, Object> parameters) {
        judgement.require(rule, kept, parameters);
    }

    /** Requires a list to be empty; the refusal tells what is in it. */
    void requireNone(ReviewRule rule, String name, Collection<?> offending) {
        judgement.require(rule, offending.isEmpty(), Map.of(name, List.copyOf(offending)));
    }

    /** Requires a term to end on the day that it is set at the earliest. */
    void requireAhead(@Nullable PlannedDate term) {
        require(
                A_TERM_ENDS_AFTER_IT_IS_SET,
                term == null || !term.lastDay().isBefore(earliestDay()),
                term == null ? Map.of() : Map.of("endsOn", term.lastDay(), "setOn", earliestDay()));
    }

    void requireShortName(String name) {
        require(A_SHORT_NAME_IS_LOWER_CASE, SHORT_NAME.matcher(name).matches(), Map.of("name", name));
    }

    void requireCount(@Nullable Integer count) {
        require(A_COUNT_IS_NOT_NEGATIVE, count == null || count >= 0);
    }

    /** Requires members to speak only for themselves; whoever acts for a body may name anybody. */
    void requireOwnWords(@Nullable PersonId person) {
        require(
                A_MEMBER_SPEAKS_FOR_THEMSELVES,
                desk.actor().actingFor().role() != Role.MEMBER
                        || desk.actor().person().equals(person));
    }

    /** Requires an SO/AC or a part of one to answer for itself or for its own parts. */
    void requireOwnGroup(@Nullable Group group) {
        By by = command.on().by();
        require(
                A_GROUP_SPEAKS_FOR_ITSELF_AND_ITS_PARTS,
                by.group() == null || group == null || group.isWithin(by.group()),
                group == null ? Map.of() : Map.of("group", group));
    }

    ReviewId id() {
        return command.reviewId();
    }

    RulePack pack() {
        return desk.pack();
    }

    /** Returns how far the review was at the end of the day on which the command is judged. */
    ReviewStage stage() {
        return then.life().stage(day(), Optional.of(pack()));
    }

    /** Tells whether the process by which the review is judged has a step; rules on one that it lacks don't apply. */
    boolean has(ReviewStage step) {
        return pack().steps().contains(step.name());
    }

    /** Returns the occurrence for the event, with the rules waived so far: ask for it last. */
    Occurrence on() {
        return judgement.on();
    }

    /** Returns the day on which the command is judged (UTC). */
    LocalDate day() {
        return command.on().effectiveOn(desk.today());
    }

    private LocalDate earliestDay() {
        Occurrence on = command.on();
        return on.precision() == Precision.BY ? LocalDate.MIN : on.occurredOn();
    }
}
