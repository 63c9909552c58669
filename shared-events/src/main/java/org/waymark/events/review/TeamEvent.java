package org.waymark.events.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;
import org.waymark.events.PersonId;
import org.waymark.events.PlannedDate;

/** How a review team comes together and who sits on it. */
public sealed interface TeamEvent extends ReviewEvent {

    record CallForVolunteersOpened(
            ReviewId reviewId, Occurrence on, @Nullable PlannedDate closesOn) implements TeamEvent {}

    record CallForVolunteersExtended(ReviewId reviewId, Occurrence on, PlannedDate closesOn) implements TeamEvent {}

    record CandidateNominated(ReviewId reviewId, Occurrence on, Group group, PersonId person) implements TeamEvent {}

    /**
     * The team is chosen.
     *
     * @param size seats in all, where the source gives it
     * @param seats seats by nominating body
     * @param members who sits, where names are known
     */
    record ReviewTeamSelected(
            ReviewId reviewId, Occurrence on, @Nullable Integer size, List<Seats> seats, List<Member> members)
            implements TeamEvent {
        public ReviewTeamSelected {
            seats = List.copyOf(seats);
            members = List.copyOf(members);
        }
    }

    record BoardDesigneeAppointed(
            ReviewId reviewId, Occurrence on, @Nullable PersonId person) implements TeamEvent {}

    /** A member joins after the selection; the person is absent where no source names them. */
    record MemberJoined(
            ReviewId reviewId,
            Occurrence on,
            @Nullable PersonId person,
            @Nullable Group group) implements TeamEvent {}

    record MemberResigned(
            ReviewId reviewId,
            Occurrence on,
            @Nullable PersonId person,
            @Nullable Group group) implements TeamEvent {}

    record MemberReplaced(
            ReviewId reviewId,
            Occurrence on,
            @Nullable PersonId person,
            @Nullable PersonId successor,
            @Nullable Group group)
            implements TeamEvent {}

    record MemberRemoved(ReviewId reviewId, Occurrence on, PersonId person, Vote vote) implements TeamEvent {}

    record InterestStatementFiled(
            ReviewId reviewId,
            Occurrence on,
            PersonId person,
            @Nullable String address) implements TeamEvent {}

    record ConflictDeclared(ReviewId reviewId, Occurrence on, PersonId person, String issue) implements TeamEvent {}

    record ReviewTeamConvened(ReviewId reviewId, Occurrence on) implements TeamEvent {}

    record LeadershipSelected(ReviewId reviewId, Occurrence on, List<PersonId> leaders) implements TeamEvent {
        public LeadershipSelected {
            leaders = List.copyOf(leaders);
        }
    }

    /** ICANN org briefed the team on how it works. */
    record MssiBriefingHeld(
            ReviewId reviewId, Occurrence on, @Nullable Integer attendees) implements TeamEvent {}

    record ImplementationShepherdsDesignated(ReviewId reviewId, Occurrence on, List<PersonId> shepherds)
            implements TeamEvent {
        public ImplementationShepherdsDesignated {
            shepherds = List.copyOf(shepherds);
        }
    }

    /**
     * Seats of one nominating body.
     *
     * @param group the body, or absent for seats outside the structure
     * @param otherwise who fills a seat outside the structure, in the words of the source
     */
    record Seats(@Nullable Group group, @Nullable String otherwise, int members) {}

    record Member(PersonId person, @Nullable Group group) {}
}
