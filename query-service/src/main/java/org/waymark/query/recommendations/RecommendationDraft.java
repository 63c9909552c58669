package org.waymark.query.recommendations;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.waymark.events.Group;
import org.waymark.events.PlannedDate;
import org.waymark.events.life.RecommendationLife;
import org.waymark.events.life.RecommendationStage;
import org.waymark.events.recommendation.ConsensusLevel;
import org.waymark.events.recommendation.RecommendationEvent;
import org.waymark.events.review.Vote;
import org.waymark.query.image.Changes;
import org.waymark.query.image.Draft;
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
import org.waymark.query.recommendations.RecommendationsRow.Stated;
import org.waymark.query.recommendations.RecommendationsRow.Status;
import org.waymark.query.recommendations.RecommendationsRow.Text;

/** A row while one event is folded into it: taken apart, changed in places, put together. Never leaves the fold. */
final class RecommendationDraft implements Draft<RecommendationDraft, RecommendationsRow>, Cloneable {

    private final String id;
    String printedAs;

    @Nullable
    String title;

    @Nullable
    String topic;

    private RecommendationLife life = RecommendationLife.NOT_BEGUN;
    private TreePMap<RecommendationStage, Day> stages = TreePMap.empty();
    TreePMap<String, Text> texts = Changes.byPosition();

    @Nullable
    String successMeasures;

    Map<Group, Group> addressees = Map.of();

    @Nullable
    PlannedDate objectionsUntil;

    TreePMap<String, Stated> positions = TreePMap.empty();
    TreePMap<String, Objection> objections = TreePMap.empty();

    @Nullable
    ConsensusLevel level;

    @Nullable
    Day designatedOn;

    @Nullable
    Vote vote;

    @Nullable
    Priority priority;

    TreePMap<String, MinorityStatement> minorityStatements = Changes.byPosition();
    TreePMap<String, Part> parts = TreePMap.empty();

    @Nullable
    CommunityRank communityPriority;

    int reports;

    @Nullable
    Status status;

    TreePMap<String, String> dependencies = TreePMap.empty();

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

    TreePMap<String, Clarification> clarifications = Changes.byPosition();

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

    TreePMap<String, Long> waived = TreePMap.empty();

    @Nullable
    Last last;

    long version;

    private RecommendationDraft(String id) {
        this.id = id;
        this.printedAs = numberOf(id);
    }

    /** Begins a row; a fact dated before the draft finds the recommendation by its number. */
    static RecommendationDraft of(String id) {
        return new RecommendationDraft(id);
    }

    private static String numberOf(String id) {
        return id.substring(id.indexOf('/') + 1);
    }

    @Override
    public RecommendationDraft copy() {
        try {
            return (RecommendationDraft) clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Goes on in its life cycle, and notes when a stage was entered first. */
    void live(RecommendationEvent event, Day day) {
        life = life.after(event);
        RecommendationStage entered = RecommendationLife.enteredBy(event);
        if (entered != null && !stages.containsKey(entered)) {
            stages = stages.plus(entered, day);
        }
    }

    @Override
    public int stage() {
        return stage(life.stage());
    }

    static int stage(@Nullable RecommendationStage entered) {
        return entered == null ? 0 : entered.ordinal() + 1;
    }

    @Override
    public RecommendationsRow row() {
        return new RecommendationsRow(
                id,
                id.substring(0, id.indexOf('/')),
                numberOf(id),
                printedAs,
                title,
                topic,
                life,
                life.stage() == null ? RecommendationStage.DRAFTED : life.stage(),
                stages,
                texts,
                successMeasures,
                addressees,
                new Consensus(objectionsUntil, positions, objections, level, designatedOn, vote),
                priority,
                minorityStatements,
                parts,
                communityPriority,
                reports,
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
                last,
                version);
    }
}
