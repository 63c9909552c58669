package org.waymark.command.review;

import static org.waymark.command.review.ReviewRule.A_MEMBER_HAS_ONE_SEAT;
import static org.waymark.command.review.ReviewRule.A_SELECTION_NAMES_ITS_MEMBERS;
import static org.waymark.command.review.ReviewRule.MEMBERS_COME_FROM_THE_NOMINEES;
import static org.waymark.command.review.ReviewRule.SEATS_ADD_UP;
import static org.waymark.command.review.ReviewRule.SEATS_ARE_LIMITED;
import static org.waymark.command.review.ReviewRule.THE_FIRST_NOMINEES_ARE_SEATED;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.command.review.TeamCommand.SelectReviewTeam;
import org.waymark.events.PersonId;
import org.waymark.events.life.ReviewStage;
import org.waymark.events.review.TeamEvent.Member;
import org.waymark.events.review.TeamEvent.Seats;

/** The rules on who is selected. Source: GLOSSARY "review team", after Bylaws 4.6(a)(i). */
final class Selection {

    private Selection() {}

    static void require(SelectReviewTeam selection, Hearing hearing) {
        requireSums(selection, hearing);
        hearing.require(A_SELECTION_NAMES_ITS_MEMBERS, !selection.members().isEmpty());
        requireEntitled(selection, hearing);
        long inAll = inAll(selection);
        hearing.require(
                SEATS_ARE_LIMITED,
                inAll <= hearing.pack().seats(),
                Map.of("taken", inAll, "atMost", hearing.pack().seats()));
    }

    private static void requireSums(SelectReviewTeam selection, Hearing hearing) {
        hearing.requireCount(selection.size());
        selection.seats().forEach(seats -> hearing.requireCount(seats.members()));
        hearing.require(
                A_MEMBER_HAS_ONE_SEAT,
                persons(selection).size() == selection.members().size());
        hearing.require(
                SEATS_ADD_UP,
                selection.size() == null
                        || (inSeats(selection) <= selection.size()
                                && selection.members().size() <= selection.size()));
    }

    private static void requireEntitled(SelectReviewTeam selection, Hearing hearing) {
        Candidates candidates = hearing.then().team().candidates();
        hearing.requireNone(
                MEMBERS_COME_FROM_THE_NOMINEES,
                "notNominated",
                persons(selection).stream()
                        .filter(person -> hearing.has(ReviewStage.NOMINATING) && !candidates.include(person))
                        .sorted(Comparator.comparing(PersonId::value))
                        .toList());
        hearing.requireNone(
                THE_FIRST_NOMINEES_ARE_SEATED,
                "groups",
                candidates.slighted(persons(selection), hearing.pack().seatedNominees()));
    }

    private static Set<PersonId> persons(SelectReviewTeam selection) {
        return selection.members().stream().map(Member::person).collect(Collectors.toSet());
    }

    private static long inSeats(SelectReviewTeam selection) {
        return selection.seats().stream().mapToLong(Seats::members).sum();
    }

    private static long inAll(SelectReviewTeam selection) {
        return selection.size() == null
                ? Math.max(inSeats(selection), selection.members().size())
                : selection.size();
    }
}
