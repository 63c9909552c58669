package org.waymark.command.review;

import static org.waymark.command.review.Given.*;
import static org.waymark.command.review.ReviewRule.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.waymark.command.review.TeamCommand.ConveneReviewTeam;
import org.waymark.command.review.TeamCommand.DeclareConflict;
import org.waymark.command.review.TeamCommand.DesignateImplementationShepherds;
import org.waymark.command.review.TeamCommand.FileInterestStatement;
import org.waymark.command.review.TeamCommand.RecordBriefing;
import org.waymark.command.review.TeamCommand.SelectLeadership;
import org.waymark.events.PersonId;
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.review.TeamEvent.ConflictDeclared;
import org.waymark.events.review.TeamEvent.ImplementationShepherdsDesignated;
import org.waymark.events.review.TeamEvent.InterestStatementFiled;
import org.waymark.events.review.TeamEvent.LeadershipSelected;
import org.waymark.events.review.TeamEvent.MssiBriefingHeld;
import org.waymark.events.review.TeamEvent.ReviewTeamSelected;

/** What the members do before they work. */
class ReadinessTest {

    @Nested
    class Stating_interests {
        @Test
        void is_done_by_members_and_candidates_and_renewed() {
            assertRecords(called(ANNA_NOMINATED), stating(ANNA, null), stated(ANNA));
            assertRecords(seated(), stating(ANNA, null), stated(ANNA));
            assertRecords(
                    seated(stated(ANNA)),
                    stating(ANNA, DOCUMENT),
                    new InterestStatementFiled(ATRT4, MEMBER, ANNA, DOCUMENT));
            assertRefused(seated(stated(ANNA)), stating(ANNA, null), IT_CHANGES_SOMETHING);
        }

        @Test
        void is_refused_to_anybody_else_unless_attested() {
            assertRefused(called(), stating(ANNA, null), A_STATEMENT_IS_FILED_BY_MEMBERS_AND_CANDIDATES);
            assertWaived(
                    called(),
                    new FileInterestStatement(ATRT4, attested(ORG), ANNA, null),
                    A_STATEMENT_IS_FILED_BY_MEMBERS_AND_CANDIDATES);
        }

        @Test
        void is_refused_to_a_member_for_another_and_published_by_ICANN_org_for_all() {
            assertRefused(seated(), stating(BO, null), A_MEMBER_SPEAKS_FOR_THEMSELVES);
            assertRecords(
                    seated(),
                    new FileInterestStatement(ATRT4, ORG, BO, null),
                    new InterestStatementFiled(ATRT4, ORG, BO, null));
        }

        private ReviewCommand stating(PersonId person, @Nullable String address) {
            return new FileInterestStatement(ATRT4, MEMBER, person, address);
        }
    }

    @Nested
    class Declaring_a_conflict {
        final ReviewCommand declare = new DeclareConflict(ATRT4, MEMBER, ANNA, "Registry fees");
        final ReviewEvent declared = new ConflictDeclared(ATRT4, MEMBER, ANNA, "Registry fees");

        @Test
        void is_recorded_issue_by_issue() {
            assertRecords(seated(), declare, declared);
            assertRefused(seated(declared), declare, IT_CHANGES_SOMETHING);
            assertRecords(
                    seated(declared),
                    new DeclareConflict(ATRT4, MEMBER, ANNA, "Travel"),
                    new ConflictDeclared(ATRT4, MEMBER, ANNA, "Travel"));
        }

        @Test
        void is_refused_for_another_and_to_somebody_without_a_seat() {
            assertRefused(seated(), new DeclareConflict(ATRT4, MEMBER, BO, "Travel"), A_MEMBER_SPEAKS_FOR_THEMSELVES);
            assertRefused(nominated(), declare, THE_MEMBER_SITS_ON_THE_TEAM);
        }
    }

    @Nested
    class Convening {
        final ReviewCommand convene = new ConveneReviewTeam(ATRT4, TEAM);

        @Test
        void follows_the_statements_and_the_briefing() {
            assertRecords(seated(stated(ANNA), stated(BO), stated(CLEO), BRIEFED), convene, CONVENED);
        }

        @Test
        void is_refused_when_the_team_has_convened() {
            assertRefused(convened(), convene, A_TEAM_CONVENES_ONCE);
        }

        @Test
        void is_refused_before_the_selection() {
            assertRefused(nominated(stated(ANNA), BRIEFED), convene, THE_TEAM_IS_SEATED);
        }

        @Test
        void is_refused_while_a_statement_is_missing_unless_attested() {
            assertRefused(seated(stated(ANNA), stated(BO), BRIEFED), convene, INTERESTS_ARE_STATED_FIRST);
            var nameless = new ReviewTeamSelected(ATRT4, CHAIRS, 3, List.of(), List.of());
            assertRefused(nominated(nameless, BRIEFED), convene, INTERESTS_ARE_STATED_FIRST);
            assertRecords(nominated(nameless, stated(ANNA), BRIEFED), convene, CONVENED);
            assertWaived(
                    seated(stated(ANNA), stated(BO), BRIEFED),
                    new ConveneReviewTeam(ATRT4, attested(TEAM)),
                    INTERESTS_ARE_STATED_FIRST);
        }

        @Test
        void is_refused_before_the_briefing_unless_attested() {
            var ready = seated(stated(ANNA), stated(BO), stated(CLEO));
            assertRefused(ready, convene, THE_TEAM_IS_BRIEFED_FIRST);
            assertWaived(ready, new ConveneReviewTeam(ATRT4, attested(TEAM)), THE_TEAM_IS_BRIEFED_FIRST);
        }

        @Test
        void needs_neither_where_the_pack_asks_for_neither() {
            assertRecords(seated(), convene, by(ORGANIZATIONAL), CONVENED);
        }
    }

    @Nested
    class Leading_briefing_and_guiding {
        @Test
        void leaders_are_members_and_change_together() {
            var led = new LeadershipSelected(ATRT4, TEAM, List.of(ANNA, CLEO));
            assertRecords(seated(), leading(ANNA, CLEO), led);
            assertRefused(seated(led), leading(CLEO, ANNA), IT_CHANGES_SOMETHING);
            assertRefused(seated(), leading(ANNA, DAN), THE_MEMBER_SITS_ON_THE_TEAM);
            assertRefused(seated(), leading(), A_MEMBER_IS_NAMED);
            assertRefused(nominated(), leading(ANNA), THE_TEAM_IS_SEATED);
        }

        @Test
        void a_briefing_is_held_for_a_seated_team() {
            assertRecords(seated(), new RecordBriefing(ATRT4, ORG, 3), BRIEFED);
            assertRecords(seated(), new RecordBriefing(ATRT4, ORG, null), new MssiBriefingHeld(ATRT4, ORG, null));
            assertRefused(nominated(), new RecordBriefing(ATRT4, ORG, 3), THE_TEAM_IS_SEATED);
            assertRefused(seated(), new RecordBriefing(ATRT4, ORG, -1), A_COUNT_IS_NOT_NEGATIVE);
        }

        @Test
        void shepherds_are_members() {
            var guided = new ImplementationShepherdsDesignated(ATRT4, TEAM, List.of(ANNA, BO));
            assertRecords(seated(), guiding(ANNA, BO), guided);
            assertRefused(seated(guided), guiding(BO, ANNA), IT_CHANGES_SOMETHING);
            assertRefused(seated(), guiding(DAN), THE_MEMBER_SITS_ON_THE_TEAM);
            assertRefused(seated(), guiding(), A_MEMBER_IS_NAMED);
        }

        private ReviewCommand leading(PersonId... leaders) {
            return new SelectLeadership(ATRT4, TEAM, List.of(leaders));
        }

        private ReviewCommand guiding(PersonId... shepherds) {
            return new DesignateImplementationShepherds(ATRT4, TEAM, List.of(shepherds));
        }
    }
}
