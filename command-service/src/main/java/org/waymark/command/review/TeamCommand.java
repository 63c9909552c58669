package org.waymark.command.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;
import org.waymark.events.PersonId;
import org.waymark.events.PlannedDate;
import org.waymark.events.review.ReviewId;
import org.waymark.events.review.TeamEvent.Member;
import org.waymark.events.review.TeamEvent.Seats;
import org.waymark.events.review.Vote;

/** How a review team comes together and who sits on it. */
sealed interface TeamCommand extends ReviewCommand {

    record OpenCallForVolunteers(
            ReviewId reviewId, Occurrence on, @Nullable PlannedDate closesOn) implements TeamCommand {}

    record ExtendCallForVolunteers(ReviewId reviewId, Occurrence on, PlannedDate closesOn) implements TeamCommand {}

    record NominateCandidate(ReviewId reviewId, Occurrence on, Group group, PersonId person) implements TeamCommand {}

    /**
     * Chooses the team.
     *
     * @param size seats in all, where the source gives it
     * @param seats seats by nominating body
     * @param members who sits, where names are known
     */
    record SelectReviewTeam(
            ReviewId reviewId, Occurrence on, @Nullable Integer size, List<Seats> seats, List<Member> members)
            implements TeamCommand {
        public SelectReviewTeam {
            seats = List.copyOf(seats);
            members = List.copyOf(members);
        }
    }

    record AppointBoardDesignee(
            ReviewId reviewId, Occurrence on, @Nullable PersonId person) implements TeamCommand {}

    /** Seats a member after the selection; the person is absent where no source names them. */
    record AddMember(
            ReviewId reviewId,
            Occurrence on,
            @Nullable PersonId person,
            @Nullable Group group) implements TeamCommand {}

    record RecordResignation(
            ReviewId reviewId,
            Occurrence on,
            @Nullable PersonId person,
            @Nullable Group group) implements TeamCommand {}

    record ReplaceMember(
            ReviewId reviewId,
            Occurrence on,
            @Nullable PersonId person,
            @Nullable PersonId successor,
            @Nullable Group group)
            implements TeamCommand {}

    record RemoveMember(ReviewId reviewId, Occurrence on, PersonId person, Vote vote) implements TeamCommand {}

    record FileInterestStatement(
            ReviewId reviewId,
            Occurrence on,
            PersonId person,
            @Nullable String address) implements TeamCommand {}

    record DeclareConflict(ReviewId reviewId, Occurrence on, PersonId person, String issue) implements TeamCommand {}

    record ConveneReviewTeam(ReviewId reviewId, Occurrence on) implements TeamCommand {}

    record SelectLeadership(ReviewId reviewId, Occurrence on, List<PersonId> leaders) implements TeamCommand {
        public SelectLeadership {
            leaders = List.copyOf(leaders);
        }
    }

    record RecordBriefing(
            ReviewId reviewId, Occurrence on, @Nullable Integer attendees) implements TeamCommand {}

    record DesignateImplementationShepherds(ReviewId reviewId, Occurrence on, List<PersonId> shepherds)
            implements TeamCommand {
        public DesignateImplementationShepherds {
            shepherds = List.copyOf(shepherds);
        }
    }
}
