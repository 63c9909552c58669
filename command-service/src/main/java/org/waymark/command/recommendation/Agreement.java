package org.waymark.command.recommendation;

import static org.waymark.command.recommendation.RecommendationRule.AN_OBJECTION_COMES_IN_TIME;
import static org.waymark.command.recommendation.RecommendationRule.AN_OBJECTION_HAS_ITS_OWN_NAME;
import static org.waymark.command.recommendation.RecommendationRule.AN_OBJECTION_IS_OPEN;
import static org.waymark.command.recommendation.RecommendationRule.A_CALL_HAS_A_TEXT;
import static org.waymark.command.recommendation.RecommendationRule.A_CALL_IS_OPEN;
import static org.waymark.command.recommendation.RecommendationRule.A_CALL_LEAVES_TIME_TO_OBJECT;
import static org.waymark.command.recommendation.RecommendationRule.A_FINAL_ONE_HAS_A_LEVEL;
import static org.waymark.command.recommendation.RecommendationRule.A_LEVEL_FOLLOWS_A_CALL_OR_A_VOTE;
import static org.waymark.command.recommendation.RecommendationRule.A_MEMBER_SPEAKS_FOR_THEMSELVES;
import static org.waymark.command.recommendation.RecommendationRule.A_PRIORITY_FOLLOWS_THE_LEVEL;
import static org.waymark.command.recommendation.RecommendationRule.A_PRIORITY_SAYS_WHY;
import static org.waymark.command.recommendation.RecommendationRule.A_STATEMENT_HAS_AUTHORS;
import static org.waymark.command.recommendation.RecommendationRule.DISSENT_FOLLOWS_THE_LEVEL;
import static org.waymark.command.recommendation.RecommendationRule.IT_CHANGES_SOMETHING;
import static org.waymark.command.recommendation.RecommendationRule.IT_IS_NOT_FINAL_YET;
import static org.waymark.command.recommendation.RecommendationRule.NOBODY_OBJECTS_TO_FULL_CONSENSUS;
import static org.waymark.command.recommendation.RecommendationRule.NO_CALL_IS_OPEN;
import static org.waymark.command.recommendation.RecommendationRule.THE_CALL_IS_OVER;
import static org.waymark.command.recommendation.RecommendationRule.THE_OBJECTION_IS_OPEN;
import static org.waymark.command.recommendation.RecommendationRule.THE_PRIORITY_IS_ON_THE_SCALE;
import static org.waymark.command.recommendation.RecommendationRule.THE_VOTE_BEARS_OUT_THE_LEVEL;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.command.recommendation.ConsensusCommand.DesignateConsensus;
import org.waymark.command.recommendation.ConsensusCommand.FileMinorityStatement;
import org.waymark.command.recommendation.ConsensusCommand.FinalizeRecommendation;
import org.waymark.command.recommendation.ConsensusCommand.OpenConsensusCall;
import org.waymark.command.recommendation.ConsensusCommand.PrioritizeRecommendation;
import org.waymark.command.recommendation.ConsensusCommand.RaiseObjection;
import org.waymark.command.recommendation.ConsensusCommand.ResolveObjection;
import org.waymark.command.recommendation.ConsensusCommand.StatePosition;
import org.waymark.events.PersonId;
import org.waymark.events.PlannedDate;
import org.waymark.events.recommendation.ConsensusEvent;
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
import org.waymark.events.recommendation.TeamPriority;
import org.waymark.events.review.Vote;

/**
 * How far the team agrees. A consensus call has a last day for objections; whoever has raised nothing by then counts as
 * agreeing. Then the level is designated, by the call's outcome or by a vote, and the team ranks the recommendation.
 *
 * @param call the open call's last day for objections, absent if none is open
 * @param positions by person
 * @param objections by name, true while open
 * @param level the designation, absent before
 */
record Agreement(
        @Nullable PlannedDate call,
        Map<PersonId, Stated> positions,
        Map<String, Boolean> objections,
        @Nullable ConsensusLevel level,
        @Nullable Ranked priority,
        boolean isFinal) {

    static final Agreement NONE = new Agreement(null, Map.of(), Map.of(), null, null, false);

    record Stated(Position position, @Nullable String words) {}

    record Ranked(TeamPriority priority, @Nullable String rationale) {}

    ConsensusEvent decide(ConsensusCommand command, Hearing hearing) {
        if (!(command instanceof FileMinorityStatement)) { // dissent has a later deadline of its own
            hearing.require(IT_IS_NOT_FINAL_YET, !isFinal);
        }
        return switch (command) {
            case OpenConsensusCall call -> open(call, hearing);
            case StatePosition position -> state(position, hearing);
            case RaiseObjection objection -> raise(objection, hearing);
            case ResolveObjection objection -> {
                hearing.require(AN_OBJECTION_IS_OPEN, objections.containsValue(true));
                hearing.require(THE_OBJECTION_IS_OPEN, objections.getOrDefault(objection.objection(), false));
                yield new ObjectionResolved(hearing.id(), hearing.on(), objection.objection(), objection.words());
            }
            case DesignateConsensus designation -> designate(designation, hearing);
            case FileMinorityStatement statement -> dissent(statement, hearing);
            case PrioritizeRecommendation ranking -> rank(ranking, hearing);
            case FinalizeRecommendation _ -> {
                hearing.require(NO_CALL_IS_OPEN, call == null);
                hearing.require(A_FINAL_ONE_HAS_A_LEVEL, level != null);
                yield new RecommendationFinalized(hearing.id(), hearing.on());
            }
        };
    }

    private ConsensusEvent open(OpenConsensusCall open, Hearing hearing) {
        hearing.require(A_CALL_HAS_A_TEXT, hearing.then().wording().text() != null);
        hearing.require(NO_CALL_IS_OPEN, call == null);
        hearing.require(
                A_CALL_LEAVES_TIME_TO_OBJECT,
                !open.objectionsUntil().lastDay().isBefore(open.on().occurredOn()),
                Map.of(
                        "objectionsUntil",
                        open.objectionsUntil(),
                        "occurredOn",
                        open.on().occurredOn()));
        return new ConsensusCallOpened(hearing.id(), hearing.on(), open.objectionsUntil());
    }

    private ConsensusEvent state(StatePosition stated, Hearing hearing) {
        hearing.require(A_MEMBER_SPEAKS_FOR_THEMSELVES, hearing.maySpeak(stated.person()));
        hearing.require(
                IT_CHANGES_SOMETHING,
                !new Stated(stated.position(), stated.words()).equals(positions.get(stated.person())));
        return new PositionStated(
                hearing.id(), hearing.on(), stated.person(), stated.group(), stated.position(), stated.words());
    }

    private ConsensusEvent raise(RaiseObjection raised, Hearing hearing) {
        hearing.require(A_MEMBER_SPEAKS_FOR_THEMSELVES, hearing.maySpeak(raised.person()));
        hearing.require(AN_OBJECTION_HAS_ITS_OWN_NAME, !objections.containsKey(raised.objection()));
        hearing.require(A_CALL_IS_OPEN, call != null);
        hearing.require(AN_OBJECTION_COMES_IN_TIME, call == null || !isOver(hearing), lastDay());
        return new ObjectionRaised(hearing.id(), hearing.on(), raised.objection(), raised.person(), raised.words());
    }

    private ConsensusEvent designate(DesignateConsensus designation, Hearing hearing) {
        Vote vote = designation.vote();
        hearing.require(THE_VOTE_BEARS_OUT_THE_LEVEL, vote == null || bearsOut(vote, designation.level()));
        hearing.require(A_LEVEL_FOLLOWS_A_CALL_OR_A_VOTE, vote != null || call != null);
        hearing.require(THE_CALL_IS_OVER, vote != null || call == null || isOver(hearing), lastDay());
        hearing.require(
                NOBODY_OBJECTS_TO_FULL_CONSENSUS, designation.level() != ConsensusLevel.FULL_CONSENSUS || !isOpposed());
        return new ConsensusDesignated(hearing.id(), hearing.on(), designation.level(), vote);
    }

    private static boolean bearsOut(Vote vote, ConsensusLevel level) {
        return switch (level) {
            case FULL_CONSENSUS -> vote.inFavour() > 0 && vote.against() == 0;
            case CONSENSUS, STRONG_SUPPORT_SIGNIFICANT_OPPOSITION -> vote.inFavour() > vote.against();
            case DIVERGENCE, MINORITY_VIEW -> vote.inFavour() + vote.against() + vote.abstained() > 0;
        };
    }

    private boolean isOpposed() {
        return objections.containsValue(true)
                || positions.values().stream().anyMatch(stated -> stated.position() == Position.OPPOSES);
    }

    private ConsensusEvent dissent(FileMinorityStatement statement, Hearing hearing) {
        hearing.require(
                A_MEMBER_SPEAKS_FOR_THEMSELVES,
                statement.members().isEmpty() || statement.members().stream().anyMatch(hearing::maySpeak));
        hearing.require(DISSENT_FOLLOWS_THE_LEVEL, level != null);
        hearing.require(A_STATEMENT_HAS_AUTHORS, !statement.members().isEmpty());
        return new MinorityStatementFiled(
                hearing.id(), hearing.on(), statement.members(), statement.groups(), statement.words());
    }

    private ConsensusEvent rank(PrioritizeRecommendation ranking, Hearing hearing) {
        hearing.require(IT_CHANGES_SOMETHING, !new Ranked(ranking.priority(), ranking.rationale()).equals(priority));
        hearing.require(A_PRIORITY_FOLLOWS_THE_LEVEL, level != null);
        hearing.require(
                THE_PRIORITY_IS_ON_THE_SCALE,
                hearing.desk().pack().priorities().contains(ranking.priority()),
                Map.of(
                        "priority",
                        ranking.priority(),
                        "scale",
                        hearing.desk().pack().priorities()));
        hearing.require(A_PRIORITY_SAYS_WHY, ranking.rationale() != null);
        return new RecommendationPrioritized(hearing.id(), hearing.on(), ranking.priority(), ranking.rationale());
    }

    private boolean isOver(Hearing hearing) {
        return call != null && hearing.day().isAfter(call.lastDay());
    }

    private Map<String, Object> lastDay() {
        return Optional.ofNullable(call)
                .<Map<String, Object>>map(c -> Map.of("objectionsUntil", c))
                .orElse(Map.of());
    }

    Agreement evolve(ConsensusEvent event) {
        return switch (event) {
            case ConsensusCallOpened opened ->
                new Agreement(opened.objectionsUntil(), positions, objections, level, priority, isFinal);
            case PositionStated stated ->
                new Agreement(
                        call,
                        with(positions, stated.person(), new Stated(stated.position(), stated.words())),
                        objections,
                        level,
                        priority,
                        isFinal);
            case ObjectionRaised raised ->
                new Agreement(call, positions, with(objections, raised.objection(), true), level, priority, isFinal);
            case ObjectionResolved resolved ->
                new Agreement(call, positions, with(objections, resolved.objection(), false), level, priority, isFinal);
            case ConsensusDesignated designated ->
                new Agreement(null, positions, objections, designated.level(), priority, isFinal);
            case MinorityStatementFiled _ -> this;
            case RecommendationPrioritized ranked ->
                new Agreement(
                        call, positions, objections, level, new Ranked(ranked.priority(), ranked.rationale()), isFinal);
            case RecommendationFinalized _ -> new Agreement(call, positions, objections, level, priority, true);
        };
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> more = new HashMap<>(map);
        more.put(key, value);
        return Map.copyOf(more);
    }
}
