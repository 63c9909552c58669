package org.waymark.query.recommendations;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.PlannedDate;
import org.waymark.events.recommendation.ConsensusLevel;
import org.waymark.events.recommendation.RecommendationId;
import org.waymark.events.review.Vote;
import org.waymark.query.recommendations.RecommendationsRow.Assessment;
import org.waymark.query.recommendations.RecommendationsRow.Clarification;
import org.waymark.query.recommendations.RecommendationsRow.CommunityRank;
import org.waymark.query.recommendations.RecommendationsRow.Consensus;
import org.waymark.query.recommendations.RecommendationsRow.Dated;
import org.waymark.query.recommendations.RecommendationsRow.Day;
import org.waymark.query.recommendations.RecommendationsRow.Last;
import org.waymark.query.recommendations.RecommendationsRow.MinorityStatement;
import org.waymark.query.recommendations.RecommendationsRow.Objection;
import org.waymark.query.recommendations.RecommendationsRow.Part;
import org.waymark.query.recommendations.RecommendationsRow.Priority;
import org.waymark.query.recommendations.RecommendationsRow.Stage;
import org.waymark.query.recommendations.RecommendationsRow.Stated;
import org.waymark.query.recommendations.RecommendationsRow.Status;
import org.waymark.query.recommendations.RecommendationsRow.Text;

/** A row while one event is folded into it: taken apart, changed in places, put together. Never leaves the fold. */
final class RecommendationDraft {

    private final RecommendationId id;
    String printedAs;

    @Nullable
    String title;

    @Nullable
    String topic;

    private @Nullable Stage stage;
    private final Map<Stage, Day> stages = new EnumMap<>(Stage.class);
    final Map<String, Text> texts = byPosition();

    @Nullable
    String successMeasures;

    Map<Group, Group> addressees = Map.of();

    @Nullable
    PlannedDate objectionsUntil;

    final Map<String, Stated> positions = new TreeMap<>();
    final Map<String, Objection> objections = new TreeMap<>();

    @Nullable
    ConsensusLevel level;

    @Nullable
    Day designatedOn;

    @Nullable
    Vote vote;

    @Nullable
    Priority priority;

    final Map<String, MinorityStatement> minorityStatements = byPosition();
    final Map<String, Part> parts = new TreeMap<>();

    @Nullable
    CommunityRank communityPriority;

    final Map<String, Status> statuses = byPosition();

    @Nullable
    Status status;

    final Map<String, String> dependencies = new TreeMap<>();

    @Nullable
    Dated designCompleted;

    @Nullable
    Day startedOn;

    @Nullable
    Dated claimed;

    @Nullable
    Dated verified;

    @Nullable
    Dated disputed;

    final Map<String, Clarification> clarifications = byPosition();

    @Nullable
    Assessment effect;

    @Nullable
    Dated retirementProposed;

    @Nullable
    Day retiredOn;

    @Nullable
    Day keptOn;

    @Nullable
    Day withdrawnOn;

    @Nullable
    String mergedInto;

    @Nullable
    String supplementedBy;

    final Map<String, Long> waived = new TreeMap<>();

    @Nullable
    Last last;

    long version;

    private RecommendationDraft(RecommendationId id, String printedAs) {
        this.id = id;
        this.printedAs = printedAs;
    }

    /** Begins a row; a fact dated before the draft finds the recommendation by its number. */
    static RecommendationDraft of(RecommendationId id) {
        return new RecommendationDraft(id, id.number());
    }

    static RecommendationDraft of(RecommendationsRow row) {
        RecommendationDraft draft =
                new RecommendationDraft(new RecommendationId(row.recommendation()), row.printedAs());
        draft.title = row.title();
        draft.topic = row.topic();
        draft.stage = row.stage();
        draft.stages.putAll(row.stages());
        draft.texts.putAll(row.texts());
        draft.successMeasures = row.successMeasures();
        draft.addressees = row.addressees();
        draft.takeConsensus(row.consensus());
        draft.priority = row.priority();
        draft.minorityStatements.putAll(row.minorityStatements());
        draft.parts.putAll(row.parts());
        draft.communityPriority = row.communityPriority();
        draft.takeWork(row);
        draft.retirementProposed = row.retirementProposed();
        draft.retiredOn = row.retiredOn();
        draft.keptOn = row.keptOn();
        draft.withdrawnOn = row.withdrawnOn();
        draft.mergedInto = row.mergedInto();
        draft.supplementedBy = row.supplementedBy();
        draft.waived.putAll(row.waived());
        draft.last = row.last();
        draft.version = row.version();
        return draft;
    }

    private void takeConsensus(Consensus consensus) {
        objectionsUntil = consensus.objectionsUntil();
        positions.putAll(consensus.positions());
        objections.putAll(consensus.objections());
        level = consensus.level();
        designatedOn = consensus.designatedOn();
        vote = consensus.vote();
    }

    private void takeWork(RecommendationsRow row) {
        statuses.putAll(row.statuses());
        status = row.status();
        dependencies.putAll(row.dependencies());
        designCompleted = row.designCompleted();
        startedOn = row.startedOn();
        claimed = row.claimed();
        verified = row.verified();
        disputed = row.disputed();
        clarifications.putAll(row.clarifications());
        effect = row.effect();
    }

    /** Returns a map whose keys are positions, in the order of the log: rows read back from JSON come in another one. */
    static <V> Map<String, V> byPosition() {
        return new TreeMap<>(Comparator.comparingLong(Long::parseLong));
    }

    /** Notes when a stage was entered first; the row shows the furthest one entered. */
    void enter(Stage entered, Day day) {
        stages.putIfAbsent(entered, day);
        stage = stage == null || entered.compareTo(stage) > 0 ? entered : stage;
    }

    RecommendationsRow row() {
        return new RecommendationsRow(
                id.value(),
                id.review().value(),
                id.number(),
                printedAs,
                title,
                topic,
                stage == null ? Stage.DRAFTED : stage,
                stages,
                texts,
                successMeasures,
                addressees,
                new Consensus(objectionsUntil, positions, objections, level, designatedOn, vote),
                priority,
                minorityStatements,
                parts,
                communityPriority,
                statuses,
                status,
                dependencies,
                designCompleted,
                startedOn,
                claimed,
                verified,
                disputed,
                clarifications,
                effect,
                retirementProposed,
                retiredOn,
                keptOn,
                withdrawnOn,
                mergedInto,
                supplementedBy,
                waived,
                Objects.requireNonNull(last),
                version);
    }
}
