package org.waymark.query.recommendations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.PlannedDate;
import org.waymark.events.Precision;
import org.waymark.events.life.RecommendationLife;
import org.waymark.events.life.RecommendationStage;
import org.waymark.events.recommendation.BoardEvent.Answer;
import org.waymark.events.recommendation.BoardEvent.Disposition;
import org.waymark.events.recommendation.ConsensusEvent.Position;
import org.waymark.events.recommendation.ConsensusLevel;
import org.waymark.events.recommendation.ImplementationEvent.CommunityPriority;
import org.waymark.events.recommendation.ImplementationEvent.Effect;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatus;
import org.waymark.events.recommendation.TeamPriority;
import org.waymark.events.review.Vote;

/**
 * A recommendation as its events tell it; the key is its id. What is planned, claimed, verified and disputed stands in
 * fields of its own, never in one status.
 *
 * @param life by which is told what of it is open; not sent
 * @param texts wordings, by position
 * @param addressees codes of the bodies asked, mapped to themselves
 * @param parts by name; {@code whole} where the Board did not split it
 * @param reports how often ICANN org reported on it
 * @param status what it reported last
 * @param waived positions of the facts that did not keep a rule, by the rule's name
 * @param version the stream's version, to be sent as If-Match
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RecommendationsRow(
        String recommendation,
        String review,
        String number,
        String printedAs,
        @Nullable String title,
        @Nullable String topic,
        @JsonIgnore RecommendationLife life,
        RecommendationStage stage,
        Map<RecommendationStage, Day> stages,
        Map<String, Text> texts,
        @Nullable String successMeasures,
        Map<Group, Group> addressees,
        Consensus consensus,
        @Nullable Priority priority,
        Map<String, MinorityStatement> minorityStatements,
        Map<String, Part> parts,
        @Nullable CommunityRank communityPriority,
        @JsonInclude(JsonInclude.Include.ALWAYS) int reports,
        @Nullable Status status,
        Map<String, String> dependencies,
        @Nullable Dated designCompleted,
        @Nullable Day startedOn,
        @Nullable Dated claimed,
        @Nullable Dated verified,
        @Nullable Dated disputed,
        Map<String, Clarification> clarifications,
        @Nullable Assessment effect,
        @Nullable Dated retirementProposed,
        @Nullable Day retiredOn,
        @Nullable Day keptOn,
        @Nullable Day withdrawnOn,
        @Nullable String mergedInto,
        @Nullable String supplementedBy,
        Map<String, Long> waived,
        Last last,
        @JsonInclude(JsonInclude.Include.ALWAYS) long version) {

    /** A day as exactly as the source gives it. */
    public record Day(LocalDate on, Precision precision) {

        /** Returns the last day on which it can have been. */
        LocalDate lastDay() {
            return precision.lastDay(on);
        }
    }

    /** Something said or shown on a day. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Dated(Day on, @Nullable String words) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Text(
            Day on, @Nullable String title, @Nullable String text) {}

    /**
     * How the team agrees.
     *
     * @param positions by person id
     * @param objections by their short name
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Consensus(
            @Nullable PlannedDate objectionsUntil,
            Map<String, Stated> positions,
            Map<String, Objection> objections,
            @Nullable ConsensusLevel level,
            @Nullable Day designatedOn,
            @Nullable Vote vote) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stated(
            Position position,
            @Nullable Group group,
            Day on,
            @Nullable String words) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Objection(
            String person, Day on, String words, @Nullable Dated resolved) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Priority(
            TeamPriority priority, Day on, @Nullable String rationale) {}

    /** Filed by members; by position in the row. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record MinorityStatement(Day on, Map<String, String> members, Map<Group, Group> groups, String words) {}

    /**
     * A part and what the Board did with it.
     *
     * @param since the day of the first action with this disposition: the age of what is pending
     * @param actions every action on the part, by position
     * @param passedTo what each body answered to which it was passed
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Part(
            Disposition disposition, Day since, Map<String, BoardAction> actions, Map<Group, PassThrough> passedTo) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BoardAction(
            Disposition disposition,
            Day on,
            @Nullable String resolution,
            @Nullable String rationale) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PassThrough(
            Day passedOn,
            @Nullable Day notifiedOn,
            @Nullable Answer answer,
            @Nullable Day answeredOn,
            @Nullable String words) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CommunityRank(
            CommunityPriority priority,
            Day on,
            @Nullable String urgency,
            @Nullable String importance,
            @Nullable String rationale) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Status(
            ImplementationStatus status,
            Day on,
            @Nullable Integer percent,
            @Nullable String words) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Clarification(
            Day on, String question, @Nullable Dated answer) {}

    public record Assessment(String assessedBy, Effect effect, Day on, String words) {}

    /** The fact that counts last. */
    public record Last(long position, String type, Day on) {}
}
