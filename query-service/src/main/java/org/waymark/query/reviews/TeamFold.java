package org.waymark.query.reviews;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.waymark.events.Group;
import org.waymark.events.PersonId;
import org.waymark.events.life.ReviewStage;
import org.waymark.events.review.TeamEvent;
import org.waymark.events.review.TeamEvent.BoardDesigneeAppointed;
import org.waymark.events.review.TeamEvent.CallForVolunteersExtended;
import org.waymark.events.review.TeamEvent.CallForVolunteersOpened;
import org.waymark.events.review.TeamEvent.CandidateNominated;
import org.waymark.events.review.TeamEvent.ConflictDeclared;
import org.waymark.events.review.TeamEvent.ImplementationShepherdsDesignated;
import org.waymark.events.review.TeamEvent.InterestStatementFiled;
import org.waymark.events.review.TeamEvent.LeadershipSelected;
import org.waymark.events.review.TeamEvent.MemberJoined;
import org.waymark.events.review.TeamEvent.MemberRemoved;
import org.waymark.events.review.TeamEvent.MemberReplaced;
import org.waymark.events.review.TeamEvent.MemberResigned;
import org.waymark.events.review.TeamEvent.MssiBriefingHeld;
import org.waymark.events.review.TeamEvent.ReviewTeamConvened;
import org.waymark.events.review.TeamEvent.ReviewTeamSelected;
import org.waymark.events.review.TeamEvent.Seats;
import org.waymark.query.image.Changes;
import org.waymark.query.reviews.ReviewDraft.TeamDraft;
import org.waymark.query.reviews.ReviewsRow.Day;
import org.waymark.query.reviews.ReviewsRow.Member;

/** Folds how a team comes together and who sits on it. */
final class TeamFold {

    private static final String UNNAMED = "unnamed-";
    private static final Member UNKNOWN = new Member(null, false, null, null, null, null);

    private TeamFold() {}

    static void fold(ReviewDraft draft, TeamEvent event, Day day, String position) {
        TeamDraft team = draft.team;
        switch (event) {
            case CallForVolunteersOpened opened -> {
                team.callClosesOn = opened.closesOn();
                draft.enter(ReviewStage.CALL_OPEN, day);
            }
            case CallForVolunteersExtended extended -> {
                team.callClosesOn = extended.closesOn();
                draft.enter(ReviewStage.CALL_OPEN, day);
            }
            case CandidateNominated nominated -> {
                team.nominees = Changes.merged(team.nominees, nominated.group(), 1, Integer::sum);
                draft.enter(ReviewStage.NOMINATING, day);
            }
            case ReviewTeamSelected selected -> {
                select(team, selected, day);
                draft.enter(ReviewStage.TEAM_SEATED, day);
            }
            case BoardDesigneeAppointed appointed ->
                team.members = team.members.plus(
                        key(appointed.person(), position), new Member(Group.BOARD, true, day, null, null, null));
            case MemberJoined joined ->
                team.members = team.members.plus(
                        key(joined.person(), position),
                        new Member(joined.group(), joined.group() == Group.BOARD, day, null, null, null));
            case MemberResigned resigned -> leave(team, resigned.person(), resigned.group(), day, position);
            case MemberReplaced replaced -> {
                Member before = leave(team, replaced.person(), replaced.group(), day, position + "-before");
                Group group = replaced.group() == null ? before.group() : replaced.group();
                team.members = team.members.plus(
                        key(replaced.successor(), position),
                        new Member(group, before.boardDesignee(), day, null, null, null));
            }
            case MemberRemoved removed -> leave(team, removed.person(), null, day, position);
            case InterestStatementFiled filed ->
                member(
                        team,
                        filed.person(),
                        was -> new Member(
                                was.group(), was.boardDesignee(), was.since(), was.until(), day, was.conflict()));
            case ConflictDeclared declared ->
                member(
                        team,
                        declared.person(),
                        was -> new Member(
                                was.group(),
                                was.boardDesignee(),
                                was.since(),
                                was.until(),
                                was.interestFiledOn(),
                                declared.issue()));
            case ReviewTeamConvened _ -> {
                team.convenedOn = day;
                draft.enter(ReviewStage.CONVENED, day);
            }
            case LeadershipSelected selected -> {
                team.leaders = toThemselves(selected.leaders());
                draft.enter(ReviewStage.CONVENED, day);
            }
            case MssiBriefingHeld _ -> team.briefedOn = day;
            case ImplementationShepherdsDesignated designated -> team.shepherds = toThemselves(designated.shepherds());
        }
    }

    private static void select(TeamDraft team, ReviewTeamSelected selected, Day day) {
        team.size = selected.size();
        team.selectedOn = day;
        team.seats = TreePMap.empty();
        for (Seats seats : selected.seats()) {
            String body = seats.group() != null ? seats.group().name() : seats.otherwise();
            team.seats = Changes.merged(team.seats, body == null ? "" : body, seats.members(), Integer::sum);
        }
        selected.members().forEach(member -> member(team, member.person(), was -> selected(was, member.group(), day)));
    }

    /** A designee sits for the Board whatever is said; of others what was known stands where nothing is said. */
    private static Member selected(Member was, @Nullable Group said, Day day) {
        Group group = said == null || was.boardDesignee() ? was.group() : said;
        return new Member(group, group == Group.BOARD, day, null, was.interestFiledOn(), was.conflict());
    }

    private static String key(@Nullable PersonId person, String position) {
        return person == null ? UNNAMED + position : person.value();
    }

    private static void member(TeamDraft team, PersonId person, UnaryOperator<Member> change) {
        team.members = Changes.of(team.members, person.value(), UNKNOWN, change);
    }

    /** Ends a seat: that of the person, or that of somebody unnamed of the group; where none is on record, one that ended. */
    private static Member leave(
            TeamDraft team, @Nullable PersonId person, @Nullable Group group, Day day, String position) {
        String key = person != null
                ? person.value()
                : unnamedOf(team, group).map(Map.Entry::getKey).orElse(UNNAMED + position);
        Member was = team.members.getOrDefault(key, new Member(group, false, null, null, null, null));
        Member left = new Member(
                was.group() == null ? group : was.group(),
                was.boardDesignee(),
                was.since(),
                day,
                was.interestFiledOn(),
                was.conflict());
        team.members = team.members.plus(key, left);
        return left;
    }

    private static Optional<Map.Entry<String, Member>> unnamedOf(TeamDraft team, @Nullable Group group) {
        return team.members.entrySet().stream()
                .filter(member -> member.getKey().startsWith(UNNAMED))
                .filter(member ->
                        member.getValue().until() == null && member.getValue().group() == group)
                .findFirst();
    }

    private static TreePMap<String, String> toThemselves(List<PersonId> ids) {
        TreePMap<String, String> people = TreePMap.empty();
        for (PersonId id : ids) {
            people = people.plus(id.value(), id.value());
        }
        return people;
    }
}
