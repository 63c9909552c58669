package org.waymark.command.review;

import static org.waymark.command.review.ReviewRule.AN_ANSWER_COMES_IN_TIME;
import static org.waymark.command.review.ReviewRule.IT_CHANGES_SOMETHING;
import static org.waymark.command.review.ReviewRule.THE_GROUP_WAS_ASKED;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;
import org.waymark.events.PlannedDate;
import org.waymark.events.review.ScopeEvent.ScopeSharedWithLeadership;
import org.waymark.events.rules.RulePack;

/**
 * One round of asking for endorsement of the present version of a scope. After its last day silence counts as no
 * objection.
 *
 * @param openedOn the day of the last sharing or amendment
 * @param endorseBy the last day to answer, where the last sharing named one
 * @param asked the bodies asked
 * @param answers of those bodies, the last one of each
 */
record Round(LocalDate openedOn, @Nullable PlannedDate endorseBy, Set<Group> asked, Map<Group, Answer> answers) {

    static final Round NONE = new Round(LocalDate.MIN, null, Set.of(), Map.of());

    /** An answer; the words are its conditions or its concern. */
    record Answer(boolean endorses, @Nullable String words) {}

    /** Returns the last day to answer: the one that was named, or else the end of the window of the rules. */
    LocalDate lastDay(RulePack pack) {
        return endorseBy == null ? openedOn.plus(pack.endorsementWindow()) : endorseBy.lastDay();
    }

    /** Tells whether work may go on: each body asked has endorsed, or the time to answer is over. */
    boolean isSettled(LocalDate day, RulePack pack) {
        return day.isAfter(lastDay(pack)) || asked.stream().allMatch(this::hasEndorsed);
    }

    private boolean hasEndorsed(Group group) {
        Answer answer = answers.get(group);
        return answer != null && answer.endorses();
    }

    /** Tells whether sharing again would ask more bodies or set another last day. */
    boolean isWidenedBy(Set<Group> groups, @Nullable PlannedDate newLastDay) {
        return !asked.containsAll(groups) || (newLastDay != null && !newLastDay.equals(endorseBy));
    }

    void requireOpen(Group group, Answer answer, Hearing hearing) {
        LocalDate lastDay = lastDay(hearing.pack());
        hearing.require(THE_GROUP_WAS_ASKED, asked.contains(group), Map.of("group", group, "asked", asked));
        hearing.require(AN_ANSWER_COMES_IN_TIME, !hearing.day().isAfter(lastDay), Map.of("lastDay", lastDay));
        hearing.require(IT_CHANGES_SOMETHING, !answer.equals(answers.get(group)));
    }

    /** The last sharing says until when: where it names no day, everybody has the window of the rules from then on. */
    Round shared(ScopeSharedWithLeadership shared) {
        Set<Group> more = new HashSet<>(asked);
        more.addAll(shared.groups());
        return new Round(day(shared.on()), shared.endorseBy(), Set.copyOf(more), answers);
    }

    Round answered(Group group, Answer answer) {
        return new Round(openedOn, endorseBy, asked, Copy.with(answers, group, answer));
    }

    /** Every body is asked again, with a time to answer of its own. */
    Round reopened(Occurrence on) {
        return new Round(day(on), null, asked, Map.of());
    }

    private static LocalDate day(Occurrence on) {
        return on.precision().lastDay(on.occurredOn());
    }
}
