package org.waymark.command.review;

import org.waymark.command.review.TeamCommand.AddMember;
import org.waymark.command.review.TeamCommand.AppointBoardDesignee;
import org.waymark.command.review.TeamCommand.ConveneReviewTeam;
import org.waymark.command.review.TeamCommand.DeclareConflict;
import org.waymark.command.review.TeamCommand.DesignateImplementationShepherds;
import org.waymark.command.review.TeamCommand.ExtendCallForVolunteers;
import org.waymark.command.review.TeamCommand.FileInterestStatement;
import org.waymark.command.review.TeamCommand.NominateCandidate;
import org.waymark.command.review.TeamCommand.OpenCallForVolunteers;
import org.waymark.command.review.TeamCommand.RecordBriefing;
import org.waymark.command.review.TeamCommand.RecordResignation;
import org.waymark.command.review.TeamCommand.RemoveMember;
import org.waymark.command.review.TeamCommand.ReplaceMember;
import org.waymark.command.review.TeamCommand.SelectLeadership;
import org.waymark.command.review.TeamCommand.SelectReviewTeam;
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

/**
 * How the team comes together: candidates are called for and nominated, the team is seated, and it gets ready to work.
 *
 * @param candidates who could sit on it
 * @param roster who sits on it
 * @param readiness what the team has done to be able to work
 */
record TeamSeats(Candidates candidates, Roster roster, Readiness readiness) {

    static final TeamSeats EMPTY = new TeamSeats(Candidates.NONE, Roster.EMPTY, Readiness.NONE);

    TeamEvent decide(TeamCommand command, Hearing hearing) {
        return switch (command) {
            case OpenCallForVolunteers call -> candidates.open(call, hearing);
            case ExtendCallForVolunteers call -> candidates.extend(call, hearing);
            case NominateCandidate nomination -> candidates.nominate(nomination, hearing);
            case SelectReviewTeam selection -> roster.select(selection, hearing);
            case AppointBoardDesignee designee -> roster.appoint(designee, hearing);
            case AddMember member -> roster.add(member, hearing);
            case RecordResignation resignation -> roster.resign(resignation, hearing);
            case ReplaceMember replacement -> roster.replace(replacement, hearing);
            case RemoveMember removal -> roster.remove(removal, hearing);
            case FileInterestStatement statement -> readiness.file(statement, hearing);
            case DeclareConflict conflict -> readiness.declare(conflict, hearing);
            case ConveneReviewTeam _ -> readiness.convene(hearing);
            case SelectLeadership selection -> readiness.lead(selection, hearing);
            case RecordBriefing briefing -> readiness.brief(briefing, hearing);
            case DesignateImplementationShepherds designation -> readiness.designate(designation, hearing);
        };
    }

    TeamSeats evolve(TeamEvent event) {
        return switch (event) {
            case CallForVolunteersOpened opened -> with(candidates.called(opened.closesOn()));
            case CallForVolunteersExtended extended -> with(candidates.called(extended.closesOn()));
            case CandidateNominated nominated -> with(candidates.nominated(nominated));
            case ReviewTeamSelected selected -> with(roster.selected(selected));
            case BoardDesigneeAppointed appointed -> with(roster.appointed(appointed.person()));
            case MemberJoined joined -> with(roster.joined(joined.person(), joined.group()));
            case MemberResigned resigned -> with(roster.left(resigned.person(), resigned.group()));
            case MemberReplaced replaced ->
                with(roster.replaced(replaced.person(), replaced.successor(), replaced.group()));
            case MemberRemoved removed -> with(roster.left(removed.person(), null));
            case InterestStatementFiled filed -> with(readiness.filed(filed));
            case ConflictDeclared declared -> with(readiness.declared(declared));
            case ReviewTeamConvened _ -> with(readiness.nowConvened());
            case LeadershipSelected selected -> with(readiness.ledBy(selected.leaders()));
            case MssiBriefingHeld _ -> with(readiness.nowBriefed());
            case ImplementationShepherdsDesignated designated -> with(readiness.guidedBy(designated.shepherds()));
        };
    }

    private TeamSeats with(Candidates next) {
        return new TeamSeats(next, roster, readiness);
    }

    private TeamSeats with(Roster next) {
        return new TeamSeats(candidates, next, readiness);
    }

    private TeamSeats with(Readiness next) {
        return new TeamSeats(candidates, roster, next);
    }
}
