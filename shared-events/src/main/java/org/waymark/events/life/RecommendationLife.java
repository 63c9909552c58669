package org.waymark.events.life;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.recommendation.BoardEvent;
import org.waymark.events.recommendation.BoardEvent.BoardActionRecorded;
import org.waymark.events.recommendation.BoardEvent.Disposition;
import org.waymark.events.recommendation.BoardEvent.PassThroughAnswered;
import org.waymark.events.recommendation.BoardEvent.PassThroughNotified;
import org.waymark.events.recommendation.BoardEvent.RecommendationSupplemented;
import org.waymark.events.recommendation.ConsensusEvent;
import org.waymark.events.recommendation.ConsensusEvent.ConsensusCallOpened;
import org.waymark.events.recommendation.ConsensusEvent.ConsensusDesignated;
import org.waymark.events.recommendation.ConsensusEvent.RecommendationFinalized;
import org.waymark.events.recommendation.ConsensusEvent.RecommendationPrioritized;
import org.waymark.events.recommendation.ImplementationEvent;
import org.waymark.events.recommendation.ImplementationEvent.ClarificationGiven;
import org.waymark.events.recommendation.ImplementationEvent.ClarificationRequested;
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
import org.waymark.events.recommendation.RecommendationEvent;
import org.waymark.events.recommendation.TextEvent;
import org.waymark.events.recommendation.TextEvent.RecommendationDrafted;
import org.waymark.events.recommendation.TextEvent.RecommendationFactRetracted;
import org.waymark.events.recommendation.TextEvent.RecommendationMerged;
import org.waymark.events.recommendation.TextEvent.RecommendationReworded;
import org.waymark.events.recommendation.TextEvent.RecommendationWithdrawn;

/**
 * Where a recommendation is in its life cycle, and what of it is open. CCT 1, pending since 1 March 2019 and approved in 2022,
 * waits for the Board until then, and for ICANN org from then on. Trusts history: never fails, never decides. Source: GLOSSARY
 * "life cycle of a recommendation".
 *
 * @param stage the furthest one entered, absent while only other things are on record
 * @param drafted whether its text is on record
 * @param parts the Board's disposition by part; {@code whole} where it is not split
 * @param passed the bodies that a part was passed to, by part, and whether they have answered
 * @param started whether a start or work under way was ever on record
 * @param underWay whether the last that is said of the work is that it is under way
 * @param status what ICANN org reported last, absent before
 * @param completion what was said last of its completion, absent if nothing
 * @param questions how many wait for an answer
 * @param retirementProposed whether a proposal to retire it waits for an answer
 * @param gone why nothing is to be done any more, absent while it stands
 */
public record RecommendationLife(
        @Nullable RecommendationStage stage,
        boolean drafted,
        Map<String, Disposition> parts,
        Map<String, Map<Group, Boolean>> passed,
        boolean started,
        boolean underWay,
        @Nullable ImplementationStatus status,
        @Nullable Completion completion,
        int questions,
        boolean retirementProposed,
        @Nullable Gone gone) {

    public static final RecommendationLife NOT_BEGUN =
            new RecommendationLife(null, false, Map.of(), Map.of(), false, false, null, null, 0, false, null);

    /** Claimed is not verified. */
    public enum Completion {
        CLAIMED,
        VERIFIED,
        DISPUTED
    }

    /** Why nothing is to be done any more. */
    public enum Gone {
        WITHDRAWN,
        MERGED,
        RETIRED
    }

    /** What can be waited for. */
    public enum What {
        CONSENSUS,
        PRIORITY,
        BOARD_ACTION,
        PENDING,
        PASS_THROUGH_ANSWER,
        IMPLEMENTATION,
        VERIFICATION,
        DISPUTE,
        CLARIFICATION,
        RETIREMENT
    }

    /** On whose desk something lies that is no body's of the community. */
    public enum Desk {
        TEAM,
        BOARD,
        ORG,
        SHEPHERD
    }

    /**
     * Something open.
     *
     * @param owner on whose desk it lies: a {@link Desk}, or the code of a body
     * @param part of the recommendation, where it is one part's
     */
    public record Open(What what, String owner, @Nullable String part) {}

    /** Returns where it stands. */
    public RecommendationStep step(boolean submitted) {
        if (gone != null) {
            return RecommendationStep.GONE;
        }
        if (completion == Completion.VERIFIED) {
            return RecommendationStep.DONE;
        }
        if (completion == Completion.DISPUTED) {
            return RecommendationStep.UNDER_WAY;
        }
        if (completion == Completion.CLAIMED || status == ImplementationStatus.COMPLETE) {
            return RecommendationStep.CLAIMED;
        }
        if (underWay) {
            return RecommendationStep.UNDER_WAY;
        }
        if (parts.isEmpty()) {
            return submitted ? RecommendationStep.WITH_BOARD : RecommendationStep.PROPOSED;
        }
        if (has(Disposition.APPROVED)) {
            return RecommendationStep.APPROVED;
        }
        if (has(Disposition.PENDING)) {
            return RecommendationStep.WITH_BOARD;
        }
        return has(Disposition.PASSED_THROUGH) ? RecommendationStep.PASSED_THROUGH : RecommendationStep.REJECTED;
    }

    /** Tells whether a part has a disposition. */
    public boolean has(Disposition disposition) {
        return parts.containsValue(disposition);
    }

    /** Tells whether work on it was reported, claimed or disputed. */
    public boolean isWorkedOn() {
        return completion != null || underWay;
    }

    /** Tells whether it is reported or claimed complete, and not disputed since. */
    public boolean isComplete() {
        return completion == null ? status == ImplementationStatus.COMPLETE : completion != Completion.DISPUTED;
    }

    /** Tells whether its review has to wait for it: until the Board has acted and all it approved is complete. */
    public boolean isOpen() {
        boolean toBeDone = has(Disposition.APPROVED) && !isComplete();
        return gone == null && (parts.isEmpty() || has(Disposition.PENDING) || toBeDone);
    }

    /** Returns what is open, and on whose desk. */
    public List<Open> open() {
        List<Open> open = new ArrayList<>();
        if (gone != null) {
            return open;
        }
        if (parts.isEmpty()) {
            ofTheTeam(open);
        }
        parts.forEach((part, disposition) -> {
            if (disposition == Disposition.PENDING) {
                open.add(new Open(What.PENDING, Desk.BOARD.name(), part));
            }
            passed.getOrDefault(part, Map.of()).forEach((group, answered) -> {
                if (!answered) {
                    open.add(new Open(What.PASS_THROUGH_ANSWER, group.name(), part));
                }
            });
        });
        if (has(Disposition.APPROVED)) {
            ofTheWork(open);
        }
        for (int question = 0; question < questions; question++) {
            open.add(new Open(What.CLARIFICATION, Desk.SHEPHERD.name(), null));
        }
        if (retirementProposed) {
            open.add(new Open(What.RETIREMENT, Desk.BOARD.name(), null));
        }
        return open;
    }

    private void ofTheTeam(List<Open> open) {
        switch (stage) {
            case DRAFTED, CONSENSUS_CALL_OPEN -> open.add(new Open(What.CONSENSUS, Desk.TEAM.name(), null));
            case DESIGNATED -> open.add(new Open(What.PRIORITY, Desk.TEAM.name(), null));
            case PRIORITIZED, FINAL -> open.add(new Open(What.BOARD_ACTION, Desk.BOARD.name(), null));
            case BOARD_ACTED,
                    COMMUNITY_PRIORITIZED,
                    IMPLEMENTING,
                    COMPLETION_CLAIMED,
                    COMPLETION_VERIFIED,
                    EFFECT_ASSESSED,
                    RETIRED,
                    WITHDRAWN,
                    MERGED -> {}
            case null -> {} // it is not on record that the team drafted it, so nobody waits for its consensus
        }
    }

    private void ofTheWork(List<Open> open) {
        switch (completion) {
            case DISPUTED -> open.add(new Open(What.DISPUTE, Desk.ORG.name(), null));
            case CLAIMED -> open.add(new Open(What.VERIFICATION, Desk.SHEPHERD.name(), null));
            case VERIFIED -> {}
            case null -> {
                if (status != ImplementationStatus.COMPLETE) {
                    open.add(new Open(What.IMPLEMENTATION, Desk.ORG.name(), null));
                }
            }
        }
    }

    /** Returns the stage that an event enters, whatever was before; null for most. */
    public static @Nullable RecommendationStage enteredBy(RecommendationEvent event) {
        return switch (event) {
            case RecommendationDrafted _ -> RecommendationStage.DRAFTED;
            case ConsensusCallOpened _ -> RecommendationStage.CONSENSUS_CALL_OPEN;
            case ConsensusDesignated _ -> RecommendationStage.DESIGNATED;
            case RecommendationPrioritized _ -> RecommendationStage.PRIORITIZED;
            case RecommendationFinalized _ -> RecommendationStage.FINAL;
            case BoardActionRecorded _ -> RecommendationStage.BOARD_ACTED;
            case CommunityPriorityAssigned _ -> RecommendationStage.COMMUNITY_PRIORITIZED;
            case ImplementationStarted _ -> RecommendationStage.IMPLEMENTING;
            case ImplementationStatusReported report ->
                switch (report.status()) {
                    case IN_PROGRESS, PARTIALLY_COMPLETE, COMPLETE -> RecommendationStage.IMPLEMENTING;
                    case NOT_STARTED, IMPLEMENTATION_DESIGN, ON_HOLD -> null;
                };
            case ImplementationCompleted _ -> RecommendationStage.COMPLETION_CLAIMED;
            case CompletionVerified _ -> RecommendationStage.COMPLETION_VERIFIED;
            case EffectAssessed _ -> RecommendationStage.EFFECT_ASSESSED;
            case RecommendationRetired _ -> RecommendationStage.RETIRED;
            case RecommendationWithdrawn _ -> RecommendationStage.WITHDRAWN;
            case RecommendationMerged _ -> RecommendationStage.MERGED;
            case TextEvent _, ConsensusEvent _, BoardEvent _, ImplementationEvent _ -> null;
        };
    }

    /** Returns the life after an event. */
    public RecommendationLife after(RecommendationEvent event) {
        RecommendationLife next = switch (event) {
            case TextEvent text -> after(text);
            case ConsensusEvent _ -> this;
            case BoardEvent board -> after(board);
            case ImplementationEvent work -> after(work);
        };
        RecommendationStage entered = enteredBy(event);
        boolean further = entered != null && (stage == null || entered.compareTo(stage) > 0);
        return further ? next.in(entered) : next;
    }

    private RecommendationLife after(TextEvent event) {
        return switch (event) {
            case RecommendationDrafted _ -> with(true, gone);
            case RecommendationMerged _ -> with(drafted, Gone.MERGED);
            case RecommendationWithdrawn _ -> with(drafted, Gone.WITHDRAWN);
            case RecommendationReworded _, RecommendationFactRetracted _ -> this;
        };
    }

    private RecommendationLife after(BoardEvent event) {
        return switch (event) {
            case BoardActionRecorded acted -> {
                Map<Group, Boolean> to = new EnumMap<>(Group.class);
                acted.passedTo().forEach(group -> to.put(group, false));
                to.putAll(passed.getOrDefault(acted.part(), Map.of()));
                yield decided(with(parts, acted.part(), acted.disposition()), with(passed, acted.part(), to));
            }
            case PassThroughNotified told -> passed(told.part(), told.group(), false);
            case PassThroughAnswered answered -> passed(answered.part(), answered.group(), true);
            case RecommendationSupplemented _ -> this;
        };
    }

    /** A part that no Board action is on record of is not known to be passed to anybody. */
    private RecommendationLife passed(String part, Group group, boolean answered) {
        if (!parts.containsKey(part)) {
            return this;
        }
        Map<Group, Boolean> to = new EnumMap<>(Group.class);
        to.putAll(passed.getOrDefault(part, Map.of()));
        to.merge(group, answered, Boolean::logicalOr);
        return decided(parts, with(passed, part, to));
    }

    private RecommendationLife after(ImplementationEvent event) {
        return switch (event) {
            case ImplementationStarted _ -> working(true, true, status, completion);
            case ImplementationStatusReported report -> reported(report.status());
            case ImplementationCompleted _ -> working(started, underWay, status, Completion.CLAIMED);
            case CompletionVerified _ -> working(started, underWay, status, Completion.VERIFIED);
            case CompletionDisputed _ -> working(started, underWay, status, Completion.DISPUTED);
            case ClarificationRequested _ -> asked(questions + 1, retirementProposed);
            case ClarificationGiven _ -> asked(Math.max(0, questions - 1), retirementProposed);
            case RetirementProposed _ -> asked(questions, true);
            case RecommendationKept _ -> asked(questions, false);
            case RecommendationRetired _ -> asked(questions, false).with(drafted, Gone.RETIRED);
            case CommunityPriorityAssigned _, ImplementationDesignCompleted _, DependencyRecorded _, EffectAssessed _ ->
                this;
        };
    }

    /** A report that something is complete says that work was under way; completion is claimed by an event of its own. */
    private RecommendationLife reported(ImplementationStatus now) {
        return switch (now) {
            case NOT_STARTED, ON_HOLD -> working(started, false, now, completion);
            case IMPLEMENTATION_DESIGN, IN_PROGRESS, PARTIALLY_COMPLETE, COMPLETE ->
                working(true, true, now, completion);
        };
    }

    private RecommendationLife in(RecommendationStage now) {
        return new RecommendationLife(
                now,
                drafted,
                parts,
                passed,
                started,
                underWay,
                status,
                completion,
                questions,
                retirementProposed,
                gone);
    }

    private RecommendationLife with(boolean written, @Nullable Gone why) {
        return new RecommendationLife(
                stage,
                written,
                parts,
                passed,
                started,
                underWay,
                status,
                completion,
                questions,
                retirementProposed,
                why);
    }

    private RecommendationLife decided(Map<String, Disposition> decided, Map<String, Map<Group, Boolean>> to) {
        return new RecommendationLife(
                stage,
                drafted,
                decided,
                to,
                started,
                underWay,
                status,
                completion,
                questions,
                retirementProposed,
                gone);
    }

    private RecommendationLife working(
            boolean begun, boolean going, @Nullable ImplementationStatus said, @Nullable Completion verdict) {
        return new RecommendationLife(
                stage, drafted, parts, passed, begun, going, said, verdict, questions, retirementProposed, gone);
    }

    private RecommendationLife asked(int open, boolean proposed) {
        return new RecommendationLife(
                stage, drafted, parts, passed, started, underWay, status, completion, open, proposed, gone);
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> more = new TreeMap<>(map);
        more.put(key, value);
        return more;
    }
}
