package org.waymark.command.recommendation;

import java.util.EnumSet;
import java.util.Set;
import org.waymark.command.desk.Rule;

/**
 * Every reason to say no to a command about a recommendation. Sources: GLOSSARY "life cycle of a recommendation",
 * "consensus designation", "Board action", "implementation".
 */
enum RecommendationRule implements Rule {
    THE_RULES_GIVE_THIS_TO_THE_ROLE(
            Kind.AUTHORITY, "", "The rules of this review don't give this decision to the role that takes it."),
    A_MEMBER_SPEAKS_FOR_THEMSELVES(
            Kind.AUTHORITY, "", "A member states a position, an objection or a minority statement only of their own."),
    ONLY_THE_GROUP_ITSELF_ANSWERS(
            Kind.AUTHORITY, "", "What was passed to a group is answered by that group and by nobody else."),
    NOBODY_JUDGES_THEIR_OWN_CLAIM(Kind.AUTHORITY, "", "Whoever claimed completion neither verifies nor disputes it."),

    THE_REVIEW_IS_ON_RECORD(
            Kind.IDENTITY, "schedule-review", "A recommendation belongs to a review that is on record."),
    A_NUMBER_IS_DRAFTED_ONCE(
            Kind.IDENTITY,
            "reword-recommendation",
            "This number is taken; a new wording is recorded on it, not a new draft."),
    THE_RECOMMENDATION_IS_ON_RECORD(
            Kind.IDENTITY, "draft-recommendation", "No recommendation with this number is on record on that day."),
    IT_CHANGES_SOMETHING(Kind.IDENTITY, "", "The same is already on record, so this would change nothing."),
    ANOTHER_RECOMMENDATION_IS_NAMED(
            Kind.IDENTITY, "", "A recommendation is merged into or supplemented by another one, not by itself."),
    A_MERGER_STAYS_IN_THE_REVIEW(Kind.IDENTITY, "", "A recommendation is merged into one of the same review."),
    AN_OBJECTION_HAS_ITS_OWN_NAME(Kind.IDENTITY, "", "An objection with this name is already on record."),
    THE_OBJECTION_IS_OPEN(Kind.IDENTITY, "raise-objection", "This objection is not waiting to be resolved."),
    A_RECOMMENDATION_IS_WHOLE_OR_SPLIT(
            Kind.IDENTITY, "", "The Board acts on a recommendation as a whole or part by part, not both."),
    THE_GROUP_WAS_PASSED_THE_PART(
            Kind.IDENTITY, "record-board-action", "The Board did not pass this part to this group."),
    A_LATER_TEAM_ASSESSES(
            Kind.IDENTITY, "", "The effect is assessed by a later review team, not by the one that recommended it."),

    A_PART_HAS_A_SHORT_NAME(
            Kind.VOCABULARY, "", "A part is named by lower-case letters and digits, with hyphens or dots between."),

    THE_PRIORITY_IS_ON_THE_SCALE(
            Kind.VOCABULARY, "", "The rules of this review rank recommendations on another scale."),

    A_CALL_LEAVES_TIME_TO_OBJECT(Kind.DATES, "", "The last day for objections is not before the call."),

    THE_VOTE_BEARS_OUT_THE_LEVEL(
            Kind.ARITHMETIC,
            "",
            "The vote doesn't bear out this level: full consensus has no vote against it, consensus and strong support have"
                    + " a majority."),
    A_SHARE_IS_BETWEEN_0_AND_100(Kind.ARITHMETIC, "", "The share done is between 0 and 100 percent."),
    THE_SHARE_FITS_THE_STATUS(
            Kind.ARITHMETIC, "", "What is complete is done to 100 percent; what is not started, to 0 percent."),

    IT_STILL_STANDS(Kind.ORDER, "", "Nothing more happens to a recommendation that is withdrawn, merged or retired."),
    IT_IS_NOT_FINAL_YET(Kind.ORDER, "", "A final recommendation stands as the team agreed it."),
    NO_CALL_IS_OPEN(Kind.ORDER, "designate-consensus", "A consensus call is open; its outcome comes first."),
    A_CALL_IS_OPEN(Kind.ORDER, "open-consensus-call", "Objections are raised while a consensus call is open."),
    AN_OBJECTION_COMES_IN_TIME(
            Kind.ORDER, "file-minority-statement", "The last day for objections is over; dissent can still be stated."),
    AN_OBJECTION_IS_OPEN(Kind.ORDER, "raise-objection", "No objection is waiting to be resolved."),
    A_LEVEL_FOLLOWS_A_CALL_OR_A_VOTE(
            Kind.ORDER,
            "open-consensus-call",
            "A level of consensus follows a consensus call, or a vote with its counts."),
    THE_CALL_IS_OVER(Kind.ORDER, "", "The last day for objections is not over yet."),
    NOBODY_OBJECTS_TO_FULL_CONSENSUS(
            Kind.ORDER,
            "resolve-objection",
            "Full consensus means that nobody opposes: an objection or position stands."),
    DISSENT_FOLLOWS_THE_LEVEL(
            Kind.ORDER, "designate-consensus", "A minority statement dissents from a level of consensus that is set."),
    A_PRIORITY_FOLLOWS_THE_LEVEL(
            Kind.ORDER, "designate-consensus", "The team ranks a recommendation once its level of consensus is set."),
    THE_BOARD_ACTS_ON_WHAT_IS_FINAL(Kind.ORDER, "finalize-recommendation", "The Board acts on a final recommendation."),
    A_BOARD_DECISION_STANDS(
            Kind.ORDER,
            "supplement-recommendation",
            "The Board decided on this already; only what it left pending is decided again."),
    SOMETHING_WAS_PASSED_THROUGH(
            Kind.ORDER, "record-board-action", "The Board has passed nothing of this recommendation through."),
    ONLY_A_REJECTED_ONE_IS_SUPPLEMENTED(
            Kind.ORDER,
            "record-board-action",
            "Only a recommendation of which something was rejected is supplemented."),
    ONLY_WHAT_IS_APPROVED_IS_CARRIED_OUT(
            Kind.ORDER, "record-board-action", "Only what the Board approved is prioritized and carried out."),
    WORK_HAS_STARTED(Kind.ORDER, "start-implementation", "Completion is claimed of work that has started."),
    A_NEW_CLAIM_FOLLOWS_A_DISPUTE(
            Kind.ORDER,
            "dispute-completion",
            "Completion is claimed already; it is claimed anew only after a dispute."),
    A_CLAIM_IS_ON_RECORD(Kind.ORDER, "claim-completion", "Nobody has claimed completion, or it is judged already."),
    A_QUESTION_IS_OPEN(Kind.ORDER, "request-clarification", "No question is waiting for an answer."),
    EFFECT_FOLLOWS_COMPLETION(
            Kind.ORDER, "claim-completion", "The effect is assessed of what is claimed or reported complete."),
    A_PROPOSAL_IS_ANSWERED_FIRST(
            Kind.ORDER, "keep-recommendation", "Its retirement is proposed already and waits for a decision."),
    A_RETIREMENT_IS_PROPOSED(
            Kind.ORDER, "propose-retirement", "A recommendation is retired or kept on a proposal with its rationale."),

    A_CALL_HAS_A_TEXT(Kind.COMPLETENESS, "reword-recommendation", "A consensus call is held on a text."),
    A_STATEMENT_HAS_AUTHORS(Kind.COMPLETENESS, "", "A minority statement names the members who file it."),
    A_PRIORITY_SAYS_WHY(Kind.COMPLETENESS, "", "A priority is never kept without its rationale."),
    A_FINAL_ONE_HAS_A_LEVEL(
            Kind.COMPLETENESS, "designate-consensus", "A final recommendation has a level of consensus."),
    A_RESOLUTION_IS_NAMED(Kind.COMPLETENESS, "", "A Board action names its resolution."),
    THE_BOARD_SAYS_WHY_UNLESS_IT_APPROVES(
            Kind.COMPLETENESS, "", "For what it does not approve the Board gives a written rationale."),
    A_PASS_THROUGH_NAMES_THE_GROUPS(
            Kind.COMPLETENESS, "", "What is passed through is passed to groups that are named."),
    ONLY_A_PASS_THROUGH_NAMES_GROUPS(
            Kind.IDENTITY, "", "Groups are named only where the Board passes something through to them."),
    WORK_THAT_RESTS_SAYS_WHY(Kind.COMPLETENESS, "", "Work that is not started or on hold is reported with the reason.");

    /** Kept or not whatever the fields say, though the kind would tell otherwise. */
    private static final Set<RecommendationRule> OF_THE_STATE = EnumSet.of(
            THE_REVIEW_IS_ON_RECORD,
            A_NUMBER_IS_DRAFTED_ONCE,
            THE_RECOMMENDATION_IS_ON_RECORD,
            A_CALL_HAS_A_TEXT,
            A_FINAL_ONE_HAS_A_LEVEL);

    /** Kept by other fields, though the kind would tell otherwise: a vote takes the place of a call. */
    private static final Set<RecommendationRule> OF_THE_FIELDS = EnumSet.of(
            A_MEMBER_SPEAKS_FOR_THEMSELVES,
            ONLY_THE_GROUP_ITSELF_ANSWERS,
            A_LEVEL_FOLLOWS_A_CALL_OR_A_VOTE,
            THE_CALL_IS_OVER,
            NOBODY_OBJECTS_TO_FULL_CONSENSUS);

    private final Kind kind;
    private final String nextStep;
    private final String because;

    RecommendationRule(Kind kind, String nextStep, String because) {
        this.kind = kind;
        this.nextStep = nextStep;
        this.because = because;
    }

    @Override
    public String because() {
        return because;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean speaksOfFields() {
        return OF_THE_FIELDS.contains(this) || (!OF_THE_STATE.contains(this) && Rule.super.speaksOfFields());
    }

    @Override
    public String nextStep() {
        return nextStep;
    }
}
