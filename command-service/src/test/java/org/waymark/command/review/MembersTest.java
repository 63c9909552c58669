package org.waymark.command.review;

import static org.waymark.command.review.Given.*;
import static org.waymark.command.review.ReviewRule.*;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.waymark.command.review.TeamCommand.AddMember;
import org.waymark.command.review.TeamCommand.AppointBoardDesignee;
import org.waymark.command.review.TeamCommand.RecordResignation;
import org.waymark.command.review.TeamCommand.RemoveMember;
import org.waymark.command.review.TeamCommand.ReplaceMember;
import org.waymark.events.Group;
import org.waymark.events.PersonId;
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.review.TeamEvent.BoardDesigneeAppointed;
import org.waymark.events.review.TeamEvent.Member;
import org.waymark.events.review.TeamEvent.MemberJoined;
import org.waymark.events.review.TeamEvent.MemberRemoved;
import org.waymark.events.review.TeamEvent.MemberReplaced;
import org.waymark.events.review.TeamEvent.MemberResigned;
import org.waymark.events.review.TeamEvent.ReviewTeamSelected;
import org.waymark.events.review.Vote;

/** Who sits on the team; what its members do before they work is in {@link ReadinessTest}. */
class MembersTest {

    static final ReviewEvent DESIGNEE = new BoardDesigneeAppointed(ATRT4, BOARD, DAN);
    static final ReviewEvent FULL = new ReviewTeamSelected(ATRT4, CHAIRS, 21, List.of(), MEMBERS);

    @Nested
    class Appointing_the_designee_of_the_Board {
        final ReviewCommand appoint = new AppointBoardDesignee(ATRT4, BOARD, DAN);

        @Test
        void seats_somebody_beside_the_21() {
            assertRecords(scheduled(), appoint, DESIGNEE);
            assertRecords(nominated(FULL), appoint, DESIGNEE);
        }

        @Test
        void is_refused_while_one_sits_unless_attested() {
            assertRefused(seated(DESIGNEE), appointing(new PersonId("eve")), ONE_DESIGNEE_SITS_FOR_THE_BOARD);
            assertWaived(
                    seated(DESIGNEE),
                    new AppointBoardDesignee(ATRT4, attested(BOARD), new PersonId("eve")),
                    ONE_DESIGNEE_SITS_FOR_THE_BOARD);
            assertRecords(seated(DESIGNEE, new MemberResigned(ATRT4, ORG, DAN, Group.BOARD)), appoint, DESIGNEE);
            assertRefused(
                    seated(DESIGNEE, new MemberResigned(ATRT4, ORG, BO, Group.GNSO)),
                    appoint,
                    ONE_DESIGNEE_SITS_FOR_THE_BOARD);
        }

        @Test
        void is_refused_for_somebody_who_has_a_seat() {
            assertRefused(seated(), appointing(ANNA), A_MEMBER_HAS_ONE_SEAT);
        }

        @Test
        void counts_once_where_a_selection_names_the_designee_too() {
            var four = Stream.concat(MEMBERS.stream(), Stream.of(new Member(DAN, null)))
                    .toList();
            var selected = nominated(DESIGNEE, new ReviewTeamSelected(ATRT4, CHAIRS, 4, List.of(), four));
            assertRefused(selected, new RemoveMember(ATRT4, TEAM, BO, new Vote(4, 1, 0)), NO_MORE_VOTES_THAN_MEMBERS);
            assertRefused(selected, appointing(new PersonId("eve")), ONE_DESIGNEE_SITS_FOR_THE_BOARD);
            assertRecords(after(selected, new MemberResigned(ATRT4, ORG, DAN, null)), appoint, DESIGNEE);
        }

        @Test
        void follows_one_whom_no_source_names() {
            assertRecords(
                    seated(
                            new BoardDesigneeAppointed(ATRT4, BOARD, null),
                            new MemberResigned(ATRT4, ORG, null, Group.BOARD)),
                    appoint,
                    DESIGNEE);
        }

        private ReviewCommand appointing(PersonId person) {
            return new AppointBoardDesignee(ATRT4, BOARD, person);
        }
    }

    @Nested
    class Adding_a_member {
        final ReviewCommand add = new AddMember(ATRT4, ALAC, DAN, Group.EURALO);
        final ReviewEvent added = new MemberJoined(ATRT4, ALAC, DAN, Group.EURALO);

        @Test
        void seats_somebody_after_the_selection() {
            assertRecords(seated(), add, added);
            assertRefused(nominated(), add, THE_TEAM_IS_SEATED);
        }

        @Test
        void is_refused_to_another_body() {
            assertRefused(
                    seated(), new AddMember(ATRT4, ALAC, DAN, Group.GNSO), A_GROUP_SPEAKS_FOR_ITSELF_AND_ITS_PARTS);
        }

        @Test
        void is_refused_when_all_seats_are_taken_until_one_is_left() {
            assertRefused(nominated(FULL), add, SEATS_ARE_LIMITED);
            assertRecords(nominated(FULL, new MemberResigned(ATRT4, ORG, BO, Group.GNSO)), add, added);
            assertRefused(
                    nominated(FULL, DESIGNEE, new MemberResigned(ATRT4, ORG, DAN, Group.BOARD)),
                    add,
                    SEATS_ARE_LIMITED);
        }

        @Test
        void for_the_Board_takes_the_seat_of_its_designee() {
            var board = new AddMember(ATRT4, CHAIRS, new PersonId("eve"), Group.BOARD);
            assertRefused(seated(DESIGNEE), board, ONE_DESIGNEE_SITS_FOR_THE_BOARD);
            assertRecords(nominated(FULL), board, new MemberJoined(ATRT4, CHAIRS, new PersonId("eve"), Group.BOARD));
        }

        @Test
        void is_refused_without_a_name_unless_attested() {
            assertRefused(seated(), new AddMember(ATRT4, ALAC, null, Group.ALAC), A_MEMBER_IS_NAMED);
            assertWaived(seated(), new AddMember(ATRT4, attested(ALAC), null, Group.ALAC), A_MEMBER_IS_NAMED);
        }

        @Test
        void is_refused_for_somebody_who_has_a_seat() {
            assertRefused(seated(added), add, A_MEMBER_HAS_ONE_SEAT);
        }
    }

    @Nested
    class Resigning {
        @Test
        void frees_the_seat() {
            var resigned = new MemberResigned(ATRT4, MEMBER, ANNA, null);
            assertRecords(seated(), new RecordResignation(ATRT4, MEMBER, ANNA, null), resigned);
            assertRefused(
                    seated(resigned), new RecordResignation(ATRT4, TEAM, ANNA, null), THE_MEMBER_SITS_ON_THE_TEAM);
        }

        @Test
        void is_refused_to_a_member_for_another() {
            assertRefused(seated(), new RecordResignation(ATRT4, MEMBER, BO, null), A_MEMBER_SPEAKS_FOR_THEMSELVES);
        }

        @Test
        void is_refused_of_nobody_unless_attested() {
            assertRefused(seated(), new RecordResignation(ATRT4, TEAM, null, Group.ALAC), A_MEMBER_IS_NAMED);
            assertWaived(seated(), new RecordResignation(ATRT4, attested(TEAM), null, Group.ALAC), A_MEMBER_IS_NAMED);
        }
    }

    @Nested
    class Replacing_a_member {
        final ReviewCommand replace = new ReplaceMember(ATRT4, GNSO, BO, DAN, Group.GNSO);
        final ReviewEvent replaced = new MemberReplaced(ATRT4, GNSO, BO, DAN, Group.GNSO);

        @Test
        void gives_the_seat_to_the_successor() {
            assertRecords(seated(), replace, replaced);
            assertRefused(seated(replaced), replace, THE_MEMBER_SITS_ON_THE_TEAM);
            assertRefused(seated(replaced), new ReplaceMember(ATRT4, GNSO, ANNA, DAN, null), A_MEMBER_HAS_ONE_SEAT);
        }

        @Test
        void is_refused_to_another_body_whether_or_not_it_is_named() {
            assertRefused(
                    seated(),
                    new ReplaceMember(ATRT4, ALAC, BO, DAN, Group.GNSO),
                    A_GROUP_SPEAKS_FOR_ITSELF_AND_ITS_PARTS);
            assertRefused(
                    seated(), new ReplaceMember(ATRT4, ALAC, BO, DAN, null), A_GROUP_SPEAKS_FOR_ITSELF_AND_ITS_PARTS);
        }

        @Test
        void is_refused_without_a_successor_unless_attested() {
            assertRefused(seated(), new ReplaceMember(ATRT4, GNSO, BO, null, Group.GNSO), A_MEMBER_IS_NAMED);
            assertWaived(seated(), new ReplaceMember(ATRT4, attested(GNSO), BO, null, null), A_MEMBER_IS_NAMED);
        }

        @Test
        void of_the_Board_keeps_the_seat_with_the_Board() {
            var another = new MemberReplaced(ATRT4, ORG, DAN, new PersonId("eve"), null);
            assertRefused(
                    seated(DESIGNEE, another),
                    new AppointBoardDesignee(ATRT4, BOARD, DAN),
                    ONE_DESIGNEE_SITS_FOR_THE_BOARD);
        }

        @Test
        void leaves_the_seat_with_its_body_where_none_is_named() {
            assertRefused(
                    seated(new MemberReplaced(ATRT4, GNSO, BO, DAN, null)),
                    new ReplaceMember(ATRT4, ALAC, DAN, new PersonId("eve"), null),
                    A_GROUP_SPEAKS_FOR_ITSELF_AND_ITS_PARTS);
        }
    }

    @Nested
    class Removing_a_member {
        @Test
        void takes_two_thirds_of_the_vote() {
            assertRecords(seated(), removing(2, 1, 0), new MemberRemoved(ATRT4, TEAM, BO, new Vote(2, 1, 0)));
            assertRefused(seated(), removing(1, 1, 0), A_REMOVAL_HAS_ITS_SHARE_OF_THE_VOTE);
            assertRefused(seated(), removing(1, 1, 1), A_REMOVAL_HAS_ITS_SHARE_OF_THE_VOTE);
            assertRefused(seated(), removing(0, 0, 0), A_REMOVAL_HAS_ITS_SHARE_OF_THE_VOTE);
        }

        @Test
        void is_refused_with_more_votes_than_members() {
            assertRefused(seated(), removing(3, 1, 0), NO_MORE_VOTES_THAN_MEMBERS);
            assertRecords(seated(DESIGNEE), removing(3, 1, 0), new MemberRemoved(ATRT4, TEAM, BO, new Vote(3, 1, 0)));
        }

        @Test
        void is_refused_of_somebody_who_has_no_seat_unless_attested() {
            assertRefused(seated(), new RemoveMember(ATRT4, TEAM, DAN, new Vote(3, 0, 0)), THE_MEMBER_SITS_ON_THE_TEAM);
            assertWaived(
                    seated(),
                    new RemoveMember(ATRT4, attested(TEAM), DAN, new Vote(3, 0, 0)),
                    THE_MEMBER_SITS_ON_THE_TEAM);
        }

        @Test
        void is_refused_with_votes_beyond_any_count() {
            assertRefused(seated(), removing(Integer.MAX_VALUE, Integer.MAX_VALUE, 5), NO_MORE_VOTES_THAN_MEMBERS);
        }

        private ReviewCommand removing(int inFavour, int against, int abstained) {
            return new RemoveMember(ATRT4, TEAM, BO, new Vote(inFavour, against, abstained));
        }
    }
}
