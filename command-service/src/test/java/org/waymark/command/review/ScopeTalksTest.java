package org.waymark.command.review;

import static org.waymark.command.review.Given.*;
import static org.waymark.command.review.ReviewRule.*;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.waymark.command.review.ReportCommand.PublishDraftReport;
import org.waymark.command.review.ScopeCommand.AdoptTermsOfReference;
import org.waymark.command.review.ScopeCommand.AgreeScope;
import org.waymark.command.review.ScopeCommand.AmendScope;
import org.waymark.command.review.ScopeCommand.DraftScope;
import org.waymark.command.review.ScopeCommand.EndorseScope;
import org.waymark.command.review.ScopeCommand.RaiseScopeConcern;
import org.waymark.command.review.ScopeCommand.ShareScope;
import org.waymark.events.By;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;
import org.waymark.events.PlannedDate;
import org.waymark.events.Role;
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.review.ScopeEvent.ScopeAgreed;
import org.waymark.events.review.ScopeEvent.ScopeAmended;
import org.waymark.events.review.ScopeEvent.ScopeConcernRaised;
import org.waymark.events.review.ScopeEvent.ScopeDrafted;
import org.waymark.events.review.ScopeEvent.ScopeEndorsed;
import org.waymark.events.review.ScopeEvent.ScopeSharedWithLeadership;
import org.waymark.events.review.ScopeEvent.TermsOfReferenceAdopted;

class ScopeTalksTest {

    static final ReviewEvent WRITTEN = new ScopeDrafted(ATRT4, TEAM, "Everything");
    static final ReviewEvent AMENDED = new ScopeAmended(ATRT4, TEAM, 2, "Less");
    static final ReviewCommand GNSO_ENDORSES = new EndorseScope(ATRT4, GNSO, 1, Group.GNSO, null);
    static final ReviewCommand PUBLISH = new PublishDraftReport(ATRT4, TEAM, List.of(FIRST, SECOND), DOCUMENT);

    @Nested
    class Drafting {
        @Test
        void records_the_text_the_team_works_on() {
            assertRecords(convened(), new DraftScope(ATRT4, TEAM, "Everything"), WRITTEN);
            assertRefused(convened(WRITTEN), new DraftScope(ATRT4, TEAM, "Everything"), IT_CHANGES_SOMETHING);
        }

        @Test
        void is_refused_before_the_team_convenes_unless_attested() {
            assertRefused(seated(), new DraftScope(ATRT4, TEAM, "Everything"), THE_TEAM_HAS_CONVENED);
            assertWaived(seated(), new DraftScope(ATRT4, attested(TEAM), "Everything"), THE_TEAM_HAS_CONVENED);
        }

        @Test
        void is_refused_once_a_scope_is_agreed() {
            assertRefused(convened(AGREED), new DraftScope(ATRT4, TEAM, "Less"), AN_AGREED_SCOPE_IS_AMENDED);
        }
    }

    @Nested
    class Agreeing {
        @Test
        void makes_the_draft_or_another_text_the_first_version() {
            assertRecords(convened(WRITTEN), new AgreeScope(ATRT4, TEAM, null), AGREED);
            assertRecords(
                    convened(WRITTEN), new AgreeScope(ATRT4, TEAM, "Less"), new ScopeAgreed(ATRT4, TEAM, 1, "Less"));
        }

        @Test
        void is_refused_without_a_text_unless_attested() {
            assertRefused(convened(), new AgreeScope(ATRT4, TEAM, null), A_SCOPE_HAS_A_TEXT);
            assertWaived(convened(), new AgreeScope(ATRT4, attested(TEAM), null), A_SCOPE_HAS_A_TEXT);
        }

        @Test
        void is_refused_a_second_time() {
            assertRefused(convened(AGREED), new AgreeScope(ATRT4, TEAM, "Less"), AN_AGREED_SCOPE_IS_AMENDED);
        }
    }

    @Nested
    class Adopting_terms_of_reference {
        @Test
        void follows_the_scope() {
            assertRecords(convened(AGREED), new AdoptTermsOfReference(ATRT4, TEAM, DOCUMENT), TERMS_ADOPTED);
            assertRefused(convened(WRITTEN), new AdoptTermsOfReference(ATRT4, TEAM, DOCUMENT), THE_SCOPE_IS_AGREED);
        }

        @Test
        void is_done_again_with_another_document() {
            var terms = new AdoptTermsOfReference(ATRT4, TEAM, DOCUMENT);
            assertRefused(convened(AGREED, TERMS_ADOPTED), terms, IT_CHANGES_SOMETHING);
            var nameless = new TermsOfReferenceAdopted(ATRT4, TEAM, null);
            assertRecords(convened(AGREED, TERMS_ADOPTED), new AdoptTermsOfReference(ATRT4, TEAM, null), nameless);
            assertRefused(
                    convened(AGREED, nameless), new AdoptTermsOfReference(ATRT4, TEAM, null), IT_CHANGES_SOMETHING);
        }
    }

    @Nested
    class Sharing {
        final ReviewCommand share = sharing(NEXT_WEEK, Group.GNSO, Group.ALAC);

        @Test
        void asks_the_SO_ACs_and_their_parts() {
            assertRecords(agreed(), share, SHARED);
            assertRecords(
                    agreed(),
                    sharing(null, Group.GNSO, Group.NCUC),
                    new ScopeSharedWithLeadership(ATRT4, LEADERSHIP, 1, List.of(Group.GNSO, Group.NCUC), null));
        }

        @Test
        void is_refused_before_scope_terms_and_plan_unless_attested() {
            assertRefused(convened(), share, THE_SCOPE_IS_AGREED);
            assertRefused(convened(AGREED, PLANNED), share, TERMS_OF_REFERENCE_ARE_ADOPTED);
            assertRefused(convened(AGREED, TERMS_ADOPTED), share, A_WORK_PLAN_IS_ADOPTED);
            assertWaived(
                    convened(),
                    new ShareScope(ATRT4, attested(LEADERSHIP), List.of(Group.GNSO), NEXT_WEEK),
                    A_WORK_PLAN_IS_ADOPTED,
                    TERMS_OF_REFERENCE_ARE_ADOPTED,
                    THE_SCOPE_IS_AGREED);
        }

        @Test
        void is_refused_with_nobody_unless_attested() {
            assertRefused(agreed(), sharing(NEXT_WEEK), BODIES_ARE_ASKED);
            assertWaived(agreed(), new ShareScope(ATRT4, attested(LEADERSHIP), List.of(), NEXT_WEEK), BODIES_ARE_ASKED);
        }

        @Test
        void is_refused_with_what_is_no_part_of_an_so_or_ac() {
            assertRefused(agreed(), sharing(null, Group.GNSO, Group.BOARD), ONLY_SOACS_AND_THEIR_PARTS_ARE_NAMED);
        }

        @Test
        void again_asks_more_or_sets_another_day() {
            assertRefused(shared(), share, IT_CHANGES_SOMETHING);
            assertRefused(shared(), sharing(null, Group.GNSO), IT_CHANGES_SOMETHING);
            assertRecords(
                    shared(),
                    sharing(NEXT_MONTH, Group.GNSO),
                    new ScopeSharedWithLeadership(ATRT4, LEADERSHIP, 1, List.of(Group.GNSO), NEXT_MONTH));
            assertRecords(
                    shared(),
                    sharing(NEXT_WEEK, Group.SSAC),
                    new ScopeSharedWithLeadership(ATRT4, LEADERSHIP, 1, List.of(Group.SSAC), NEXT_WEEK));
        }

        @Test
        void is_refused_when_it_leaves_no_time() {
            assertRefused(agreed(), sharing(YESTERDAY, Group.GNSO), A_TERM_ENDS_AFTER_IT_IS_SET);
        }

        private ReviewCommand sharing(@Nullable PlannedDate endorseBy, Group... groups) {
            return new ShareScope(ATRT4, LEADERSHIP, List.of(groups), endorseBy);
        }
    }

    @Nested
    class Endorsing_and_raising_a_concern {
        final ReviewCommand raise = new RaiseScopeConcern(ATRT4, GNSO, 1, Group.GNSO, "Too wide");
        final ReviewEvent raised = new ScopeConcernRaised(ATRT4, GNSO, 1, Group.GNSO, "Too wide");

        @Test
        void answers_for_a_body_with_conditions_or_without() {
            assertRecords(shared(), GNSO_ENDORSES, GNSO_ENDORSED);
            assertRecords(
                    shared(),
                    new EndorseScope(ATRT4, GNSO, 1, Group.GNSO, "In a year"),
                    new ScopeEndorsed(ATRT4, GNSO, 1, Group.GNSO, "In a year"));
            assertRecords(shared(), raise, raised);
        }

        @Test
        void may_change_until_the_time_is_over() {
            assertRefused(shared(raised), raise, IT_CHANGES_SOMETHING);
            assertRefused(shared(GNSO_ENDORSED), GNSO_ENDORSES, IT_CHANGES_SOMETHING);
            assertRecords(shared(raised), GNSO_ENDORSES, GNSO_ENDORSED);
            assertRecords(shared(GNSO_ENDORSED), raise, raised);
        }

        @Test
        void is_refused_before_the_scope_is_shared_unless_attested() {
            assertRefused(agreed(), GNSO_ENDORSES, THE_SCOPE_IS_SHARED);
            assertRefused(agreed(), raise, THE_SCOPE_IS_SHARED);
            assertWaived(agreed(), new EndorseScope(ATRT4, attested(GNSO), 1, Group.GNSO, null), THE_SCOPE_IS_SHARED);
        }

        @Test
        void is_refused_for_another_body() {
            assertRefused(
                    shared(),
                    new EndorseScope(ATRT4, GNSO, 1, Group.ALAC, null),
                    A_GROUP_SPEAKS_FOR_ITSELF_AND_ITS_PARTS);
        }

        @Test
        void is_refused_on_another_version() {
            assertRefused(
                    shared(),
                    new EndorseScope(ATRT4, GNSO, 2, Group.GNSO, null),
                    AN_ANSWER_IS_ABOUT_THE_PRESENT_VERSION);
            assertRefused(shared(AMENDED), GNSO_ENDORSES, AN_ANSWER_IS_ABOUT_THE_PRESENT_VERSION);
        }

        @Test
        void is_refused_to_a_body_that_was_not_asked_unless_attested() {
            assertRefused(shared(), new EndorseScope(ATRT4, GNSO, 1, Group.NCUC, null), THE_GROUP_WAS_ASKED);
            assertWaived(shared(), new EndorseScope(ATRT4, attested(GNSO), 1, Group.NCUC, null), THE_GROUP_WAS_ASKED);
        }
    }

    @Nested
    class The_endorsement_window {
        @Test
        void ends_with_the_day_that_was_named() {
            assertRecords(sharedUntil(ON_THE_DAY), GNSO_ENDORSES, GNSO_ENDORSED);
            assertRefused(sharedUntil(YESTERDAY), GNSO_ENDORSES, AN_ANSWER_COMES_IN_TIME);
            assertWaived(
                    sharedUntil(YESTERDAY),
                    new EndorseScope(ATRT4, attested(GNSO), 1, Group.GNSO, null),
                    AN_ANSWER_COMES_IN_TIME);
        }

        @Test
        void is_60_days_where_none_was_named() {
            assertRecords(sharedOn(TODAY.minusDays(60), null), GNSO_ENDORSES, GNSO_ENDORSED);
            assertRefused(sharedOn(TODAY.minusDays(61), null), GNSO_ENDORSES, AN_ANSWER_COMES_IN_TIME);
        }

        @Test
        void holds_the_report_up_until_each_body_endorses() {
            assertRefused(shared(), PUBLISH, THE_SCOPE_IS_ENDORSED);
            assertRefused(shared(GNSO_ENDORSED), PUBLISH, THE_SCOPE_IS_ENDORSED);
            var concern = new ScopeConcernRaised(ATRT4, ALAC, 1, Group.ALAC, "Too wide");
            assertRefused(shared(GNSO_ENDORSED, concern), PUBLISH, THE_SCOPE_IS_ENDORSED);
            assertRecords(shared(GNSO_ENDORSED, ALAC_ENDORSED), PUBLISH, DRAFTED);
        }

        @Test
        void takes_silence_for_no_objection_once_it_is_over() {
            assertRefused(sharedUntil(ON_THE_DAY), PUBLISH, THE_SCOPE_IS_ENDORSED);
            assertRecords(sharedUntil(YESTERDAY), PUBLISH, DRAFTED);
        }

        @Test
        void opens_again_for_everybody_with_an_amendment() {
            var endorse = new EndorseScope(ATRT4, GNSO, 2, Group.GNSO, null);
            assertRecords(
                    after(sharedUntil(YESTERDAY), AMENDED),
                    endorse,
                    new ScopeEndorsed(ATRT4, GNSO, 2, Group.GNSO, null));
            assertRefused(endorsed(AMENDED), PUBLISH, THE_SCOPE_IS_ENDORSED);
        }

        @Test
        void opens_again_for_a_body_that_is_asked_later() {
            var first = new ScopeSharedWithLeadership(ATRT4, before(90), 1, List.of(Group.GNSO), YESTERDAY);
            var later = new ScopeSharedWithLeadership(ATRT4, before(30), 1, List.of(Group.ALAC), null);
            assertRecords(agreed(first, later), new EndorseScope(ATRT4, ALAC, 1, Group.ALAC, null), ALAC_ENDORSED);
        }

        private Review sharedUntil(PlannedDate endorseBy) {
            return sharedOn(TODAY.minusWeeks(2), endorseBy);
        }

        private Review sharedOn(LocalDate day, @Nullable PlannedDate endorseBy) {
            return agreed(new ScopeSharedWithLeadership(
                    ATRT4, on(By.of(Role.LEADERSHIP), day, null, null), 1, List.of(Group.GNSO, Group.ALAC), endorseBy));
        }

        private Occurrence before(int days) {
            return on(By.of(Role.LEADERSHIP), TODAY.minusDays(days), null, null);
        }
    }

    @Nested
    class Amending {
        final ReviewCommand amend = new AmendScope(ATRT4, TEAM, "Less");

        @Test
        void makes_a_new_version() {
            assertRecords(endorsed(), amend, AMENDED);
            assertRecords(
                    endorsed(AMENDED), new AmendScope(ATRT4, TEAM, "Least"), new ScopeAmended(ATRT4, TEAM, 3, "Least"));
            assertRecords(convened(AGREED), amend, AMENDED);
        }

        @Test
        void is_refused_before_a_scope_is_agreed() {
            assertRefused(convened(WRITTEN), amend, THE_SCOPE_IS_AGREED);
        }

        @Test
        void is_refused_when_nothing_is_new() {
            assertRefused(convened(AGREED, AMENDED), amend, IT_CHANGES_SOMETHING);
        }

        @Test
        void is_refused_once_the_final_report_is_with_the_Board_unless_attested() {
            assertRefused(submitted(), amend, THE_FINAL_REPORT_IS_NOT_SUBMITTED_YET);
            assertWaived(
                    submitted(), new AmendScope(ATRT4, attested(TEAM), "Less"), THE_FINAL_REPORT_IS_NOT_SUBMITTED_YET);
            assertRecords(adopted(), amend, AMENDED);
        }
    }

    @Nested
    class A_process_without_endorsement {
        @Test
        void asks_for_an_agreed_scope_alone() {
            assertRecords(convened(AGREED), PUBLISH, by(ORGANIZATIONAL), DRAFTED);
            assertRefused(convened(WRITTEN), PUBLISH, by(ORGANIZATIONAL), THE_SCOPE_IS_AGREED);
            assertRefused(convened(AGREED), PUBLISH, THE_SCOPE_IS_SHARED);
        }
    }
}
