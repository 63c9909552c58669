package org.waymark.command.review;

import static org.waymark.command.review.Given.*;
import static org.waymark.command.review.ReviewRule.*;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.waymark.command.review.TeamCommand.ExtendCallForVolunteers;
import org.waymark.command.review.TeamCommand.NominateCandidate;
import org.waymark.command.review.TeamCommand.OpenCallForVolunteers;
import org.waymark.command.review.TeamCommand.SelectReviewTeam;
import org.waymark.events.By;
import org.waymark.events.Group;
import org.waymark.events.PersonId;
import org.waymark.events.PlannedDate;
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.review.TeamEvent.CallForVolunteersExtended;
import org.waymark.events.review.TeamEvent.CallForVolunteersOpened;
import org.waymark.events.review.TeamEvent.CandidateNominated;
import org.waymark.events.review.TeamEvent.Member;
import org.waymark.events.review.TeamEvent.ReviewTeamSelected;
import org.waymark.events.review.TeamEvent.Seats;

/** How candidates are called for, nominated and selected; what the team then does is in {@link MembersTest}. */
class TeamTest {

    @Nested
    class Calling_for_volunteers {
        final ReviewCommand call = new OpenCallForVolunteers(ATRT4, ORG, NEXT_WEEK);

        @Test
        void opens_until_a_day_or_without_one() {
            assertRecords(scheduled(), call, CALLED);
            assertRecords(
                    scheduled(),
                    new OpenCallForVolunteers(ATRT4, ORG, null),
                    new CallForVolunteersOpened(ATRT4, ORG, null));
        }

        @Test
        void is_refused_while_one_is_open_and_reopens_it_after() {
            assertRefused(called(), call, AN_OPEN_CALL_IS_EXTENDED);
            assertRefused(closing(ON_THE_DAY), call, AN_OPEN_CALL_IS_EXTENDED);
            assertRefused(closing(null), call, AN_OPEN_CALL_IS_EXTENDED);
            assertRecords(closing(YESTERDAY), call, CALLED);
        }

        @Test
        void is_refused_until_a_day_that_is_past() {
            assertRefused(scheduled(), new OpenCallForVolunteers(ATRT4, ORG, YESTERDAY), A_TERM_ENDS_AFTER_IT_IS_SET);
        }

        private Review closing(@Nullable PlannedDate day) {
            return scheduled(new CallForVolunteersOpened(ATRT4, ORG, day));
        }
    }

    @Nested
    class Extending_the_call {
        @Test
        void moves_its_last_day() {
            assertRecords(
                    called(),
                    new ExtendCallForVolunteers(ATRT4, ORG, NEXT_MONTH),
                    new CallForVolunteersExtended(ATRT4, ORG, NEXT_MONTH));
            assertRefused(
                    called(new CallForVolunteersExtended(ATRT4, ORG, NEXT_MONTH)),
                    new ExtendCallForVolunteers(ATRT4, ORG, NEXT_MONTH),
                    AN_EXTENSION_ENDS_LATER);
        }

        @Test
        void is_refused_to_the_same_day() {
            assertRefused(called(), new ExtendCallForVolunteers(ATRT4, ORG, NEXT_WEEK), AN_EXTENSION_ENDS_LATER);
        }

        @Test
        void is_refused_without_a_call_unless_attested() {
            assertRefused(scheduled(), new ExtendCallForVolunteers(ATRT4, ORG, NEXT_WEEK), A_CALL_IS_OPEN);
            assertWaived(scheduled(), new ExtendCallForVolunteers(ATRT4, attested(ORG), NEXT_WEEK), A_CALL_IS_OPEN);
        }

        @Test
        void is_refused_to_a_day_that_is_past() {
            var over = new CallForVolunteersOpened(ATRT4, ORG, PlannedDate.day(TODAY.minusWeeks(1)));
            assertRefused(
                    scheduled(over), new ExtendCallForVolunteers(ATRT4, ORG, YESTERDAY), A_TERM_ENDS_AFTER_IT_IS_SET);
            assertRecords(
                    scheduled(over),
                    new ExtendCallForVolunteers(ATRT4, ORG, ON_THE_DAY),
                    new CallForVolunteersExtended(ATRT4, ORG, ON_THE_DAY));
        }
    }

    @Nested
    class Nominating {
        final ReviewCommand nominate = new NominateCandidate(ATRT4, GNSO, Group.GNSO, ANNA);

        @Test
        void names_a_candidate_of_the_body_or_a_part_of_it() {
            assertRecords(called(), nominate, ANNA_NOMINATED);
            assertRecords(called(), new NominateCandidate(ATRT4, GNSO, Group.NCUC, BO), BO_NOMINATED);
        }

        @Test
        void is_refused_without_a_call_where_the_process_has_one() {
            assertRefused(scheduled(), nominate, A_CALL_IS_OPEN);
            assertRecords(scheduled(), nominate, by(ORGANIZATIONAL), ANNA_NOMINATED);
        }

        @Test
        void is_refused_once_the_team_is_selected() {
            assertRefused(
                    seated(), new NominateCandidate(ATRT4, GNSO, Group.GNSO, DAN), NOMINATIONS_END_WITH_THE_SELECTION);
        }

        @Test
        void is_refused_for_another_body() {
            assertRefused(
                    called(),
                    new NominateCandidate(ATRT4, GNSO, Group.ALAC, ANNA),
                    A_GROUP_SPEAKS_FOR_ITSELF_AND_ITS_PARTS);
        }

        @Test
        void is_refused_to_what_is_no_part_of_an_so_or_ac() {
            var nomcom = by(By.soAc(Group.NOMCOM));
            assertRefused(
                    called(),
                    new NominateCandidate(ATRT4, nomcom, Group.NOMCOM, ANNA),
                    ONLY_SOACS_AND_THEIR_PARTS_ARE_NAMED);
        }

        @Test
        void is_refused_for_a_candidate_of_another_part_of_the_same_body() {
            assertRefused(
                    called(BO_NOMINATED),
                    new NominateCandidate(ATRT4, GNSO, Group.GNSO, BO),
                    A_CANDIDATE_IS_NOMINATED_ONCE);
            assertRecords(
                    called(BO_NOMINATED),
                    new NominateCandidate(ATRT4, ALAC, Group.ALAC, BO),
                    new CandidateNominated(ATRT4, ALAC, Group.ALAC, BO));
        }

        @Test
        void is_refused_beyond_seven_of_one_body_unless_attested() {
            assertRecords(called(nominations(6)), nominate, ANNA_NOMINATED);
            assertRefused(called(nominations(7)), nominate, NOMINEES_ARE_LIMITED);
            assertRecords(called(nominations(7)), new NominateCandidate(ATRT4, ALAC, Group.ALAC, CLEO), CLEO_NOMINATED);
            assertWaived(
                    called(nominations(7)),
                    new NominateCandidate(ATRT4, attested(GNSO), Group.GNSO, ANNA),
                    NOMINEES_ARE_LIMITED);
        }
    }

    @Nested
    class Selecting_the_team {
        final ReviewCommand select = selecting(3, MEMBERS);

        @Test
        void seats_the_nominees() {
            assertRecords(nominated(), select, SELECTED);
            assertRecords(
                    nominated(),
                    new SelectReviewTeam(ATRT4, CHAIRS, null, List.of(new Seats(Group.GNSO, null, 2)), MEMBERS),
                    new ReviewTeamSelected(ATRT4, CHAIRS, null, List.of(new Seats(Group.GNSO, null, 2)), MEMBERS));
        }

        @Test
        void is_refused_when_it_is_selected_already() {
            assertRefused(seated(), select, A_TEAM_IS_SELECTED_ONCE);
        }

        @Test
        void is_refused_before_anybody_is_nominated() {
            assertRefused(called(), select, NOMINATIONS_COME_BEFORE_THE_SELECTION);
        }

        @Test
        void is_refused_with_a_negative_number_of_seats() {
            assertRefused(nominated(), selecting(-1, MEMBERS), A_COUNT_IS_NOT_NEGATIVE);
            assertRefused(
                    nominated(), selecting(null, MEMBERS, new Seats(Group.GNSO, null, -1)), A_COUNT_IS_NOT_NEGATIVE);
        }

        @Test
        void is_refused_with_a_member_on_two_seats() {
            assertRefused(
                    nominated(), selecting(null, with(MEMBERS, new Member(ANNA, Group.ALAC))), A_MEMBER_HAS_ONE_SEAT);
        }

        @Test
        void is_refused_when_seats_or_members_are_more_than_the_size() {
            assertRefused(nominated(), selecting(2, MEMBERS), SEATS_ADD_UP);
            assertRefused(
                    nominated(),
                    selecting(3, MEMBERS, new Seats(Group.GNSO, null, 2), new Seats(Group.ALAC, null, 2)),
                    SEATS_ADD_UP);
        }

        @Test
        void is_refused_without_names_unless_attested() {
            assertRefused(called(ANNA_NOMINATED), selecting(3, List.of()), A_SELECTION_NAMES_ITS_MEMBERS);
            assertWaived(
                    called(),
                    new SelectReviewTeam(ATRT4, attested(CHAIRS), 3, List.of(), List.of()),
                    A_SELECTION_NAMES_ITS_MEMBERS,
                    NOMINATIONS_COME_BEFORE_THE_SELECTION);
        }

        @Test
        void is_refused_for_somebody_who_was_not_nominated_unless_attested() {
            List<Member> more = with(MEMBERS, new Member(DAN, Group.SSAC));
            assertRefused(nominated(), selecting(4, more), MEMBERS_COME_FROM_THE_NOMINEES);
            assertWaived(
                    nominated(),
                    new SelectReviewTeam(ATRT4, attested(CHAIRS), 4, List.of(), more),
                    MEMBERS_COME_FROM_THE_NOMINEES);
        }

        @Test
        void is_refused_when_one_of_the_first_three_nominees_of_a_body_is_left_out() {
            assertRefused(nominated(), selecting(2, MEMBERS.subList(1, 3)), THE_FIRST_NOMINEES_ARE_SEATED);
            assertRefused(called(nominations(4)), selecting(2, nominees(2)), THE_FIRST_NOMINEES_ARE_SEATED);
            assertRecords(
                    called(nominations(4)),
                    selecting(3, nominees(3)),
                    new ReviewTeamSelected(ATRT4, CHAIRS, 3, List.of(), nominees(3)));
        }

        @Test
        void is_refused_beyond_21_seats_unless_attested() {
            assertRefused(nominated(), selecting(22, MEMBERS), SEATS_ARE_LIMITED);
            assertRefused(nominated(), selecting(null, MEMBERS, new Seats(null, "experts", 22)), SEATS_ARE_LIMITED);
            assertRecords(
                    nominated(), selecting(21, MEMBERS), new ReviewTeamSelected(ATRT4, CHAIRS, 21, List.of(), MEMBERS));
            assertWaived(
                    nominated(),
                    new SelectReviewTeam(ATRT4, attested(CHAIRS), 22, List.of(), MEMBERS),
                    SEATS_ARE_LIMITED);
        }

        @Test
        void is_refused_with_seats_beyond_any_count() {
            var endless = new Seats(Group.GNSO, null, Integer.MAX_VALUE);
            assertRefused(nominated(), selecting(3, MEMBERS, endless, endless), SEATS_ADD_UP);
            assertRefused(nominated(), selecting(null, MEMBERS, endless, endless), SEATS_ARE_LIMITED);
        }

        private ReviewCommand selecting(@Nullable Integer size, List<Member> members, Seats... seats) {
            return new SelectReviewTeam(ATRT4, CHAIRS, size, List.of(seats), members);
        }
    }

    static ReviewEvent[] nominations(int count) {
        return candidates(count)
                .map(person -> new CandidateNominated(ATRT4, GNSO, Group.GNSO, person))
                .toArray(ReviewEvent[]::new);
    }

    static List<Member> nominees(int count) {
        return candidates(count).map(person -> new Member(person, Group.GNSO)).toList();
    }

    private static Stream<PersonId> candidates(int count) {
        return IntStream.range(0, count).mapToObj(number -> new PersonId("candidate-" + number));
    }

    private static List<Member> with(List<Member> members, Member more) {
        return Stream.concat(members.stream(), Stream.of(more)).toList();
    }
}
