package org.waymark.query.recommendations;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.events.Group;
import org.waymark.events.Recorded;
import org.waymark.events.Unreadable;
import org.waymark.events.life.RecommendationLife;
import org.waymark.events.life.RecommendationStage;
import org.waymark.events.recommendation.BoardEvent;
import org.waymark.events.recommendation.BoardEvent.BoardActionRecorded;
import org.waymark.events.recommendation.BoardEvent.PassThroughAnswered;
import org.waymark.events.recommendation.BoardEvent.PassThroughNotified;
import org.waymark.events.recommendation.BoardEvent.RecommendationSupplemented;
import org.waymark.events.recommendation.ConsensusEvent;
import org.waymark.events.recommendation.ConsensusEvent.ConsensusCallOpened;
import org.waymark.events.recommendation.ConsensusEvent.ConsensusDesignated;
import org.waymark.events.recommendation.ConsensusEvent.MinorityStatementFiled;
import org.waymark.events.recommendation.ConsensusEvent.ObjectionRaised;
import org.waymark.events.recommendation.ConsensusEvent.ObjectionResolved;
import org.waymark.events.recommendation.ConsensusEvent.PositionStated;
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
import org.waymark.query.image.Changes;
import org.waymark.query.image.View;
import org.waymark.query.recommendations.RecommendationsRow.Assessment;
import org.waymark.query.recommendations.RecommendationsRow.BoardAction;
import org.waymark.query.recommendations.RecommendationsRow.Clarification;
import org.waymark.query.recommendations.RecommendationsRow.CommunityRank;
import org.waymark.query.recommendations.RecommendationsRow.Dated;
import org.waymark.query.recommendations.RecommendationsRow.Day;
import org.waymark.query.recommendations.RecommendationsRow.Last;
import org.waymark.query.recommendations.RecommendationsRow.MinorityStatement;
import org.waymark.query.recommendations.RecommendationsRow.Objection;
import org.waymark.query.recommendations.RecommendationsRow.Part;
import org.waymark.query.recommendations.RecommendationsRow.PassThrough;
import org.waymark.query.recommendations.RecommendationsRow.Priority;
import org.waymark.query.recommendations.RecommendationsRow.Stated;
import org.waymark.query.recommendations.RecommendationsRow.Status;
import org.waymark.query.recommendations.RecommendationsRow.Text;

/** Folds each recommendation from its draft to its effect. */
@Component
class Recommendations implements View<RecommendationDraft, RecommendationsRow> {

    private static final String STREAM = "recommendation/";

    /** The list of what ICANN org reported. */
    static final byte REPORTS = 1;

    private static final byte REPORTED_COMPLETE = EACH + 1;
    private static final byte REPORTED_UNDER_WAY = EACH + 2;
    private static final byte REPORTED_OTHERWISE = EACH + 3;

    @Override
    public String name() {
        return "recommendations";
    }

    @Override
    public Set<String> keys(Recorded recorded) {
        if (recorded.event() instanceof RecommendationEvent event) {
            return Set.of(event.recommendationId().value());
        }
        return recorded.event() instanceof Unreadable event && event.stream().startsWith(STREAM)
                ? Set.of(event.stream().substring(STREAM.length()))
                : Set.of();
    }

    @Override
    public Set<Group> bodies(Recorded recorded) {
        return recorded.event() instanceof RecommendationEvent event ? Set.copyOf(named(event)) : Set.of();
    }

    /**
     * What waits hangs on the Board, on claims and questions, and on whether the last report says that work is complete or
     * under way; nobody waits for what the team says of its draft before it is designated.
     */
    @Override
    public byte bearing(Recorded recorded) {
        return recorded.event() instanceof RecommendationEvent event ? bearing(event) : EACH;
    }

    private static byte bearing(RecommendationEvent event) {
        return switch (event) {
            case PositionStated _,
                    ObjectionRaised _,
                    ObjectionResolved _,
                    MinorityStatementFiled _,
                    RecommendationSupplemented _,
                    RecommendationFactRetracted _,
                    ImplementationDesignCompleted _,
                    DependencyRecorded _ -> NONE;
            case ImplementationStatusReported report ->
                switch (report.status()) {
                    case COMPLETE -> REPORTED_COMPLETE;
                    case IN_PROGRESS, PARTIALLY_COMPLETE -> REPORTED_UNDER_WAY;
                    case NOT_STARTED, IMPLEMENTATION_DESIGN, ON_HOLD -> REPORTED_OTHERWISE;
                };
            case TextEvent _, ConsensusEvent _, BoardEvent _, ImplementationEvent _ -> EACH;
        };
    }

    @Override
    public int stage(Recorded recorded) {
        RecommendationStage entered =
                recorded.event() instanceof RecommendationEvent event ? RecommendationLife.enteredBy(event) : null;
        return RecommendationDraft.stage(entered);
    }

    @Override
    public byte list(Recorded recorded) {
        return recorded.event() instanceof ImplementationStatusReported ? REPORTS : NONE;
    }

    /** Returns a report as it stands in the list of reports. */
    static Status status(Recorded recorded) {
        return status((ImplementationStatusReported) recorded.event());
    }

    private static Status status(ImplementationStatusReported report) {
        Day day = new Day(report.on().occurredOn(), report.on().precision());
        return new Status(report.status(), day, report.percent(), report.words());
    }

    private static Collection<Group> named(RecommendationEvent event) {
        return switch (event) {
            case RecommendationDrafted drafted -> drafted.addressees();
            case BoardActionRecorded action -> action.passedTo();
            case PassThroughNotified notified -> List.of(notified.group());
            case PassThroughAnswered answered -> List.of(answered.group());
            case TextEvent _, ConsensusEvent _, BoardEvent _, ImplementationEvent _ -> List.of();
        };
    }

    @Override
    public RecommendationDraft begin(String key) {
        return RecommendationDraft.of(key);
    }

    @Override
    public void fold(RecommendationDraft draft, Recorded recorded) {
        if (!(recorded.event() instanceof RecommendationEvent event)) {
            return;
        }
        Day day = new Day(event.on().occurredOn(), event.on().precision());
        String position = Long.toString(recorded.position());
        draft.live(event, day);
        switch (event) {
            case TextEvent text -> text(draft, text, day, position);
            case ConsensusEvent consensus -> consensus(draft, consensus, day, position);
            case BoardEvent board -> board(draft, board, day, position);
            case ImplementationEvent work -> implementation(draft, work, day, position);
        }
        if (event.on().attested() != null) {
            event.on().attested().waived().forEach(rule -> draft.waived = draft.waived.plus(rule, recorded.position()));
        }
        draft.last = new Last(recorded.position(), recorded.type(), day);
        draft.version = Math.max(draft.version, recorded.version());
    }

    private static void text(RecommendationDraft draft, TextEvent event, Day day, String position) {
        switch (event) {
            case RecommendationDrafted drafted -> {
                draft.printedAs = drafted.printedAs();
                draft.title = drafted.title();
                draft.topic = drafted.topic();
                draft.addressees = toThemselves(drafted.addressees());
                if (drafted.title() != null || drafted.text() != null) {
                    draft.texts = draft.texts.plus(position, new Text(day, drafted.title(), drafted.text()));
                }
            }
            case RecommendationReworded reworded -> {
                draft.title = reworded.title() == null ? draft.title : reworded.title();
                draft.texts = draft.texts.plus(position, new Text(day, draft.title, reworded.text()));
                if (reworded.successMeasures() != null) {
                    draft.successMeasures = reworded.successMeasures();
                }
            }
            case RecommendationMerged merged -> {
                draft.mergedInto = merged.into().value();
            }
            case RecommendationWithdrawn _ -> {
                draft.withdrawnOn = day;
            }
            case RecommendationFactRetracted _ -> {}
        }
    }

    private static void consensus(RecommendationDraft draft, ConsensusEvent event, Day day, String position) {
        switch (event) {
            case ConsensusCallOpened opened -> {
                draft.objectionsUntil = opened.objectionsUntil();
            }
            case PositionStated stated ->
                draft.positions = draft.positions.plus(
                        stated.person().value(), new Stated(stated.position(), stated.group(), day, stated.words()));
            case ObjectionRaised raised ->
                draft.objections = draft.objections.plus(
                        raised.objection(), new Objection(raised.person().value(), day, raised.words(), null));
            case ObjectionResolved resolved ->
                draft.objections = Changes.ofPresent(
                        draft.objections,
                        resolved.objection(),
                        was -> new Objection(was.person(), was.on(), was.words(), new Dated(day, resolved.words())));
            case ConsensusDesignated designated -> {
                draft.level = designated.level();
                draft.designatedOn = day;
                draft.vote = designated.vote();
            }
            case MinorityStatementFiled filed ->
                draft.minorityStatements = draft.minorityStatements.plus(
                        position,
                        new MinorityStatement(
                                day,
                                filed.members().stream()
                                        .collect(sorted(member -> member.value(), member -> member.value())),
                                toThemselves(filed.groups()),
                                filed.words()));
            case RecommendationPrioritized prioritized -> {
                draft.priority = new Priority(prioritized.priority(), day, prioritized.rationale());
            }
            case RecommendationFinalized _ -> {}
        }
    }

    private static void board(RecommendationDraft draft, BoardEvent event, Day day, String position) {
        switch (event) {
            case BoardActionRecorded action -> {
                draft.parts =
                        draft.parts.plus(action.part(), acted(draft.parts.get(action.part()), action, day, position));
            }
            case PassThroughNotified notified ->
                passed(
                        draft,
                        notified.part(),
                        notified.group(),
                        day,
                        was -> new PassThrough(was.passedOn(), day, was.answer(), was.answeredOn(), was.words()));
            case PassThroughAnswered answered ->
                passed(
                        draft,
                        answered.part(),
                        answered.group(),
                        day,
                        was -> new PassThrough(
                                was.passedOn(), was.notifiedOn(), answered.answer(), day, answered.words()));
            case RecommendationSupplemented supplemented ->
                draft.supplementedBy = supplemented.supplementedBy().value();
        }
    }

    /** A part keeps the day since which it has its disposition: that of what is pending is its age. */
    private static Part acted(@Nullable Part before, BoardActionRecorded action, Day day, String position) {
        Map<String, BoardAction> actions = Changes.at(
                before == null ? Map.of() : before.actions(),
                position,
                new BoardAction(action.disposition(), day, action.resolution(), action.rationale()));
        Map<Group, PassThrough> passedTo = new TreeMap<>(before == null ? Map.of() : before.passedTo());
        action.passedTo().forEach(group -> passedTo.putIfAbsent(group, new PassThrough(day, null, null, null, null)));
        boolean same = before != null && before.disposition() == action.disposition();
        return new Part(action.disposition(), same ? before.since() : day, actions, passedTo);
    }

    /** Changes what is known of a pass-through; one that no Board action on record made is shown from this day on. */
    private static void passed(
            RecommendationDraft draft, String part, Group group, Day day, UnaryOperator<PassThrough> change) {
        draft.parts = Changes.ofPresent(draft.parts, part, was -> {
            Map<Group, PassThrough> passedTo = new TreeMap<>(was.passedTo());
            passedTo.put(
                    group, change.apply(passedTo.getOrDefault(group, new PassThrough(day, null, null, null, null))));
            return new Part(was.disposition(), was.since(), was.actions(), passedTo);
        });
    }

    private static void implementation(RecommendationDraft draft, ImplementationEvent event, Day day, String position) {
        switch (event) {
            case CommunityPriorityAssigned rank -> {
                draft.communityPriority =
                        new CommunityRank(rank.priority(), day, rank.urgency(), rank.importance(), rank.rationale());
            }
            case ImplementationDesignCompleted design -> draft.designCompleted = new Dated(day, design.document());
            case ImplementationStarted _ -> {
                draft.startedOn = day;
            }
            case ImplementationStatusReported report -> {
                draft.status = status(report);
                draft.reports++;
            }
            case DependencyRecorded dependency ->
                draft.dependencies = draft.dependencies.plus(dependency.dependsOn(), dependency.dependsOn());
            case ImplementationCompleted completed -> {
                draft.claimed = new Dated(day, completed.document());
                draft.disputed = null;
            }
            case CompletionVerified verified -> {
                draft.verified = new Dated(day, verified.words());
                draft.disputed = null;
            }
            case CompletionDisputed disputed -> {
                draft.disputed = new Dated(day, disputed.words());
                draft.verified = null;
            }
            case ClarificationRequested asked ->
                draft.clarifications =
                        draft.clarifications.plus(position, new Clarification(day, asked.question(), null));
            case ClarificationGiven given -> answerOldest(draft, new Dated(day, given.answer()));
            case EffectAssessed assessed -> {
                draft.effect = new Assessment(assessed.assessedBy().value(), assessed.effect(), day, assessed.words());
            }
            case RetirementProposed proposed -> draft.retirementProposed = new Dated(day, proposed.rationale());
            case RecommendationRetired _ -> {
                draft.retiredOn = day;
            }
            case RecommendationKept _ -> {
                draft.keptOn = day;
                draft.retirementProposed = null;
            }
        }
    }

    private static void answerOldest(RecommendationDraft draft, Dated answer) {
        draft.clarifications.entrySet().stream()
                .filter(asked -> asked.getValue().answer() == null)
                .findFirst()
                .ifPresent(asked -> draft.clarifications = draft.clarifications.plus(
                        asked.getKey(),
                        new Clarification(
                                asked.getValue().on(), asked.getValue().question(), answer)));
    }

    private static Map<Group, Group> toThemselves(Iterable<Group> groups) {
        Map<Group, Group> same = new TreeMap<>();
        groups.forEach(group -> same.put(group, group));
        return same;
    }

    private static <T> java.util.stream.Collector<T, ?, Map<String, String>> sorted(
            Function<T, String> key, Function<T, String> value) {
        return Collectors.toMap(key, value, (a, _) -> a, TreeMap::new);
    }
}
