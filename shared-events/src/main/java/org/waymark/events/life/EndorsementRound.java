package org.waymark.events.life;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;
import org.waymark.events.PlannedDate;
import org.waymark.events.review.ScopeEvent.ScopeSharedWithLeadership;
import org.waymark.events.rules.RulePack;

/**
 * How a version of the scope is endorsed: shared with GNSO and ALAC on 5 September 2018, it is settled when both have
 * endorsed it, or when their time to answer is over. Silence counts as no objection. Source: GLOSSARY "scope endorsement".
 *
 * @param openedOn the day of the last sharing or amendment
 * @param endorseBy the last day to answer, where the last sharing named one
 * @param version of the scope that they are asked about, counted from 1
 * @param asked the bodies asked
 * @param endorsed those of them that endorse this version
 */
public record EndorsementRound(
        LocalDate openedOn, @Nullable PlannedDate endorseBy, int version, Set<Group> asked, Set<Group> endorsed) {

    public EndorsementRound {
        asked = Set.copyOf(asked);
        endorsed = Set.copyOf(endorsed);
    }

    /** Returns the last day to answer: the one that was named, or else the end of the window of the rules. */
    public Optional<LocalDate> lastDay(Optional<RulePack> pack) {
        return endorseBy == null
                ? pack.map(rules -> openedOn.plus(rules.endorsementWindow()))
                : Optional.of(endorseBy.lastDay());
    }

    /** Tells whether work may go on at the end of a day (UTC). */
    public boolean isSettled(LocalDate day, Optional<RulePack> pack) {
        return isEndorsed() || lastDay(pack).filter(day::isAfter).isPresent();
    }

    /** Tells whether sharing again would ask more bodies or set another last day. */
    public boolean isWidenedBy(Set<Group> groups, @Nullable PlannedDate newLastDay) {
        return !asked.containsAll(groups) || (newLastDay != null && !newLastDay.equals(endorseBy));
    }

    /** Tells whether each body asked has endorsed; where no body is known to be asked, none has. */
    boolean isEndorsed() {
        return !asked.isEmpty() && endorsed.containsAll(asked);
    }

    /** The last sharing says until when: where it names no day, everybody has the window of the rules from then on. */
    static EndorsementRound shared(@Nullable EndorsementRound before, ScopeSharedWithLeadership shared) {
        Set<Group> asked = new HashSet<>(shared.groups());
        Set<Group> endorsed = Set.of();
        int version = shared.scopeVersion();
        if (before != null) {
            asked.addAll(before.asked);
            version = Math.max(version, before.version);
            endorsed = version == before.version ? before.endorsed : endorsed;
        }
        return new EndorsementRound(day(shared.on()), shared.endorseBy(), version, asked, endorsed);
    }

    /** The last answer of a body counts; one about another version says nothing of this one. */
    EndorsementRound answered(Group group, int about, boolean endorses) {
        if (about != version) {
            return this;
        }
        Set<Group> now = new HashSet<>(endorsed);
        if (endorses) {
            now.add(group);
        } else {
            now.remove(group);
        }
        return new EndorsementRound(openedOn, endorseBy, version, asked, now);
    }

    /** Every body is asked again, with a time to answer of its own. */
    EndorsementRound reopened(Occurrence on, int next) {
        return new EndorsementRound(day(on), null, next, asked, Set.of());
    }

    private static LocalDate day(Occurrence on) {
        return on.precision().lastDay(on.occurredOn());
    }
}
