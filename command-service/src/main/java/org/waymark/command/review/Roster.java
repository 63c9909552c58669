package org.waymark.command.review;

import static org.waymark.command.review.ReviewRule.A_MEMBER_HAS_ONE_SEAT;
import static org.waymark.command.review.ReviewRule.A_MEMBER_IS_NAMED;
import static org.waymark.command.review.ReviewRule.A_REMOVAL_HAS_ITS_SHARE_OF_THE_VOTE;
import static org.waymark.command.review.ReviewRule.A_TEAM_IS_SELECTED_ONCE;
import static org.waymark.command.review.ReviewRule.NOMINATIONS_COME_BEFORE_THE_SELECTION;
import static org.waymark.command.review.ReviewRule.NO_MORE_VOTES_THAN_MEMBERS;
import static org.waymark.command.review.ReviewRule.ONE_DESIGNEE_SITS_FOR_THE_BOARD;
import static org.waymark.command.review.ReviewRule.SEATS_ARE_LIMITED;
import static org.waymark.command.review.ReviewRule.THE_MEMBER_SITS_ON_THE_TEAM;
import static org.waymark.command.review.ReviewRule.THE_TEAM_IS_SEATED;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.command.review.TeamCommand.AddMember;
import org.waymark.command.review.TeamCommand.AppointBoardDesignee;
import org.waymark.command.review.TeamCommand.RecordResignation;
import org.waymark.command.review.TeamCommand.RemoveMember;
import org.waymark.command.review.TeamCommand.ReplaceMember;
import org.waymark.command.review.TeamCommand.SelectReviewTeam;
import org.waymark.events.Group;
import org.waymark.events.PersonId;
import org.waymark.events.life.ReviewStage;
import org.waymark.events.review.TeamEvent;
import org.waymark.events.review.TeamEvent.BoardDesigneeAppointed;
import org.waymark.events.review.TeamEvent.MemberJoined;
import org.waymark.events.review.TeamEvent.MemberRemoved;
import org.waymark.events.review.TeamEvent.MemberReplaced;
import org.waymark.events.review.TeamEvent.MemberResigned;
import org.waymark.events.review.TeamEvent.ReviewTeamSelected;
import org.waymark.events.review.TeamEvent.Seats;
import org.waymark.events.review.Vote;

/**
 * Who sits on the team. Sources do not name everybody, so fewer members may be known than seats are taken. The Board's
 * designee sits beside the seats of the SO/ACs.
 *
 * @param taken how many seats of SO/AC nominees are taken
 * @param members those known by name, with the body that each sits for
 * @param designees how many sit for the Board
 */
record Roster(boolean selected, long taken, Map<PersonId, Seat> members, int designees) {

    static final Roster EMPTY = new Roster(false, 0, Map.of(), 0);

    /** A seat; {@code BOARD} is that of its designee, and where no source gives the body it is absent. */
    record Seat(@Nullable Group group) {}

    long size() {
        return Math.max(taken + designees, members.size());
    }

    TeamEvent select(SelectReviewTeam selection, Hearing hearing) {
        hearing.require(A_TEAM_IS_SELECTED_ONCE, !selected);
        hearing.require(
                NOMINATIONS_COME_BEFORE_THE_SELECTION,
                !hearing.has(ReviewStage.NOMINATING)
                        || !hearing.then().team().candidates().nominees().isEmpty());
        Selection.require(selection, hearing);
        return new ReviewTeamSelected(
                hearing.id(), hearing.on(), selection.size(), selection.seats(), selection.members());
    }

    TeamEvent appoint(AppointBoardDesignee designee, Hearing hearing) {
        hearing.require(ONE_DESIGNEE_SITS_FOR_THE_BOARD, designees == 0);
        requireNew(designee.person(), hearing);
        return new BoardDesigneeAppointed(hearing.id(), hearing.on(), designee.person());
    }

    TeamEvent add(AddMember member, Hearing hearing) {
        hearing.require(THE_TEAM_IS_SEATED, selected);
        hearing.requireOwnGroup(member.group());
        requireFreeSeat(member.group(), hearing);
        hearing.require(A_MEMBER_IS_NAMED, member.person() != null);
        requireNew(member.person(), hearing);
        return new MemberJoined(hearing.id(), hearing.on(), member.person(), member.group());
    }

    private void requireFreeSeat(@Nullable Group group, Hearing hearing) {
        if (group == Group.BOARD) {
            hearing.require(ONE_DESIGNEE_SITS_FOR_THE_BOARD, designees == 0);
        } else {
            hearing.require(
                    SEATS_ARE_LIMITED,
                    taken < hearing.pack().seats(),
                    Map.of("taken", taken, "atMost", hearing.pack().seats()));
        }
    }

    TeamEvent resign(RecordResignation resignation, Hearing hearing) {
        hearing.requireOwnWords(resignation.person());
        requireMember(resignation.person(), hearing);
        return new MemberResigned(hearing.id(), hearing.on(), resignation.person(), resignation.group());
    }

    TeamEvent replace(ReplaceMember replacement, Hearing hearing) {
        Group group = replacement.group() == null ? groupOf(replacement.person()) : replacement.group();
        hearing.requireOwnGroup(group);
        requireMember(replacement.person(), hearing);
        hearing.require(A_MEMBER_IS_NAMED, replacement.successor() != null);
        requireNew(replacement.successor(), hearing);
        return new MemberReplaced(
                hearing.id(), hearing.on(), replacement.person(), replacement.successor(), replacement.group());
    }

    TeamEvent remove(RemoveMember removal, Hearing hearing) {
        Vote vote = removal.vote();
        long votes = (long) vote.inFavour() + vote.against() + vote.abstained();
        requireMember(removal.person(), hearing);
        hearing.require(NO_MORE_VOTES_THAN_MEMBERS, votes <= size(), Map.of("votes", votes, "members", size()));
        hearing.require(
                A_REMOVAL_HAS_ITS_SHARE_OF_THE_VOTE,
                votes > 0 && hearing.pack().removalBy().isReachedBy(vote.inFavour(), votes),
                Map.of(
                        "inFavour",
                        vote.inFavour(),
                        "votes",
                        votes,
                        "share",
                        hearing.pack().removalBy().toString()));
        return new MemberRemoved(hearing.id(), hearing.on(), removal.person(), vote);
    }

    private @Nullable Group groupOf(@Nullable PersonId person) {
        Seat seat = person == null ? null : members.get(person);
        return seat == null ? null : seat.group();
    }

    private void requireNew(@Nullable PersonId person, Hearing hearing) {
        hearing.require(A_MEMBER_HAS_ONE_SEAT, person == null || !members.containsKey(person));
    }

    private void requireMember(@Nullable PersonId person, Hearing hearing) {
        hearing.require(A_MEMBER_IS_NAMED, person != null);
        hearing.require(THE_MEMBER_SITS_ON_THE_TEAM, person == null || members.containsKey(person));
    }

    /** A selection may name the designee of the Board, too, who then counts among its members. */
    Roster selected(ReviewTeamSelected team) {
        long inSeats = team.seats().stream().mapToLong(Seats::members).sum();
        long inAll = team.size() == null ? Math.max(inSeats, team.members().size()) : team.size();
        Map<PersonId, Seat> named = new HashMap<>(members);
        team.members().forEach(member -> named.put(member.person(), new Seat(body(member.person(), member.group()))));
        int forTheBoard = (int) team.members().stream()
                .filter(member -> body(member.person(), member.group()) == Group.BOARD)
                .count();
        return new Roster(true, Math.max(0, inAll - forTheBoard), Map.copyOf(named), Math.max(designees, forTheBoard));
    }

    Roster appointed(@Nullable PersonId person) {
        return new Roster(selected, taken, seated(person, Group.BOARD), designees + 1);
    }

    Roster joined(@Nullable PersonId person, @Nullable Group group) {
        return group == Group.BOARD
                ? appointed(person)
                : new Roster(selected, taken + 1, seated(person, group), designees);
    }

    /** The seat stays with its body. */
    Roster replaced(@Nullable PersonId person, @Nullable PersonId successor, @Nullable Group group) {
        return left(person, group).joined(successor, body(person, group));
    }

    Roster left(@Nullable PersonId person, @Nullable Group group) {
        return body(person, group) == Group.BOARD
                ? new Roster(selected, taken, Copy.without(members, person), Math.max(0, designees - 1))
                : new Roster(selected, Math.max(0, taken - 1), Copy.without(members, person), designees);
    }

    /** Returns for which body somebody sits: a designee for the Board whatever is said, others for the one that is said. */
    private @Nullable Group body(@Nullable PersonId person, @Nullable Group said) {
        Group known = groupOf(person);
        return said == null || known == Group.BOARD ? known : said;
    }

    private Map<PersonId, Seat> seated(@Nullable PersonId person, @Nullable Group group) {
        return person == null ? members : Copy.with(members, person, new Seat(group));
    }
}
