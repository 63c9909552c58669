package org.waymark.command.review;

import static org.waymark.command.review.ReviewRule.A_MEMBER_IS_NAMED;
import static org.waymark.command.review.ReviewRule.A_STATEMENT_IS_FILED_BY_MEMBERS_AND_CANDIDATES;
import static org.waymark.command.review.ReviewRule.A_TEAM_CONVENES_ONCE;
import static org.waymark.command.review.ReviewRule.INTERESTS_ARE_STATED_FIRST;
import static org.waymark.command.review.ReviewRule.IT_CHANGES_SOMETHING;
import static org.waymark.command.review.ReviewRule.THE_MEMBER_SITS_ON_THE_TEAM;
import static org.waymark.command.review.ReviewRule.THE_TEAM_IS_BRIEFED_FIRST;
import static org.waymark.command.review.ReviewRule.THE_TEAM_IS_SEATED;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.command.review.TeamCommand.DeclareConflict;
import org.waymark.command.review.TeamCommand.DesignateImplementationShepherds;
import org.waymark.command.review.TeamCommand.FileInterestStatement;
import org.waymark.command.review.TeamCommand.RecordBriefing;
import org.waymark.command.review.TeamCommand.SelectLeadership;
import org.waymark.events.PersonId;
import org.waymark.events.review.TeamEvent;
import org.waymark.events.review.TeamEvent.ConflictDeclared;
import org.waymark.events.review.TeamEvent.ImplementationShepherdsDesignated;
import org.waymark.events.review.TeamEvent.InterestStatementFiled;
import org.waymark.events.review.TeamEvent.LeadershipSelected;
import org.waymark.events.review.TeamEvent.MssiBriefingHeld;
import org.waymark.events.review.TeamEvent.ReviewTeamConvened;

/**
 * What the team has done to be able to work.
 *
 * @param interests the last statement of each person
 * @param conflicts the issues on which a person declared a conflict of interest
 */
record Readiness(
        Map<PersonId, Statement> interests,
        Map<PersonId, Set<String>> conflicts,
        boolean briefed,
        boolean convened,
        Set<PersonId> leaders,
        Set<PersonId> shepherds) {

    static final Readiness NONE = new Readiness(Map.of(), Map.of(), false, false, Set.of(), Set.of());

    /** An interest statement is dated, since it is renewed. */
    record Statement(LocalDate filedOn, @Nullable String address) {}

    TeamEvent file(FileInterestStatement statement, Hearing hearing) {
        TeamSeats team = hearing.then().team();
        hearing.requireOwnWords(statement.person());
        hearing.require(
                A_STATEMENT_IS_FILED_BY_MEMBERS_AND_CANDIDATES,
                team.roster().members().containsKey(statement.person())
                        || team.candidates().include(statement.person()));
        hearing.require(
                IT_CHANGES_SOMETHING,
                !new Statement(statement.on().occurredOn(), statement.address())
                        .equals(interests.get(statement.person())));
        return new InterestStatementFiled(hearing.id(), hearing.on(), statement.person(), statement.address());
    }

    TeamEvent declare(DeclareConflict conflict, Hearing hearing) {
        hearing.requireOwnWords(conflict.person());
        hearing.require(THE_MEMBER_SITS_ON_THE_TEAM, isMember(conflict.person(), hearing));
        hearing.require(
                IT_CHANGES_SOMETHING,
                !conflicts.getOrDefault(conflict.person(), Set.of()).contains(conflict.issue()));
        return new ConflictDeclared(hearing.id(), hearing.on(), conflict.person(), conflict.issue());
    }

    TeamEvent convene(Hearing hearing) {
        Roster roster = hearing.then().team().roster();
        hearing.require(A_TEAM_CONVENES_ONCE, !convened);
        hearing.require(THE_TEAM_IS_SEATED, roster.selected());
        hearing.require(
                INTERESTS_ARE_STATED_FIRST,
                !hearing.pack().needsInterestStatements() || isStatedBy(roster),
                Map.of("missing", silent(roster)));
        hearing.require(THE_TEAM_IS_BRIEFED_FIRST, !hearing.pack().needsBriefing() || briefed);
        return new ReviewTeamConvened(hearing.id(), hearing.on());
    }

    /** Where no member is known by name, some statement must be on record. */
    private boolean isStatedBy(Roster roster) {
        return !interests.isEmpty() && silent(roster).isEmpty();
    }

    private List<PersonId> silent(Roster roster) {
        return roster.members().keySet().stream()
                .filter(person -> !interests.containsKey(person))
                .sorted(Comparator.comparing(PersonId::value))
                .toList();
    }

    TeamEvent lead(SelectLeadership selection, Hearing hearing) {
        hearing.require(THE_TEAM_IS_SEATED, hearing.then().team().roster().selected());
        requireMembers(selection.leaders(), hearing);
        hearing.require(IT_CHANGES_SOMETHING, !Set.copyOf(selection.leaders()).equals(leaders));
        return new LeadershipSelected(hearing.id(), hearing.on(), selection.leaders());
    }

    TeamEvent brief(RecordBriefing briefing, Hearing hearing) {
        hearing.require(THE_TEAM_IS_SEATED, hearing.then().team().roster().selected());
        hearing.requireCount(briefing.attendees());
        return new MssiBriefingHeld(hearing.id(), hearing.on(), briefing.attendees());
    }

    TeamEvent designate(DesignateImplementationShepherds designation, Hearing hearing) {
        requireMembers(designation.shepherds(), hearing);
        hearing.require(
                IT_CHANGES_SOMETHING, !Set.copyOf(designation.shepherds()).equals(shepherds));
        return new ImplementationShepherdsDesignated(hearing.id(), hearing.on(), designation.shepherds());
    }

    private static void requireMembers(List<PersonId> persons, Hearing hearing) {
        hearing.require(A_MEMBER_IS_NAMED, !persons.isEmpty());
        hearing.require(THE_MEMBER_SITS_ON_THE_TEAM, persons.stream().allMatch(person -> isMember(person, hearing)));
    }

    private static boolean isMember(PersonId person, Hearing hearing) {
        return hearing.then().team().roster().members().containsKey(person);
    }

    Readiness filed(InterestStatementFiled filed) {
        Statement statement = new Statement(filed.on().occurredOn(), filed.address());
        return new Readiness(
                Copy.with(interests, filed.person(), statement), conflicts, briefed, convened, leaders, shepherds);
    }

    Readiness declared(ConflictDeclared declared) {
        Set<String> issues = new HashSet<>(conflicts.getOrDefault(declared.person(), Set.of()));
        issues.add(declared.issue());
        return new Readiness(
                interests,
                Copy.with(conflicts, declared.person(), Set.copyOf(issues)),
                briefed,
                convened,
                leaders,
                shepherds);
    }

    Readiness nowConvened() {
        return new Readiness(interests, conflicts, briefed, true, leaders, shepherds);
    }

    Readiness nowBriefed() {
        return new Readiness(interests, conflicts, true, convened, leaders, shepherds);
    }

    Readiness ledBy(List<PersonId> persons) {
        return new Readiness(interests, conflicts, briefed, convened, Set.copyOf(persons), shepherds);
    }

    Readiness guidedBy(List<PersonId> persons) {
        return new Readiness(interests, conflicts, briefed, convened, leaders, Set.copyOf(persons));
    }
}
