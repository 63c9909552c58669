package org.waymark.command.recommendation;

import static org.waymark.command.recommendation.RecommendationRule.A_LATER_TEAM_ASSESSES;
import static org.waymark.command.recommendation.RecommendationRule.A_PRIORITY_SAYS_WHY;
import static org.waymark.command.recommendation.RecommendationRule.A_PROPOSAL_IS_ANSWERED_FIRST;
import static org.waymark.command.recommendation.RecommendationRule.A_QUESTION_IS_OPEN;
import static org.waymark.command.recommendation.RecommendationRule.A_RETIREMENT_IS_PROPOSED;
import static org.waymark.command.recommendation.RecommendationRule.A_SHARE_IS_BETWEEN_0_AND_100;
import static org.waymark.command.recommendation.RecommendationRule.EFFECT_FOLLOWS_COMPLETION;
import static org.waymark.command.recommendation.RecommendationRule.IT_CHANGES_SOMETHING;
import static org.waymark.command.recommendation.RecommendationRule.ONLY_WHAT_IS_APPROVED_IS_CARRIED_OUT;
import static org.waymark.command.recommendation.RecommendationRule.THE_SHARE_FITS_THE_STATUS;
import static org.waymark.command.recommendation.RecommendationRule.WORK_THAT_RESTS_SAYS_WHY;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.waymark.events.life.RecommendationLife;
import org.waymark.events.recommendation.BoardEvent.Disposition;
import org.waymark.events.recommendation.ImplementationEvent;
import org.waymark.events.recommendation.ImplementationEvent.ClarificationGiven;
import org.waymark.events.recommendation.ImplementationEvent.ClarificationRequested;
import org.waymark.events.recommendation.ImplementationEvent.CommunityPriority;
import org.waymark.events.recommendation.ImplementationEvent.CommunityPriorityAssigned;
import org.waymark.events.recommendation.ImplementationEvent.CompletionDisputed;
import org.waymark.events.recommendation.ImplementationEvent.CompletionVerified;
import org.waymark.events.recommendation.ImplementationEvent.DependencyRecorded;
import org.waymark.events.recommendation.ImplementationEvent.EffectAssessed;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationCompleted;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationDesignCompleted;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStarted;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatus;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatusReported;
import org.waymark.events.recommendation.ImplementationEvent.RecommendationKept;
import org.waymark.events.recommendation.ImplementationEvent.RecommendationRetired;
import org.waymark.events.recommendation.ImplementationEvent.RetirementProposed;

/**
 * How what is approved is carried out. The community ranks it, ICANN org designs it, starts it and reports on it; whoever
 * knows the intent explains it; what nobody carries out may be retired on a proposal.
 *
 * @param rank the community's priority, absent before
 * @param designs addresses of the designs completed, an empty one where none is given
 */
record Work(@Nullable Rank rank, Set<String> designs, Set<String> dependencies, Completion completion) {

    static final Work NONE = new Work(null, Set.of(), Set.of(), Completion.NONE);

    record Rank(
            CommunityPriority priority,
            @Nullable String urgency,
            @Nullable String importance,
            @Nullable String rationale) {}

    ImplementationEvent decide(ImplementationCommand command, Hearing hearing) {
        return switch (command) {
            case AssignCommunityPriority ranking -> rank(ranking, hearing);
            case CompleteImplementationDesign design -> design(design, hearing);
            case StartImplementation _ -> {
                hearing.require(
                        ONLY_WHAT_IS_APPROVED_IS_CARRIED_OUT,
                        hearing.then().life().has(Disposition.APPROVED));
                hearing.require(IT_CHANGES_SOMETHING, !hearing.then().life().started());
                yield new ImplementationStarted(hearing.id(), hearing.on());
            }
            case ReportImplementationStatus report -> report(report, hearing);
            case RecordDependency dependency -> {
                hearing.require(IT_CHANGES_SOMETHING, !dependencies.contains(dependency.dependsOn()));
                yield new DependencyRecorded(hearing.id(), hearing.on(), dependency.dependsOn());
            }
            case ClaimCompletion claim -> completion.claim(claim, hearing);
            case VerifyCompletion verification -> completion.verify(verification, hearing);
            case DisputeCompletion dispute -> completion.dispute(dispute, hearing);
            case RequestClarification request ->
                new ClarificationRequested(hearing.id(), hearing.on(), request.question());
            case GiveClarification clarification -> {
                hearing.require(A_QUESTION_IS_OPEN, hearing.then().life().questions() > 0);
                yield new ClarificationGiven(hearing.id(), hearing.on(), clarification.answer());
            }
            case AssessEffect assessment -> assess(assessment, hearing);
            case ProposeRetirement proposal -> {
                hearing.require(
                        A_PROPOSAL_IS_ANSWERED_FIRST, !hearing.then().life().retirementProposed());
                yield new RetirementProposed(hearing.id(), hearing.on(), proposal.rationale());
            }
            case RetireRecommendation _ -> {
                hearing.require(A_RETIREMENT_IS_PROPOSED, hearing.then().life().retirementProposed());
                yield new RecommendationRetired(hearing.id(), hearing.on());
            }
            case KeepRecommendation _ -> {
                hearing.require(A_RETIREMENT_IS_PROPOSED, hearing.then().life().retirementProposed());
                yield new RecommendationKept(hearing.id(), hearing.on());
            }
        };
    }

    private ImplementationEvent rank(AssignCommunityPriority ranking, Hearing hearing) {
        Rank next = new Rank(ranking.priority(), ranking.urgency(), ranking.importance(), ranking.rationale());
        hearing.require(IT_CHANGES_SOMETHING, !next.equals(rank));
        hearing.require(
                ONLY_WHAT_IS_APPROVED_IS_CARRIED_OUT, hearing.then().life().has(Disposition.APPROVED));
        hearing.require(A_PRIORITY_SAYS_WHY, ranking.rationale() != null);
        return new CommunityPriorityAssigned(
                hearing.id(), hearing.on(), next.priority(), next.urgency(), next.importance(), next.rationale());
    }

    private ImplementationEvent design(CompleteImplementationDesign design, Hearing hearing) {
        hearing.require(IT_CHANGES_SOMETHING, !designs.contains(named(design.document())));
        hearing.require(
                ONLY_WHAT_IS_APPROVED_IS_CARRIED_OUT, hearing.then().life().has(Disposition.APPROVED));
        return new ImplementationDesignCompleted(hearing.id(), hearing.on(), design.document());
    }

    private static String named(@Nullable String document) {
        return document == null ? "" : document;
    }

    private static ImplementationEvent report(ReportImplementationStatus report, Hearing hearing) {
        Integer share = report.percent();
        hearing.require(A_SHARE_IS_BETWEEN_0_AND_100, share == null || (share >= 0 && share <= 100));
        hearing.require(THE_SHARE_FITS_THE_STATUS, share == null || fits(share, report.status()));
        hearing.require(
                ONLY_WHAT_IS_APPROVED_IS_CARRIED_OUT, hearing.then().life().has(Disposition.APPROVED));
        hearing.require(WORK_THAT_RESTS_SAYS_WHY, report.words() != null || !rests(report.status()));
        return new ImplementationStatusReported(
                hearing.id(), hearing.on(), report.status(), report.percent(), report.words());
    }

    private static boolean fits(int share, ImplementationStatus status) {
        return switch (status) {
            case COMPLETE -> share == 100;
            case NOT_STARTED -> share == 0;
            case IMPLEMENTATION_DESIGN, IN_PROGRESS, PARTIALLY_COMPLETE, ON_HOLD -> true;
        };
    }

    private static boolean rests(ImplementationStatus status) {
        return status == ImplementationStatus.NOT_STARTED || status == ImplementationStatus.ON_HOLD;
    }

    private static ImplementationEvent assess(AssessEffect assessment, Hearing hearing) {
        hearing.require(
                A_LATER_TEAM_ASSESSES,
                !assessment.assessedBy().equals(hearing.id().review()),
                Map.of("assessedBy", assessment.assessedBy().value()));
        RecommendationLife then = hearing.then().life();
        hearing.require(
                EFFECT_FOLLOWS_COMPLETION, then.completion() != null || then.status() == ImplementationStatus.COMPLETE);
        return new EffectAssessed(
                hearing.id(), hearing.on(), assessment.assessedBy(), assessment.effect(), assessment.words());
    }

    Work evolve(ImplementationEvent event) {
        return switch (event) {
            case CommunityPriorityAssigned ranked ->
                new Work(
                        new Rank(ranked.priority(), ranked.urgency(), ranked.importance(), ranked.rationale()),
                        designs,
                        dependencies,
                        completion);
            case ImplementationDesignCompleted design ->
                new Work(rank, with(designs, named(design.document())), dependencies, completion);
            case DependencyRecorded dependency ->
                new Work(rank, designs, with(dependencies, dependency.dependsOn()), completion);
            case ImplementationCompleted claim ->
                new Work(rank, designs, dependencies, new Completion(claim.on().by()));
            case ImplementationStarted _,
                    ImplementationStatusReported _,
                    CompletionVerified _,
                    CompletionDisputed _,
                    ClarificationRequested _,
                    ClarificationGiven _,
                    EffectAssessed _,
                    RetirementProposed _,
                    RecommendationRetired _,
                    RecommendationKept _ -> this;
        };
    }

    private static Set<String> with(Set<String> set, String more) {
        Set<String> all = new HashSet<>(set);
        all.add(more);
        return Set.copyOf(all);
    }
}
