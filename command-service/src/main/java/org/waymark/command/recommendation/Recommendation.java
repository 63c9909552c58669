package org.waymark.command.recommendation;

import static org.waymark.command.recommendation.RecommendationRule.IT_STILL_STANDS;
import static org.waymark.command.recommendation.RecommendationRule.THE_RECOMMENDATION_IS_ON_RECORD;
import static org.waymark.command.recommendation.RecommendationRule.THE_RULES_GIVE_THIS_TO_THE_ROLE;

import java.util.Map;
import java.util.Set;
import org.waymark.command.desk.Desk;
import org.waymark.command.desk.Facts;
import org.waymark.command.desk.Judgement;
import org.waymark.command.desk.OtherStreams.RecommendationStanding;
import org.waymark.command.desk.Refusal;
import org.waymark.command.desk.Verb;
import org.waymark.command.recommendation.TextCommand.DraftRecommendation;
import org.waymark.command.recommendation.TextCommand.RetractRecommendationFact;
import org.waymark.events.Role;
import org.waymark.events.life.RecommendationLife;
import org.waymark.events.life.RecommendationLife.Gone;
import org.waymark.events.recommendation.BoardEvent;
import org.waymark.events.recommendation.ConsensusEvent;
import org.waymark.events.recommendation.ImplementationEvent;
import org.waymark.events.recommendation.RecommendationEvent;
import org.waymark.events.recommendation.TextEvent;

/**
 * Where a recommendation stands and what may happen next. The team drafts and rewords it, calls for consensus, designates
 * the level of agreement, ranks it and makes it final. The Board approves it, rejects it, leaves it pending or passes it
 * through, part by part if need be; what is pending is decided later, what is passed through is answered by its addressee.
 * What is approved the community ranks and ICANN org carries out; a claimed completion is verified or disputed by others,
 * a later team assesses the effect, and what is never done may be retired.
 *
 * @param life where it is in its life cycle, as the views tell it
 * @param wording its text
 * @param agreement how far the team agrees on it
 * @param board what the Board did with it
 * @param work how it is carried out
 */
record Recommendation(RecommendationLife life, Wording wording, Agreement agreement, BoardAction board, Work work) {

    static final Recommendation UNWRITTEN = new Recommendation(
            RecommendationLife.NOT_BEGUN, Wording.UNWRITTEN, Agreement.NONE, BoardAction.NONE, Work.NONE);

    /** Decides a command on all that is recorded of the recommendation, by the rules of the desk and those below. */
    static RecommendationEvent decide(Facts<RecommendationEvent> facts, RecommendationCommand command, Desk desk) {
        return facts.decide(command, desk, UNWRITTEN, Recommendation::evolve, (then, at) -> then.decide(command, at));
    }

    /**
     * Decides a command.
     *
     * @return the one event it becomes
     * @throws Refusal if a rule is not kept
     */
    RecommendationEvent decide(RecommendationCommand command, Desk desk) {
        Hearing hearing = new Hearing(command, this, new Judgement(desk.on(command)), desk);
        requireAuthority(hearing);
        requireStanding(hearing);
        return switch (command) {
            case TextCommand text -> wording.decide(text, hearing);
            case ConsensusCommand consensus -> agreement.decide(consensus, hearing);
            case BoardCommand action -> board.decide(action, hearing);
            case ImplementationCommand implementation -> work.decide(implementation, hearing);
        };
    }

    private static void requireAuthority(Hearing hearing) {
        String verb = Verb.of(hearing.command().getClass());
        Role role = hearing.command().on().by().role();
        Set<Role> allowed = hearing.desk().pack().mayDo().getOrDefault(verb, Set.of());
        hearing.require(
                THE_RULES_GIVE_THIS_TO_THE_ROLE,
                allowed.contains(role),
                Map.of(
                        "verb",
                        verb,
                        "role",
                        role,
                        "allowed",
                        allowed,
                        "pack",
                        hearing.desk().pack().id()));
    }

    /** A first draft and a retraction need nothing; whatever else happens, happens to a recommendation that stands. */
    private void requireStanding(Hearing hearing) {
        boolean needsNone = hearing.command() instanceof DraftRecommendation
                || hearing.command() instanceof RetractRecommendationFact;
        hearing.require(THE_RECOMMENDATION_IS_ON_RECORD, needsNone || life.drafted());
        hearing.require(IT_STILL_STANDS, needsNone || life.gone() == null);
    }

    /** Tells its review how it stands: open until the Board has acted and all it approved is complete. */
    RecommendationStanding standing(String number) {
        return new RecommendationStanding(
                number,
                life.gone() == Gone.WITHDRAWN || life.gone() == Gone.MERGED,
                agreement.level() == null ? "" : agreement.level().name(),
                agreement.priority() == null
                        ? ""
                        : agreement.priority().priority().name(),
                life.isOpen());
    }

    /** Returns the recommendation after an event. Trusts history: never fails, never decides. */
    Recommendation evolve(RecommendationEvent event) {
        RecommendationLife next = life.after(event);
        return switch (event) {
            case TextEvent text -> new Recommendation(next, wording.evolve(text), agreement, board, work);
            case ConsensusEvent consensus ->
                new Recommendation(next, wording, agreement.evolve(consensus), board, work);
            case BoardEvent action -> new Recommendation(next, wording, agreement, board.evolve(action), work);
            case ImplementationEvent done -> new Recommendation(next, wording, agreement, board, work.evolve(done));
        };
    }
}
