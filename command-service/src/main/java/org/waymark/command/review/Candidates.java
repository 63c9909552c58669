package org.waymark.command.review;

import static org.waymark.command.review.ReviewRule.AN_EXTENSION_ENDS_LATER;
import static org.waymark.command.review.ReviewRule.AN_OPEN_CALL_IS_EXTENDED;
import static org.waymark.command.review.ReviewRule.A_CALL_IS_OPEN;
import static org.waymark.command.review.ReviewRule.A_CANDIDATE_IS_NOMINATED_ONCE;
import static org.waymark.command.review.ReviewRule.NOMINATIONS_END_WITH_THE_SELECTION;
import static org.waymark.command.review.ReviewRule.NOMINEES_ARE_LIMITED;
import static org.waymark.command.review.ReviewRule.ONLY_SOACS_AND_THEIR_PARTS_ARE_NAMED;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.command.review.TeamCommand.ExtendCallForVolunteers;
import org.waymark.command.review.TeamCommand.NominateCandidate;
import org.waymark.command.review.TeamCommand.OpenCallForVolunteers;
import org.waymark.events.Group;
import org.waymark.events.PersonId;
import org.waymark.events.PlannedDate;
import org.waymark.events.life.ReviewStage;
import org.waymark.events.review.TeamEvent;
import org.waymark.events.review.TeamEvent.CallForVolunteersExtended;
import org.waymark.events.review.TeamEvent.CallForVolunteersOpened;
import org.waymark.events.review.TeamEvent.CandidateNominated;

/**
 * Who could sit on the team. Sources: GLOSSARY "call for volunteers", "nomination".
 *
 * @param closesOn the last day of the call, absent where none was named
 * @param nominees by the SO/AC that nominated them, itself or through one of its parts
 */
record Candidates(boolean called, @Nullable PlannedDate closesOn, Map<Group, Set<PersonId>> nominees) {

    static final Candidates NONE = new Candidates(false, null, Map.of());

    boolean include(PersonId person) {
        return nominees.values().stream().anyMatch(persons -> persons.contains(person));
    }

    TeamEvent open(OpenCallForVolunteers call, Hearing hearing) {
        boolean over = closesOn != null && closesOn.lastDay().isBefore(hearing.day());
        hearing.require(AN_OPEN_CALL_IS_EXTENDED, !called || over);
        hearing.requireAhead(call.closesOn());
        return new CallForVolunteersOpened(hearing.id(), hearing.on(), call.closesOn());
    }

    TeamEvent extend(ExtendCallForVolunteers call, Hearing hearing) {
        hearing.require(A_CALL_IS_OPEN, called);
        hearing.require(
                AN_EXTENSION_ENDS_LATER,
                closesOn == null || call.closesOn().lastDay().isAfter(closesOn.lastDay()));
        hearing.requireAhead(call.closesOn());
        return new CallForVolunteersExtended(hearing.id(), hearing.on(), call.closesOn());
    }

    TeamEvent nominate(NominateCandidate nomination, Hearing hearing) {
        Group soAc = nomination.group().top();
        Set<PersonId> soFar = nominees.getOrDefault(soAc, Set.of());
        hearing.require(A_CALL_IS_OPEN, called || !hearing.has(ReviewStage.CALL_OPEN));
        hearing.require(
                NOMINATIONS_END_WITH_THE_SELECTION,
                !hearing.then().team().roster().selected());
        hearing.requireOwnGroup(nomination.group());
        hearing.require(ONLY_SOACS_AND_THEIR_PARTS_ARE_NAMED, soAc.isSoAc(), Map.of("group", nomination.group()));
        hearing.require(A_CANDIDATE_IS_NOMINATED_ONCE, !soFar.contains(nomination.person()));
        hearing.require(
                NOMINEES_ARE_LIMITED,
                soFar.size() < hearing.pack().nominees(),
                Map.of(
                        "group",
                        soAc,
                        "nominated",
                        soFar.size(),
                        "atMost",
                        hearing.pack().nominees()));
        return new CandidateNominated(hearing.id(), hearing.on(), nomination.group(), nomination.person());
    }

    /** Returns the SO/ACs of which too few nominees are among the members. */
    List<Group> slighted(Set<PersonId> members, int seatedInAnyCase) {
        return nominees.entrySet().stream()
                .filter(of -> of.getValue().stream().filter(members::contains).count()
                        < Math.min(of.getValue().size(), seatedInAnyCase))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    Candidates called(@Nullable PlannedDate until) {
        return new Candidates(true, until, nominees);
    }

    Candidates nominated(CandidateNominated nominated) {
        Group soAc = nominated.group().top();
        Set<PersonId> persons = new HashSet<>(nominees.getOrDefault(soAc, Set.of()));
        persons.add(nominated.person());
        return new Candidates(called, closesOn, Copy.with(nominees, soAc, Set.copyOf(persons)));
    }
}
