package org.waymark.command.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.waymark.command.recommendation.RecommendationRule.*;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.waymark.command.desk.Actor;
import org.waymark.command.desk.Desk;
import org.waymark.command.desk.OtherStreams;
import org.waymark.command.desk.Refusal;
import org.waymark.command.desk.TestPacks;
import org.waymark.command.desk.Verb;
import org.waymark.command.recommendation.BoardCommand.AnswerPassThrough;
import org.waymark.command.recommendation.BoardCommand.NotifyPassThrough;
import org.waymark.command.recommendation.BoardCommand.RecordBoardAction;
import org.waymark.command.recommendation.BoardCommand.SupplementRecommendation;
import org.waymark.command.recommendation.ConsensusCommand.DesignateConsensus;
import org.waymark.command.recommendation.ConsensusCommand.FileMinorityStatement;
import org.waymark.command.recommendation.ConsensusCommand.FinalizeRecommendation;
import org.waymark.command.recommendation.ConsensusCommand.OpenConsensusCall;
import org.waymark.command.recommendation.ConsensusCommand.PrioritizeRecommendation;
import org.waymark.command.recommendation.ConsensusCommand.RaiseObjection;
import org.waymark.command.recommendation.ConsensusCommand.ResolveObjection;
import org.waymark.command.recommendation.ConsensusCommand.StatePosition;
import org.waymark.command.recommendation.ImplementationCommand.AssessEffect;
import org.waymark.command.recommendation.ImplementationCommand.AssignCommunityPriority;
import org.waymark.command.recommendation.ImplementationCommand.ClaimCompletion;
import org.waymark.command.recommendation.ImplementationCommand.CompleteImplementationDesign;
import org.waymark.command.recommendation.ImplementationCommand.DisputeCompletion;
import org.waymark.command.recommendation.ImplementationCommand.GiveClarification;
import org.waymark.command.recommendation.ImplementationCommand.KeepRecommendation;
import org.waymark.command.recommendation.ImplementationCommand.ProposeRetirement;
import org.waymark.command.recommendation.ImplementationCommand.RecordDependency;
import org.waymark.command.recommendation.ImplementationCommand.ReportImplementationStatus;
import org.waymark.command.recommendation.ImplementationCommand.RequestClarification;
import org.waymark.command.recommendation.ImplementationCommand.RetireRecommendation;
import org.waymark.command.recommendation.ImplementationCommand.StartImplementation;
import org.waymark.command.recommendation.ImplementationCommand.VerifyCompletion;
import org.waymark.command.recommendation.TextCommand.DraftRecommendation;
import org.waymark.command.recommendation.TextCommand.MergeRecommendation;
import org.waymark.command.recommendation.TextCommand.RetractRecommendationFact;
import org.waymark.command.recommendation.TextCommand.RewordRecommendation;
import org.waymark.command.recommendation.TextCommand.WithdrawRecommendation;
import org.waymark.events.Attested;
import org.waymark.events.By;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;
import org.waymark.events.PersonId;
import org.waymark.events.PlannedDate;
import org.waymark.events.Precision;
import org.waymark.events.Role;
import org.waymark.events.recommendation.BoardEvent.Answer;
import org.waymark.events.recommendation.BoardEvent.BoardActionRecorded;
import org.waymark.events.recommendation.BoardEvent.Disposition;
import org.waymark.events.recommendation.BoardEvent.PassThroughAnswered;
import org.waymark.events.recommendation.BoardEvent.PassThroughNotified;
import org.waymark.events.recommendation.BoardEvent.RecommendationSupplemented;
import org.waymark.events.recommendation.ConsensusEvent.ConsensusCallOpened;
import org.waymark.events.recommendation.ConsensusEvent.ConsensusDesignated;
import org.waymark.events.recommendation.ConsensusEvent.MinorityStatementFiled;
import org.waymark.events.recommendation.ConsensusEvent.ObjectionRaised;
import org.waymark.events.recommendation.ConsensusEvent.ObjectionResolved;
import org.waymark.events.recommendation.ConsensusEvent.Position;
import org.waymark.events.recommendation.ConsensusEvent.PositionStated;
import org.waymark.events.recommendation.ConsensusEvent.RecommendationFinalized;
import org.waymark.events.recommendation.ConsensusEvent.RecommendationPrioritized;
import org.waymark.events.recommendation.ConsensusLevel;
import org.waymark.events.recommendation.ImplementationEvent.ClarificationGiven;
import org.waymark.events.recommendation.ImplementationEvent.ClarificationRequested;
import org.waymark.events.recommendation.ImplementationEvent.CommunityPriority;
import org.waymark.events.recommendation.ImplementationEvent.CommunityPriorityAssigned;
import org.waymark.events.recommendation.ImplementationEvent.CompletionDisputed;
import org.waymark.events.recommendation.ImplementationEvent.CompletionVerified;
import org.waymark.events.recommendation.ImplementationEvent.DependencyRecorded;
import org.waymark.events.recommendation.ImplementationEvent.Effect;
import org.waymark.events.recommendation.ImplementationEvent.EffectAssessed;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationCompleted;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationDesignCompleted;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStarted;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatus;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatusReported;
import org.waymark.events.recommendation.ImplementationEvent.RecommendationKept;
import org.waymark.events.recommendation.ImplementationEvent.RecommendationRetired;
import org.waymark.events.recommendation.ImplementationEvent.RetirementProposed;
import org.waymark.events.recommendation.RecommendationEvent;
import org.waymark.events.recommendation.RecommendationId;
import org.waymark.events.recommendation.TeamPriority;
import org.waymark.events.recommendation.TextEvent.RecommendationDrafted;
import org.waymark.events.recommendation.TextEvent.RecommendationFactRetracted;
import org.waymark.events.recommendation.TextEvent.RecommendationMerged;
import org.waymark.events.recommendation.TextEvent.RecommendationReworded;
import org.waymark.events.recommendation.TextEvent.RecommendationWithdrawn;
import org.waymark.events.review.ReviewId;
import org.waymark.events.review.Vote;
import org.waymark.events.store.EventJson;

class RecommendationTest {

    static final RecommendationId ATRT4_7 = new RecommendationId("atrt4/7");
    static final RecommendationId ATRT4_8 = new RecommendationId("atrt4/8");
    static final RecommendationId CCT2_1 = new RecommendationId("cct2/1");
    static final PersonId ANNA = new PersonId("anna");
    static final PersonId BO = new PersonId("bo");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 14);
    static final PlannedDate LAST_WEEK = PlannedDate.day(TODAY.minusWeeks(1));
    static final PlannedDate NEXT_WEEK = PlannedDate.day(TODAY.plusWeeks(1));
    static final Occurrence TEAM = by(By.of(Role.TEAM));
    static final Occurrence BOARD = by(By.of(Role.BOARD));
    static final Occurrence ORG = by(By.of(Role.ORG));
    static final Occurrence SHEPHERD = by(By.of(Role.SHEPHERD));
    static final Occurrence GNSO = by(By.soAc(Group.GNSO));
    static final Occurrence MEMBER = by(By.of(Role.MEMBER));

    static final RecommendationEvent DRAFTED = new RecommendationDrafted(
            ATRT4_7, TEAM, "7", "Publish", "Publish everything", null, List.of(), "bylaws-2016");
    static final RecommendationEvent UNTITLED =
            new RecommendationDrafted(ATRT4_7, TEAM, "7", null, null, null, List.of(), "bylaws-2016");
    static final RecommendationEvent WITHDRAWN = new RecommendationWithdrawn(ATRT4_7, TEAM);
    static final RecommendationEvent CALLED = new ConsensusCallOpened(ATRT4_7, TEAM, LAST_WEEK);
    static final RecommendationEvent CALLING = new ConsensusCallOpened(ATRT4_7, TEAM, NEXT_WEEK);
    static final RecommendationEvent OBJECTED = new ObjectionRaised(ATRT4_7, MEMBER, "o1", ANNA, "Too costly");
    static final RecommendationEvent RESOLVED = new ObjectionResolved(ATRT4_7, TEAM, "o1", "Costs are capped");
    static final RecommendationEvent DESIGNATED =
            new ConsensusDesignated(ATRT4_7, TEAM, ConsensusLevel.CONSENSUS, null);
    static final RecommendationEvent RANKED =
            new RecommendationPrioritized(ATRT4_7, TEAM, TeamPriority.HIGH, "Trust depends on it");
    static final RecommendationEvent FINAL = new RecommendationFinalized(ATRT4_7, TEAM);
    static final RecommendationEvent APPROVED = acted("whole", Disposition.APPROVED);
    static final RecommendationEvent REJECTED = acted("whole", Disposition.REJECTED);
    static final RecommendationEvent PENDING = acted("whole", Disposition.PENDING);
    static final RecommendationEvent PASSED = new BoardActionRecorded(
            ATRT4_7, BOARD, "2", Disposition.PASSED_THROUGH, "2026.01.02", "Not ours", List.of(Group.GNSO));
    static final RecommendationEvent STARTED = new ImplementationStarted(ATRT4_7, ORG);
    static final RecommendationEvent CLAIMED = new ImplementationCompleted(ATRT4_7, ORG, "https://example.org/done");
    static final RecommendationEvent VERIFIED = new CompletionVerified(ATRT4_7, SHEPHERD, "It is there");
    static final RecommendationEvent DISPUTED = new CompletionDisputed(ATRT4_7, SHEPHERD, "Half of it is there");
    static final RecommendationEvent PROPOSED = new RetirementProposed(ATRT4_7, ORG, "Overtaken");
    static final RecommendationEvent RETIRED = new RecommendationRetired(ATRT4_7, ORG);

    @Nested
    class Any_command {
        @Test
        void is_refused_to_a_role_that_the_pack_does_not_name() {
            var verify = new VerifyCompletion(ATRT4_7, BOARD, "Done");
            var desk = desk(verify, Map.of("verify-completion", Set.of(Role.SHEPHERD)));
            assertThat(assertRefused(given(DRAFTED), verify, desk, THE_RULES_GIVE_THIS_TO_THE_ROLE))
                    .containsEntry("role", Role.BOARD)
                    .containsEntry("allowed", Set.of(Role.SHEPHERD));
        }

        @Test
        void is_refused_before_the_draft() {
            assertRefused(given(), new FinalizeRecommendation(ATRT4_7, TEAM), THE_RECOMMENDATION_IS_ON_RECORD);
        }

        @Test
        void is_refused_once_it_is_withdrawn_merged_or_retired() {
            var finalize = new FinalizeRecommendation(ATRT4_7, TEAM);
            assertRefused(given(DRAFTED, WITHDRAWN), finalize, IT_STILL_STANDS);
            assertRefused(given(DRAFTED, new RecommendationMerged(ATRT4_7, TEAM, ATRT4_8)), finalize, IT_STILL_STANDS);
            assertRefused(given(DRAFTED, FINAL, PROPOSED, RETIRED), finalize, IT_STILL_STANDS);
        }
    }

    @Nested
    class Drafting {
        final DraftRecommendation draft =
                new DraftRecommendation(ATRT4_7, TEAM, "7", "Publish", "Publish everything", null, List.of());

        @Test
        void enters_it_with_the_pack_of_its_review() {
            assertThat(decided(given(), draft)).isEqualTo(DRAFTED);
        }

        @Test
        void names_no_pack_where_the_review_has_none() {
            var desk = desk(draft, EVERYTHING, new OtherStreams(1, true, "", Map.of()));
            assertThat(given().decide(draft, desk))
                    .isInstanceOfSatisfying(
                            RecommendationDrafted.class,
                            drafted -> assertThat(drafted.pack()).isNull());
        }

        @Test
        void is_refused_for_a_review_nobody_knows() {
            assertRefused(given(), draft, desk(draft, EVERYTHING, OtherStreams.NONE), THE_REVIEW_IS_ON_RECORD);
        }

        @Test
        void is_refused_for_a_number_that_is_taken() {
            assertRefused(given(DRAFTED), draft, A_NUMBER_IS_DRAFTED_ONCE);
        }
    }

    @Nested
    class Rewording {
        @Test
        void records_the_new_text() {
            assertThat(decided(
                            given(DRAFTED), new RewordRecommendation(ATRT4_7, TEAM, null, "Publish most", "Counted")))
                    .isEqualTo(new RecommendationReworded(ATRT4_7, TEAM, null, "Publish most", "Counted"));
        }

        @Test
        void is_refused_when_nothing_is_new() {
            var same = new RewordRecommendation(ATRT4_7, TEAM, null, "Publish everything", null);
            assertRefused(given(DRAFTED), same, IT_CHANGES_SOMETHING);
        }

        @Test
        void is_refused_once_it_is_final_unless_attested() {
            assertRefused(
                    given(DRAFTED, FINAL),
                    new RewordRecommendation(ATRT4_7, TEAM, null, "New", null),
                    IT_IS_NOT_FINAL_YET);
            assertWaived(
                    given(DRAFTED, FINAL),
                    on -> new RewordRecommendation(ATRT4_7, on, null, "New", null),
                    IT_IS_NOT_FINAL_YET);
        }
    }

    @Nested
    class Merging_and_withdrawing {
        @Test
        void record_where_it_went() {
            assertThat(decided(given(DRAFTED), new MergeRecommendation(ATRT4_7, TEAM, ATRT4_8)))
                    .isEqualTo(new RecommendationMerged(ATRT4_7, TEAM, ATRT4_8));
            assertThat(decided(given(DRAFTED), new WithdrawRecommendation(ATRT4_7, TEAM)))
                    .isEqualTo(WITHDRAWN);
        }

        @Test
        void is_refused_into_itself_or_into_another_review() {
            assertRefused(
                    given(DRAFTED), new MergeRecommendation(ATRT4_7, TEAM, ATRT4_7), ANOTHER_RECOMMENDATION_IS_NAMED);
            assertRefused(given(DRAFTED), new MergeRecommendation(ATRT4_7, TEAM, CCT2_1), A_MERGER_STAYS_IN_THE_REVIEW);
        }

        @Test
        void is_refused_once_it_is_final() {
            assertRefused(given(DRAFTED, FINAL), new MergeRecommendation(ATRT4_7, TEAM, ATRT4_8), IT_IS_NOT_FINAL_YET);
            assertRefused(given(DRAFTED, FINAL), new WithdrawRecommendation(ATRT4_7, TEAM), IT_IS_NOT_FINAL_YET);
        }

        @Test
        void a_fact_can_be_retracted_whatever_the_stage() {
            assertThat(decided(given(DRAFTED, WITHDRAWN), new RetractRecommendationFact(ATRT4_7, TEAM)))
                    .isEqualTo(new RecommendationFactRetracted(ATRT4_7, TEAM));
        }
    }

    @Nested
    class Calling_for_consensus {
        final RecommendationCommand call = new OpenConsensusCall(ATRT4_7, TEAM, NEXT_WEEK);

        @Test
        void opens_until_a_day() {
            assertThat(decided(given(DRAFTED), call)).isEqualTo(CALLING);
            assertThat(decided(given(DRAFTED, CALLED, DESIGNATED), call)).isEqualTo(CALLING);
        }

        @Test
        void is_refused_without_a_text() {
            assertRefused(given(UNTITLED), call, A_CALL_HAS_A_TEXT);
            assertWaived(given(UNTITLED), on -> new OpenConsensusCall(ATRT4_7, on, NEXT_WEEK), A_CALL_HAS_A_TEXT);
        }

        @Test
        void is_refused_while_one_is_open() {
            assertRefused(given(DRAFTED, CALLING), call, NO_CALL_IS_OPEN);
        }

        @Test
        void is_refused_when_it_leaves_no_time_even_if_attested() {
            assertRefused(
                    given(DRAFTED), new OpenConsensusCall(ATRT4_7, TEAM, LAST_WEEK), A_CALL_LEAVES_TIME_TO_OBJECT);
            assertRefused(
                    given(DRAFTED),
                    new OpenConsensusCall(ATRT4_7, attested(TEAM), LAST_WEEK),
                    A_CALL_LEAVES_TIME_TO_OBJECT);
            assertThat(decided(given(DRAFTED), new OpenConsensusCall(ATRT4_7, TEAM, PlannedDate.day(TODAY))))
                    .isNotNull();
        }
    }

    @Nested
    class Stating_a_position {
        @Test
        void records_it_and_a_changed_mind() {
            var supports = new StatePosition(ATRT4_7, MEMBER, ANNA, Group.GNSO, Position.SUPPORTS, null);
            var stated = new PositionStated(ATRT4_7, MEMBER, ANNA, Group.GNSO, Position.SUPPORTS, null);
            assertThat(decided(given(DRAFTED), supports)).isEqualTo(stated);
            assertRefused(given(DRAFTED, stated), supports, IT_CHANGES_SOMETHING);
            assertThat(decided(
                            given(DRAFTED, stated),
                            new StatePosition(ATRT4_7, MEMBER, ANNA, Group.GNSO, Position.OPPOSES, null)))
                    .isNotNull();
        }

        @Test
        void is_refused_to_a_member_for_another() {
            assertRefused(
                    given(DRAFTED),
                    new StatePosition(ATRT4_7, MEMBER, BO, null, Position.OPPOSES, null),
                    A_MEMBER_SPEAKS_FOR_THEMSELVES);
        }
    }

    @Nested
    class Objecting {
        final RecommendationCommand raise = new RaiseObjection(ATRT4_7, MEMBER, "o1", ANNA, "Too costly");
        final RecommendationCommand resolve = new ResolveObjection(ATRT4_7, TEAM, "o1", "Costs are capped");

        @Test
        void is_recorded_while_the_call_is_open_and_resolved_after() {
            assertThat(decided(given(DRAFTED, CALLING), raise)).isEqualTo(OBJECTED);
            assertThat(decided(given(DRAFTED, CALLING, OBJECTED), resolve)).isEqualTo(RESOLVED);
        }

        @Test
        void is_possible_on_the_last_day_and_not_after() {
            var today = new ConsensusCallOpened(ATRT4_7, TEAM, PlannedDate.day(TODAY));
            assertThat(decided(given(DRAFTED, today), raise)).isEqualTo(OBJECTED);
            var yesterday = new ConsensusCallOpened(ATRT4_7, TEAM, PlannedDate.day(TODAY.minusDays(1)));
            assertRefused(given(DRAFTED, yesterday), raise, AN_OBJECTION_COMES_IN_TIME);
        }

        @Test
        void is_refused_without_a_call() {
            assertRefused(given(DRAFTED), raise, A_CALL_IS_OPEN);
        }

        @Test
        void is_refused_under_a_name_that_is_taken() {
            assertRefused(given(DRAFTED, CALLING, OBJECTED), raise, AN_OBJECTION_HAS_ITS_OWN_NAME);
        }

        @Test
        void is_refused_to_a_member_for_another() {
            assertRefused(
                    given(DRAFTED, CALLING),
                    new RaiseObjection(ATRT4_7, MEMBER, "o1", BO, "Too costly"),
                    A_MEMBER_SPEAKS_FOR_THEMSELVES);
        }

        @Test
        void is_resolved_once() {
            assertRefused(given(DRAFTED, CALLING), resolve, AN_OBJECTION_IS_OPEN);
            assertRefused(given(DRAFTED, CALLING, OBJECTED, RESOLVED), resolve, AN_OBJECTION_IS_OPEN);
            var other = new ObjectionRaised(ATRT4_7, MEMBER, "o2", BO, "Too vague");
            assertRefused(given(DRAFTED, CALLING, OBJECTED, RESOLVED, other), resolve, THE_OBJECTION_IS_OPEN);
        }
    }

    @Nested
    class Designating_consensus {
        final RecommendationCommand designate = designating(ConsensusLevel.CONSENSUS, null);

        @Test
        void records_the_level_once_the_call_is_over() {
            assertThat(decided(given(DRAFTED, CALLED), designate)).isEqualTo(DESIGNATED);
        }

        @Test
        void records_a_vote_without_a_call() {
            var vote = new Vote(9, 4, 1);
            assertThat(decided(given(DRAFTED), designating(ConsensusLevel.CONSENSUS, vote)))
                    .isEqualTo(new ConsensusDesignated(ATRT4_7, TEAM, ConsensusLevel.CONSENSUS, vote));
        }

        @Test
        void is_refused_without_a_call_or_a_vote_unless_attested() {
            assertRefused(given(DRAFTED), designate, A_LEVEL_FOLLOWS_A_CALL_OR_A_VOTE);
            assertRefused(given(DRAFTED, CALLED, DESIGNATED), designate, A_LEVEL_FOLLOWS_A_CALL_OR_A_VOTE);
            assertWaived(
                    given(DRAFTED),
                    on -> new DesignateConsensus(ATRT4_7, on, ConsensusLevel.FULL_CONSENSUS, null),
                    A_LEVEL_FOLLOWS_A_CALL_OR_A_VOTE);
        }

        @Test
        void is_refused_on_the_last_day_for_objections() {
            var today = new ConsensusCallOpened(ATRT4_7, TEAM, PlannedDate.day(TODAY));
            assertRefused(given(DRAFTED, today), designate, THE_CALL_IS_OVER);
        }

        @Test
        void is_refused_as_full_consensus_while_somebody_objects() {
            var full = designating(ConsensusLevel.FULL_CONSENSUS, null);
            assertRefused(given(DRAFTED, CALLED, OBJECTED), full, NOBODY_OBJECTS_TO_FULL_CONSENSUS);
            assertThat(decided(given(DRAFTED, CALLED, OBJECTED, RESOLVED), full))
                    .isNotNull();
            var opposed = new PositionStated(ATRT4_7, MEMBER, ANNA, null, Position.OPPOSES, null);
            assertRefused(given(DRAFTED, CALLED, opposed), full, NOBODY_OBJECTS_TO_FULL_CONSENSUS);
            assertThat(decided(given(DRAFTED, CALLED, OBJECTED), designate)).isNotNull();
        }

        @Test
        void is_refused_against_the_count_of_the_vote() {
            assertRefused(
                    given(DRAFTED),
                    designating(ConsensusLevel.FULL_CONSENSUS, new Vote(9, 1, 0)),
                    THE_VOTE_BEARS_OUT_THE_LEVEL);
            assertRefused(
                    given(DRAFTED),
                    designating(ConsensusLevel.CONSENSUS, new Vote(4, 4, 0)),
                    THE_VOTE_BEARS_OUT_THE_LEVEL);
            assertRefused(
                    given(DRAFTED),
                    designating(ConsensusLevel.DIVERGENCE, new Vote(0, 0, 0)),
                    THE_VOTE_BEARS_OUT_THE_LEVEL);
            assertThat(decided(given(DRAFTED), designating(ConsensusLevel.DIVERGENCE, new Vote(4, 4, 0))))
                    .isNotNull();
        }

        @Test
        void is_refused_once_it_is_final() {
            assertRefused(given(DRAFTED, CALLED, DESIGNATED, FINAL), designate, IT_IS_NOT_FINAL_YET);
        }

        private static RecommendationCommand designating(ConsensusLevel level, @Nullable Vote vote) {
            return new DesignateConsensus(ATRT4_7, TEAM, level, vote);
        }
    }

    @Nested
    class Filing_a_minority_statement {
        final RecommendationCommand file =
                new FileMinorityStatement(ATRT4_7, MEMBER, List.of(ANNA, BO), List.of(Group.GNSO), "We differ");

        @Test
        void is_recorded_even_when_it_is_final() {
            assertThat(decided(given(DRAFTED, CALLED, DESIGNATED, FINAL), file))
                    .isEqualTo(new MinorityStatementFiled(
                            ATRT4_7, MEMBER, List.of(ANNA, BO), List.of(Group.GNSO), "We differ"));
        }

        @Test
        void is_refused_before_the_level_is_set() {
            assertRefused(given(DRAFTED, CALLED), file, DISSENT_FOLLOWS_THE_LEVEL);
        }

        @Test
        void is_refused_without_authors_unless_no_source_names_them() {
            var unsigned = new FileMinorityStatement(ATRT4_7, TEAM, List.of(), List.of(Group.GNSO), "We differ");
            assertRefused(given(DRAFTED, DESIGNATED), unsigned, A_STATEMENT_HAS_AUTHORS);
            assertWaived(
                    given(DRAFTED, DESIGNATED),
                    on -> new FileMinorityStatement(ATRT4_7, on, List.of(), List.of(Group.GNSO), "We differ"),
                    A_STATEMENT_HAS_AUTHORS);
        }

        @Test
        void is_refused_to_a_member_who_is_not_among_the_authors() {
            assertRefused(
                    given(DRAFTED, DESIGNATED),
                    new FileMinorityStatement(ATRT4_7, MEMBER, List.of(BO), List.of(), "He differs"),
                    A_MEMBER_SPEAKS_FOR_THEMSELVES);
        }
    }

    @Nested
    class Ranking {
        final RecommendationCommand rank =
                new PrioritizeRecommendation(ATRT4_7, TEAM, TeamPriority.HIGH, "Trust depends on it");

        @Test
        void records_the_priority_with_its_rationale() {
            assertThat(decided(given(DRAFTED, DESIGNATED), rank)).isEqualTo(RANKED);
            assertRefused(given(DRAFTED, DESIGNATED, RANKED), rank, IT_CHANGES_SOMETHING);
        }

        @Test
        void is_refused_before_the_level_is_set() {
            assertRefused(given(DRAFTED), rank, A_PRIORITY_FOLLOWS_THE_LEVEL);
        }

        @Test
        void is_refused_on_another_scale_than_that_of_the_pack() {
            assertRefused(
                    given(DRAFTED, DESIGNATED),
                    new PrioritizeRecommendation(ATRT4_7, TEAM, TeamPriority.PREREQUISITE, "Before the next round"),
                    THE_PRIORITY_IS_ON_THE_SCALE);
        }

        @Test
        void is_refused_without_a_rationale_unless_no_source_gives_one() {
            assertRefused(
                    given(DRAFTED, DESIGNATED),
                    new PrioritizeRecommendation(ATRT4_7, TEAM, TeamPriority.HIGH, null),
                    A_PRIORITY_SAYS_WHY);
            assertWaived(
                    given(DRAFTED, DESIGNATED),
                    on -> new PrioritizeRecommendation(ATRT4_7, on, TeamPriority.HIGH, null),
                    A_PRIORITY_SAYS_WHY);
        }
    }

    @Nested
    class Making_it_final {
        final RecommendationCommand finalize = new FinalizeRecommendation(ATRT4_7, TEAM);

        @Test
        void is_recorded_once_its_level_is_set() {
            assertThat(decided(given(DRAFTED, CALLED, DESIGNATED), finalize)).isEqualTo(FINAL);
            assertRefused(given(DRAFTED, CALLED, DESIGNATED, FINAL), finalize, IT_IS_NOT_FINAL_YET);
        }

        @Test
        void is_refused_without_a_level_unless_attested() {
            assertRefused(given(DRAFTED), finalize, A_FINAL_ONE_HAS_A_LEVEL);
            assertWaived(given(DRAFTED), on -> new FinalizeRecommendation(ATRT4_7, on), A_FINAL_ONE_HAS_A_LEVEL);
        }

        @Test
        void is_refused_while_a_call_is_open() {
            assertRefused(given(DRAFTED, CALLED, DESIGNATED, CALLING), finalize, NO_CALL_IS_OPEN);
        }
    }

    @Nested
    class Acting_as_the_Board {
        final Recommendation finished = given(DRAFTED, CALLED, DESIGNATED, FINAL);

        @Test
        void approves_as_a_whole() {
            assertThat(decided(finished, acting(null, Disposition.APPROVED))).isEqualTo(APPROVED);
        }

        @Test
        void splits_into_parts_each_with_its_own_end() {
            assertThat(decided(finished, acting("1", Disposition.PENDING))).isEqualTo(acted("1", Disposition.PENDING));
            Recommendation split = after(finished, acted("1", Disposition.PENDING));
            var passed = new RecordBoardAction(
                    ATRT4_7, BOARD, "2", Disposition.PASSED_THROUGH, "2026.01.02", "Not ours", List.of(Group.GNSO));
            assertThat(decided(split, passed)).isEqualTo(PASSED);
            assertThat(decided(after(split, PASSED), acting("1", Disposition.APPROVED)))
                    .isEqualTo(acted("1", Disposition.APPROVED));
        }

        @Test
        void is_refused_both_as_a_whole_and_in_parts() {
            assertRefused(
                    after(finished, PENDING), acting("1", Disposition.APPROVED), A_RECOMMENDATION_IS_WHOLE_OR_SPLIT);
            assertRefused(
                    after(finished, acted("1", Disposition.PENDING)),
                    acting(null, Disposition.APPROVED),
                    A_RECOMMENDATION_IS_WHOLE_OR_SPLIT);
        }

        @Test
        void is_refused_for_a_part_without_a_short_name() {
            assertRefused(finished, acting("Part One", Disposition.APPROVED), A_PART_HAS_A_SHORT_NAME);
        }

        @Test
        void decides_anew_only_what_it_left_pending() {
            assertThat(decided(after(finished, PENDING), acting(null, Disposition.REJECTED)))
                    .isEqualTo(REJECTED);
            assertRefused(after(finished, APPROVED), acting(null, Disposition.REJECTED), A_BOARD_DECISION_STANDS);
            assertRefused(after(finished, REJECTED), acting(null, Disposition.APPROVED), A_BOARD_DECISION_STANDS);
            assertWaived(after(finished, REJECTED), on -> attesting(on, Disposition.APPROVED), A_BOARD_DECISION_STANDS);
        }

        @Test
        void leaves_it_pending_again_only_by_another_resolution() {
            assertRefused(after(finished, PENDING), acting(null, Disposition.PENDING), IT_CHANGES_SOMETHING);
            assertThat(decided(
                            after(finished, PENDING),
                            new RecordBoardAction(
                                    ATRT4_7,
                                    BOARD,
                                    null,
                                    Disposition.PENDING,
                                    "2026.02.02",
                                    "Still studied",
                                    List.of())))
                    .isNotNull();
        }

        @Test
        void is_refused_before_it_is_final_unless_attested() {
            assertRefused(given(DRAFTED), acting(null, Disposition.APPROVED), THE_BOARD_ACTS_ON_WHAT_IS_FINAL);
            assertWaived(given(DRAFTED), on -> attesting(on, Disposition.APPROVED), THE_BOARD_ACTS_ON_WHAT_IS_FINAL);
        }

        @Test
        void is_refused_without_a_resolution() {
            var unnumbered = new RecordBoardAction(ATRT4_7, BOARD, null, Disposition.APPROVED, null, null, List.of());
            assertRefused(finished, unnumbered, A_RESOLUTION_IS_NAMED);
        }

        @Test
        void says_why_unless_it_approves() {
            var silent =
                    new RecordBoardAction(ATRT4_7, BOARD, null, Disposition.REJECTED, "2026.01.02", null, List.of());
            assertRefused(finished, silent, THE_BOARD_SAYS_WHY_UNLESS_IT_APPROVES);
            var approving =
                    new RecordBoardAction(ATRT4_7, BOARD, null, Disposition.APPROVED, "2026.01.02", null, List.of());
            assertThat(decided(finished, approving)).isNotNull();
        }

        @Test
        void names_groups_exactly_when_it_passes_through() {
            assertRefused(finished, acting(null, Disposition.PASSED_THROUGH), A_PASS_THROUGH_NAMES_THE_GROUPS);
            var approving = new RecordBoardAction(
                    ATRT4_7, BOARD, null, Disposition.APPROVED, "2026.01.02", null, List.of(Group.GNSO));
            assertRefused(finished, approving, ONLY_A_PASS_THROUGH_NAMES_GROUPS);
        }

        private static RecordBoardAction acting(@Nullable String part, Disposition disposition) {
            return new RecordBoardAction(ATRT4_7, BOARD, part, disposition, "2026.01.02", "As argued", List.of());
        }

        private static RecordBoardAction attesting(Occurrence on, Disposition disposition) {
            return new RecordBoardAction(ATRT4_7, on, null, disposition, "2026.01.02", "As argued", List.of());
        }
    }

    @Nested
    class Passing_through {
        final Recommendation passed = given(DRAFTED, FINAL, PASSED);
        final RecommendationCommand answer = answering("2");

        @Test
        void notifies_the_group_once() {
            var notify = new NotifyPassThrough(ATRT4_7, ORG, "2", Group.GNSO);
            var notified = new PassThroughNotified(ATRT4_7, ORG, "2", Group.GNSO);
            assertThat(decided(passed, notify)).isEqualTo(notified);
            assertRefused(after(passed, notified), notify, IT_CHANGES_SOMETHING);
        }

        @Test
        void is_answered_by_the_group_itself() {
            var answered = new PassThroughAnswered(ATRT4_7, GNSO, "2", Group.GNSO, Answer.ACCEPTED, "In our work plan");
            assertThat(decided(passed, answer)).isEqualTo(answered);
            assertRefused(after(passed, answered), answer, IT_CHANGES_SOMETHING);
            assertRefused(
                    passed,
                    new AnswerPassThrough(ATRT4_7, by(By.soAc(Group.NCSG)), "2", Group.GNSO, Answer.DECLINED, null),
                    ONLY_THE_GROUP_ITSELF_ANSWERS);
        }

        @Test
        void is_refused_for_a_group_or_part_that_was_not_passed_through() {
            assertRefused(given(DRAFTED, FINAL, APPROVED), answer, SOMETHING_WAS_PASSED_THROUGH);
            assertRefused(
                    given(DRAFTED, FINAL, PASSED, acted("1", Disposition.APPROVED)),
                    answering("1"),
                    THE_GROUP_WAS_PASSED_THE_PART);
            assertRefused(passed, new NotifyPassThrough(ATRT4_7, ORG, "2", Group.CCNSO), THE_GROUP_WAS_PASSED_THE_PART);
        }
    }

    static RecommendationCommand answering(String part) {
        return new AnswerPassThrough(ATRT4_7, GNSO, part, Group.GNSO, Answer.ACCEPTED, "In our work plan");
    }

    @Nested
    class Supplementing {
        final RecommendationCommand supplement = new SupplementRecommendation(ATRT4_7, GNSO, ATRT4_8);

        @Test
        void takes_up_a_rejected_one() {
            var supplemented = new RecommendationSupplemented(ATRT4_7, GNSO, ATRT4_8);
            assertThat(decided(given(DRAFTED, FINAL, REJECTED), supplement)).isEqualTo(supplemented);
            assertRefused(given(DRAFTED, FINAL, REJECTED, supplemented), supplement, IT_CHANGES_SOMETHING);
        }

        @Test
        void is_refused_of_one_that_is_not_rejected_or_by_itself() {
            assertRefused(given(DRAFTED, FINAL, APPROVED), supplement, ONLY_A_REJECTED_ONE_IS_SUPPLEMENTED);
            assertRefused(
                    given(DRAFTED, FINAL, REJECTED),
                    new SupplementRecommendation(ATRT4_7, GNSO, ATRT4_7),
                    ANOTHER_RECOMMENDATION_IS_NAMED);
        }
    }

    @Nested
    class Carrying_out {
        final Recommendation approved = given(DRAFTED, FINAL, APPROVED);

        @Test
        void is_ranked_by_the_community_with_a_rationale() {
            var rank = new AssignCommunityPriority(ATRT4_7, ORG, CommunityPriority.P1, "high", "high", "Blocks others");
            var ranked =
                    new CommunityPriorityAssigned(ATRT4_7, ORG, CommunityPriority.P1, "high", "high", "Blocks others");
            assertThat(decided(approved, rank)).isEqualTo(ranked);
            assertRefused(after(approved, ranked), rank, IT_CHANGES_SOMETHING);
            assertRefused(
                    approved,
                    new AssignCommunityPriority(ATRT4_7, ORG, CommunityPriority.P2, null, null, null),
                    A_PRIORITY_SAYS_WHY);
        }

        @Test
        void is_designed_and_started_once() {
            var design = new CompleteImplementationDesign(ATRT4_7, ORG, "https://example.org/design");
            var designed = new ImplementationDesignCompleted(ATRT4_7, ORG, "https://example.org/design");
            assertThat(decided(approved, design)).isEqualTo(designed);
            assertRefused(after(approved, designed), design, IT_CHANGES_SOMETHING);
            assertThat(decided(approved, new StartImplementation(ATRT4_7, ORG))).isEqualTo(STARTED);
            assertRefused(after(approved, STARTED), new StartImplementation(ATRT4_7, ORG), IT_CHANGES_SOMETHING);
        }

        @Test
        void is_refused_of_what_is_not_approved_unless_attested() {
            Recommendation rejected = given(DRAFTED, FINAL, REJECTED);
            Stream.of(
                            new AssignCommunityPriority(ATRT4_7, ORG, CommunityPriority.P1, null, null, "Why"),
                            new CompleteImplementationDesign(ATRT4_7, ORG, null),
                            new StartImplementation(ATRT4_7, ORG),
                            new ReportImplementationStatus(ATRT4_7, ORG, ImplementationStatus.IN_PROGRESS, null, null),
                            new ClaimCompletion(ATRT4_7, ORG, "https://example.org/done"))
                    .forEach(command -> assertRefused(rejected, command, ONLY_WHAT_IS_APPROVED_IS_CARRIED_OUT));
            assertWaived(
                    rejected,
                    on -> new ReportImplementationStatus(ATRT4_7, on, ImplementationStatus.COMPLETE, null, null),
                    ONLY_WHAT_IS_APPROVED_IS_CARRIED_OUT);
        }

        @Test
        void is_approved_when_one_part_is() {
            Recommendation split = given(DRAFTED, FINAL, acted("1", Disposition.APPROVED), PASSED);
            assertThat(decided(split, new StartImplementation(ATRT4_7, ORG))).isEqualTo(STARTED);
        }

        @Test
        void reports_where_it_stands() {
            var report = new ReportImplementationStatus(ATRT4_7, ORG, ImplementationStatus.IN_PROGRESS, 40, null);
            var reported = new ImplementationStatusReported(ATRT4_7, ORG, ImplementationStatus.IN_PROGRESS, 40, null);
            assertThat(decided(approved, report)).isEqualTo(reported);
            assertThat(decided(after(approved, reported), report)).isEqualTo(reported);
        }

        @Test
        void refuses_a_share_that_cannot_be() {
            assertRefused(approved, reporting(ImplementationStatus.IN_PROGRESS, 101), A_SHARE_IS_BETWEEN_0_AND_100);
            assertRefused(approved, reporting(ImplementationStatus.IN_PROGRESS, -1), A_SHARE_IS_BETWEEN_0_AND_100);
            assertRefused(approved, reporting(ImplementationStatus.COMPLETE, 99), THE_SHARE_FITS_THE_STATUS);
            assertRefused(approved, reporting(ImplementationStatus.NOT_STARTED, 1), THE_SHARE_FITS_THE_STATUS);
            assertThat(decided(approved, reporting(ImplementationStatus.COMPLETE, 100)))
                    .isNotNull();
        }

        @Test
        void says_why_it_rests() {
            assertRefused(
                    approved,
                    new ReportImplementationStatus(ATRT4_7, ORG, ImplementationStatus.ON_HOLD, null, null),
                    WORK_THAT_RESTS_SAYS_WHY);
        }

        @Test
        void names_what_it_depends_on_once() {
            var record = new RecordDependency(ATRT4_7, ORG, "EPDP phase 1");
            var recorded = new DependencyRecorded(ATRT4_7, ORG, "EPDP phase 1");
            assertThat(decided(approved, record)).isEqualTo(recorded);
            assertRefused(after(approved, recorded), record, IT_CHANGES_SOMETHING);
        }

        private static RecommendationCommand reporting(ImplementationStatus status, int percent) {
            return new ReportImplementationStatus(ATRT4_7, ORG, status, percent, "As planned");
        }
    }

    @Nested
    class Completing {
        final Recommendation started = given(DRAFTED, FINAL, APPROVED, STARTED);
        final RecommendationCommand claim = new ClaimCompletion(ATRT4_7, ORG, "https://example.org/done");
        final RecommendationCommand verify = new VerifyCompletion(ATRT4_7, SHEPHERD, "It is there");
        final RecommendationCommand dispute = new DisputeCompletion(ATRT4_7, SHEPHERD, "Half of it is there");

        @Test
        void is_claimed_then_verified_or_disputed() {
            assertThat(decided(started, claim)).isEqualTo(CLAIMED);
            assertThat(decided(after(started, CLAIMED), verify)).isEqualTo(VERIFIED);
            assertThat(decided(after(started, CLAIMED), dispute)).isEqualTo(DISPUTED);
            assertThat(decided(after(started, CLAIMED, VERIFIED), dispute)).isEqualTo(DISPUTED);
        }

        @Test
        void after_a_dispute_is_claimed_anew_or_verified_after_all() {
            assertThat(decided(after(started, CLAIMED, DISPUTED), claim)).isEqualTo(CLAIMED);
            assertThat(decided(after(started, CLAIMED, DISPUTED), verify)).isEqualTo(VERIFIED);
        }

        @Test
        void is_refused_before_work_started() {
            assertRefused(given(DRAFTED, FINAL, APPROVED), claim, WORK_HAS_STARTED);
            var reported = new ImplementationStatusReported(ATRT4_7, ORG, ImplementationStatus.IN_PROGRESS, null, null);
            assertThat(decided(given(DRAFTED, FINAL, APPROVED, reported), claim))
                    .isEqualTo(CLAIMED);
        }

        @Test
        void is_refused_while_a_claim_stands() {
            assertRefused(after(started, CLAIMED), claim, A_NEW_CLAIM_FOLLOWS_A_DISPUTE);
            assertRefused(after(started, CLAIMED, VERIFIED), claim, A_NEW_CLAIM_FOLLOWS_A_DISPUTE);
        }

        @Test
        void is_judged_only_where_it_is_claimed() {
            assertRefused(started, verify, A_CLAIM_IS_ON_RECORD);
            assertRefused(started, dispute, A_CLAIM_IS_ON_RECORD);
            assertRefused(after(started, CLAIMED, VERIFIED), verify, A_CLAIM_IS_ON_RECORD);
            assertRefused(after(started, CLAIMED, DISPUTED), dispute, A_CLAIM_IS_ON_RECORD);
        }

        @Test
        void is_never_judged_by_who_claimed_it() {
            assertRefused(
                    after(started, CLAIMED),
                    new VerifyCompletion(ATRT4_7, ORG, "Trust us"),
                    NOBODY_JUDGES_THEIR_OWN_CLAIM);
            assertRefused(
                    after(started, CLAIMED),
                    new DisputeCompletion(ATRT4_7, ORG, "Not quite"),
                    NOBODY_JUDGES_THEIR_OWN_CLAIM);
        }
    }

    @Nested
    class Asking_what_was_meant {
        @Test
        void waits_for_an_answer() {
            var asked = new ClarificationRequested(ATRT4_7, ORG, "Everything?");
            assertThat(decided(given(DRAFTED), new RequestClarification(ATRT4_7, ORG, "Everything?")))
                    .isEqualTo(asked);
            assertThat(decided(given(DRAFTED, asked), new GiveClarification(ATRT4_7, SHEPHERD, "Everything.")))
                    .isEqualTo(new ClarificationGiven(ATRT4_7, SHEPHERD, "Everything."));
        }

        @Test
        void is_refused_an_answer_to_no_question() {
            var give = new GiveClarification(ATRT4_7, SHEPHERD, "Everything.");
            assertRefused(given(DRAFTED), give, A_QUESTION_IS_OPEN);
            assertRefused(
                    given(
                            DRAFTED,
                            new ClarificationRequested(ATRT4_7, ORG, "Everything?"),
                            new ClarificationGiven(ATRT4_7, SHEPHERD, "Everything.")),
                    give,
                    A_QUESTION_IS_OPEN);
        }
    }

    @Nested
    class Assessing_the_effect {
        final RecommendationCommand assess =
                new AssessEffect(ATRT4_7, TEAM, new ReviewId("atrt5"), Effect.PARTLY, "More is read");

        @Test
        void is_done_by_a_later_team() {
            assertThat(decided(given(DRAFTED, FINAL, APPROVED, STARTED, CLAIMED), assess))
                    .isEqualTo(new EffectAssessed(ATRT4_7, TEAM, new ReviewId("atrt5"), Effect.PARTLY, "More is read"));
            var reported = new ImplementationStatusReported(ATRT4_7, ORG, ImplementationStatus.COMPLETE, null, null);
            assertThat(decided(given(DRAFTED, FINAL, APPROVED, reported), assess))
                    .isNotNull();
        }

        @Test
        void is_refused_to_its_own_team() {
            assertRefused(
                    given(DRAFTED, FINAL, APPROVED, STARTED, CLAIMED),
                    new AssessEffect(ATRT4_7, TEAM, new ReviewId("atrt4"), Effect.AS_INTENDED, "We are proud"),
                    A_LATER_TEAM_ASSESSES);
        }

        @Test
        void is_refused_of_what_is_not_complete() {
            assertRefused(given(DRAFTED, FINAL, APPROVED, STARTED), assess, EFFECT_FOLLOWS_COMPLETION);
        }
    }

    @Nested
    class Retiring {
        final RecommendationCommand propose = new ProposeRetirement(ATRT4_7, ORG, "Overtaken");
        final RecommendationCommand retire = new RetireRecommendation(ATRT4_7, ORG);
        final RecommendationCommand keep = new KeepRecommendation(ATRT4_7, ORG);

        @Test
        void follows_a_proposal_or_keeps_it() {
            assertThat(decided(given(DRAFTED), propose)).isEqualTo(PROPOSED);
            assertThat(decided(given(DRAFTED, PROPOSED), retire)).isEqualTo(RETIRED);
            var kept = new RecommendationKept(ATRT4_7, ORG);
            assertThat(decided(given(DRAFTED, PROPOSED), keep)).isEqualTo(kept);
            assertThat(decided(given(DRAFTED, PROPOSED, kept), propose)).isEqualTo(PROPOSED);
        }

        @Test
        void is_refused_without_a_proposal() {
            assertRefused(given(DRAFTED), retire, A_RETIREMENT_IS_PROPOSED);
            assertRefused(given(DRAFTED), keep, A_RETIREMENT_IS_PROPOSED);
        }

        @Test
        void is_proposed_once_at_a_time() {
            assertRefused(given(DRAFTED, PROPOSED), propose, A_PROPOSAL_IS_ANSWERED_FIRST);
        }
    }

    @Nested
    class Folding {
        @Test
        void takes_every_event_in_every_state() throws IOException {
            List<RecommendationEvent> events = recorded();
            assertThat(events).hasSize(31);
            for (RecommendationEvent first : events) {
                for (RecommendationEvent second : events) {
                    events.forEach(
                            third -> assertThat(given(first, second, third)).isNotNull());
                }
            }
        }

        private static List<RecommendationEvent> recorded() throws IOException {
            List<RecommendationEvent> events = new ArrayList<>();
            for (Class<?> group : RecommendationEvent.class.getPermittedSubclasses()) {
                for (Class<?> event : group.getPermittedSubclasses()) {
                    String sample = "/recorded/" + event.getSimpleName() + ".1.json";
                    try (InputStream json = RecommendationTest.class.getResourceAsStream(sample)) {
                        events.add((RecommendationEvent) EventJson.mapper().readValue(json, event));
                    }
                }
            }
            return events;
        }
    }

    static final Map<String, Set<Role>> EVERYTHING = Stream.of(RecommendationCommand.class.getPermittedSubclasses())
            .flatMap(group -> Stream.of(group.getPermittedSubclasses()))
            .collect(Collectors.toMap(Verb::of, _ -> EnumSet.allOf(Role.class)));

    static Recommendation given(RecommendationEvent... events) {
        return after(Recommendation.UNWRITTEN, events);
    }

    static Recommendation after(Recommendation before, RecommendationEvent... events) {
        return Arrays.stream(events).reduce(before, Recommendation::evolve, (_, last) -> last);
    }

    static RecommendationEvent decided(Recommendation then, RecommendationCommand command) {
        return then.decide(command, desk(command, EVERYTHING));
    }

    static void assertRefused(Recommendation then, RecommendationCommand command, RecommendationRule rule) {
        assertRefused(then, command, desk(command, EVERYTHING), rule);
    }

    /** Asserts that a desk refuses, and returns what the refusal tells. */
    static Map<String, Object> assertRefused(
            Recommendation then, RecommendationCommand command, Desk desk, RecommendationRule rule) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> then.decide(command, desk));
        assertThat(refusal).isNotNull();
        assertThat(refusal.rule()).isEqualTo(rule);
        return refusal.parameters();
    }

    /** The same is recorded when an archivist attests it, and says which rule it does not keep. */
    static void assertWaived(
            Recommendation then, Function<Occurrence, RecommendationCommand> command, RecommendationRule rule) {
        Attested attested = decided(then, command.apply(attested(ORG))).on().attested();
        assertThat(attested).isNotNull();
        assertThat(attested.waived()).containsExactly(rule.name());
    }

    static Desk desk(RecommendationCommand command, Map<String, Set<Role>> mayDo) {
        return desk(command, mayDo, new OtherStreams(1, true, "bylaws-2016", Map.of()));
    }

    static Desk desk(RecommendationCommand command, Map<String, Set<Role>> mayDo, OtherStreams others) {
        By by = command.on().attested() == null ? command.on().by() : By.of(Role.ARCHIVIST);
        return new Desk(new Actor(ANNA, by, false), TODAY, TODAY.plusDays(1), TestPacks.allowing(mayDo), others);
    }

    static Occurrence by(By by) {
        return new Occurrence(TODAY, Precision.DAY, List.of(), null, by, null, null);
    }

    static Occurrence attested(Occurrence on) {
        return new Occurrence(
                on.occurredOn(),
                on.precision(),
                List.of(),
                null,
                on.by(),
                null,
                new Attested(Attested.Grade.PRIMARY, List.of()));
    }

    static RecommendationEvent acted(String part, Disposition disposition) {
        return new BoardActionRecorded(ATRT4_7, BOARD, part, disposition, "2026.01.02", "As argued", List.of());
    }
}
