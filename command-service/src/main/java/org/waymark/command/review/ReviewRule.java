package org.waymark.command.review;

import org.jspecify.annotations.Nullable;
import org.waymark.command.desk.Rule;

/**
 * Every reason to say no to a command about a review. Sources: GLOSSARY "life cycle of a review", "review team", "scope
 * endorsement", "final report".
 *
 * <p>Limits of number, such as seats, are rules of order: history that went beyond one is shown with it, not refused.
 */
enum ReviewRule implements Rule {
    THE_RULES_GIVE_THIS_TO_THE_ROLE(
            Kind.AUTHORITY, "", "The rules of this review don't give this decision to the role that takes it."),
    A_MEMBER_SPEAKS_FOR_THEMSELVES(
            Kind.AUTHORITY, "", "A member resigns, states interests or declares a conflict only for themselves."),
    A_GROUP_SPEAKS_FOR_ITSELF_AND_ITS_PARTS(
            Kind.AUTHORITY, "", "An SO/AC, or a part of one, speaks for itself and its own parts, not for others."),

    THE_REVIEW_IS_ON_RECORD(
            Kind.IDENTITY, "schedule-review", "No review with this code is on record on that day.", About.STATE),
    A_REVIEW_IS_SCHEDULED_ONCE(
            Kind.IDENTITY,
            "",
            "This review is scheduled already; a mistake in it is corrected, not recorded again.",
            About.STATE),
    A_REVIEW_KEEPS_ITS_RULES(
            Kind.IDENTITY, "", "A review is judged by the rule pack of its first day for all its life."),
    IT_CHANGES_SOMETHING(Kind.IDENTITY, "", "The same is already on record, so this would change nothing."),
    A_TEAM_IS_DISSOLVED_ONCE(Kind.IDENTITY, "", "The team is dissolved already.", About.STATE),
    IT_IS_NOT_PAUSED_ALREADY(Kind.ORDER, "restart-review", "The review is paused already.", About.STATE),
    AN_ENTRY_HAS_ITS_OWN_NUMBER(Kind.IDENTITY, "", "An entry with this number is in the register already."),
    THE_DECISION_IS_ON_RECORD(Kind.IDENTITY, "record-decision", "No decision with this number is in the register."),
    ANOTHER_DECISION_IS_NAMED(Kind.IDENTITY, "", "A decision is superseded by another one, not by itself."),
    THE_ACTION_ITEM_IS_OPEN(Kind.IDENTITY, "open-action-item", "No action item with this number is open."),
    A_CANDIDATE_IS_NOMINATED_ONCE(Kind.IDENTITY, "", "This SO/AC has nominated this candidate already."),
    A_TEAM_IS_SELECTED_ONCE(
            Kind.IDENTITY,
            "add-member",
            "The team is selected already; members join, leave or are replaced one by one.",
            About.STATE),
    A_MEMBER_HAS_ONE_SEAT(Kind.IDENTITY, "", "A member has one seat on the team, and this one has it already."),
    A_TEAM_CONVENES_ONCE(Kind.IDENTITY, "", "The team has convened already.", About.STATE),
    AN_ANSWER_IS_ABOUT_THE_PRESENT_VERSION(Kind.IDENTITY, "", "An answer is about the present version of the scope."),
    AN_ADOPTED_PLAN_IS_REVISED(
            Kind.IDENTITY,
            "revise-work-plan",
            "A work plan is adopted already; it is revised, and the first plan is kept.",
            About.STATE),
    A_MILESTONE_IS_LISTED_ONCE(Kind.IDENTITY, "", "A plan lists each milestone once."),
    A_MILESTONE_IS_PLANNED_ONCE(
            Kind.IDENTITY,
            "reschedule-milestone",
            "This milestone is planned already; it is rescheduled, and the first plan is kept."),
    A_PERIOD_HAS_ITS_OWN_NAME(Kind.IDENTITY, "", "A comment period with this name is on record already."),
    A_CLOSED_PERIOD_STAYS_CLOSED(Kind.IDENTITY, "", "This comment period is closed already."),
    A_FINAL_REPORT_IS_ADOPTED_ONCE(
            Kind.IDENTITY, "submit-final-report", "The team has adopted its final report already.", About.STATE),
    A_FINAL_REPORT_IS_SUBMITTED_ONCE(Kind.IDENTITY, "", "The final report is with the Board already.", About.STATE),
    A_RECOMMENDATION_IS_LISTED_ONCE(Kind.IDENTITY, "", "A report lists each recommendation once."),

    THE_RULES_ARE_FOR_THIS_KIND_OF_REVIEW(Kind.VOCABULARY, "", "This rule pack is not for this kind of review."),
    A_SHORT_NAME_IS_LOWER_CASE(
            Kind.VOCABULARY, "", "A short name is lower-case words with hyphens, such as draft-report."),
    ONLY_SOACS_AND_THEIR_PARTS_ARE_NAMED(
            Kind.VOCABULARY, "", "Only SO/ACs and their parts nominate candidates and answer on a scope."),
    A_PRIORITY_IS_ON_THE_SCALE(Kind.VOCABULARY, "", "A priority is on the scale of this review's rules."),

    A_TERM_ENDS_AFTER_IT_IS_SET(Kind.DATES, "", "A term does not end before the day on which it is set."),
    AN_EXTENSION_ENDS_LATER(Kind.DATES, "", "An extension ends later than the term it extends."),

    A_COUNT_IS_NOT_NEGATIVE(Kind.ARITHMETIC, "", "A count is zero or more."),
    SEATS_ADD_UP(
            Kind.ARITHMETIC, "", "Neither the seats by body nor the members named are more than the size of the team."),
    NO_MORE_VOTES_THAN_MEMBERS(Kind.ARITHMETIC, "", "No more votes are cast than there are members."),
    A_REMOVAL_HAS_ITS_SHARE_OF_THE_VOTE(
            Kind.ARITHMETIC, "", "A member is removed by the share of the vote that the rules ask for."),
    THE_BOARD_ACTS_ON_NO_MORE_THAN_THERE_IS(
            Kind.ARITHMETIC, "", "The Board's totals are no more than the final report counts."),
    THE_COUNT_FITS_THE_LIST(
            Kind.ARITHMETIC, "", "A list has as many entries as the report counts recommendations, or parts."),
    THERE_ARE_NO_FEWER_PARTS_THAN_RECOMMENDATIONS(
            Kind.ARITHMETIC,
            "",
            "A recommendation has at least one part, so there are no fewer parts than recommendations."),

    THE_REVIEW_IS_NOT_CLOSED(Kind.ORDER, "", "The review is closed; only a note may follow."),
    THE_REVIEW_IS_NOT_DEFERRED(Kind.ORDER, "restart-review", "The review is deferred."),
    THE_REVIEW_IS_NOT_PAUSED(
            Kind.ORDER, "restart-review", "The review is paused: scope, plan and reports rest until it restarts."),
    THE_TEAM_IS_NOT_DISSOLVED(Kind.ORDER, "", "The team is dissolved; its shepherds remain."),
    A_REVIEW_IS_DEFERRED_BEFORE_ITS_CALL(
            Kind.ORDER,
            "pause-review",
            "A review is deferred before its call for volunteers; a team at work is paused."),
    DEFERRALS_ARE_LIMITED(Kind.ORDER, "", "The review was deferred as often as its rules allow."),
    A_PAUSE_INTERRUPTS_A_TEAM_AT_WORK(
            Kind.ORDER, "", "A review is paused between the first meeting of its team and its final report."),
    A_RESTART_ENDS_A_PAUSE_OR_DEFERRAL(Kind.ORDER, "pause-review", "The review is neither paused nor deferred."),
    THE_FINAL_REPORT_IS_SUBMITTED(
            Kind.ORDER, "submit-final-report", "This follows the final report, which is not with the Board yet."),
    THE_FINAL_REPORT_IS_NOT_SUBMITTED_YET(Kind.ORDER, "", "The final report is with the Board already."),
    THE_BOARD_HAS_ACTED(
            Kind.ORDER, "record-board-action-on-report", "A review is closed after the Board has acted on its report."),
    NO_RECOMMENDATION_IS_OPEN(
            Kind.ORDER, "", "A review is closed when nothing is left to be decided or done on its recommendations."),
    AN_OPEN_CALL_IS_EXTENDED(
            Kind.ORDER, "extend-call-for-volunteers", "A call for volunteers is open; it is extended."),
    A_CALL_IS_OPEN(Kind.ORDER, "open-call-for-volunteers", "No call for volunteers is on record."),
    NOMINATIONS_END_WITH_THE_SELECTION(Kind.ORDER, "add-member", "The team is selected; nominations are over."),
    NOMINEES_ARE_LIMITED(Kind.ORDER, "", "This SO/AC has nominated as many candidates as the rules allow."),
    NOMINATIONS_COME_BEFORE_THE_SELECTION(
            Kind.ORDER, "nominate-candidate", "A team is selected from nominees, and none is on record."),
    MEMBERS_COME_FROM_THE_NOMINEES(
            Kind.ORDER, "nominate-candidate", "Members are selected from the nominees.", About.FIELDS),
    SEATS_ARE_LIMITED(Kind.ORDER, "", "A review team has no more seats than the rules allow.", About.FIELDS),
    ONE_DESIGNEE_SITS_FOR_THE_BOARD(Kind.ORDER, "replace-member", "The Board has a designee on the team already."),
    THE_TEAM_IS_SEATED(Kind.ORDER, "select-review-team", "The team is not selected yet."),
    THE_MEMBER_SITS_ON_THE_TEAM(
            Kind.ORDER, "add-member", "Nobody of this name is known to sit on the team.", About.FIELDS),
    A_STATEMENT_IS_FILED_BY_MEMBERS_AND_CANDIDATES(
            Kind.ORDER,
            "nominate-candidate",
            "Statements of interest are filed by members and candidates.",
            About.FIELDS),
    THE_TEAM_HAS_CONVENED(Kind.ORDER, "convene-review-team", "The team has not convened yet."),
    AN_AGREED_SCOPE_IS_AMENDED(
            Kind.ORDER, "amend-scope", "The scope is agreed already; it is amended, and every SO/AC is asked again."),
    THE_SCOPE_IS_AGREED(Kind.ORDER, "agree-scope", "The team has not agreed its scope yet."),
    TERMS_OF_REFERENCE_ARE_ADOPTED(
            Kind.ORDER,
            "adopt-terms-of-reference",
            "The scope is shared with its terms of reference, which are not adopted yet."),
    A_WORK_PLAN_IS_ADOPTED(Kind.ORDER, "adopt-work-plan", "No work plan is adopted yet."),
    THE_SCOPE_IS_SHARED(Kind.ORDER, "share-scope", "The scope is not shared with the SO/AC leadership yet."),
    THE_SCOPE_IS_ENDORSED(
            Kind.ORDER,
            "endorse-scope",
            "Not every body asked has endorsed the scope, and there is still time to answer."),
    THE_GROUP_WAS_ASKED(Kind.ORDER, "share-scope", "The scope was not shared with this group.", About.FIELDS),
    AN_ANSWER_COMES_IN_TIME(Kind.ORDER, "", "The time to answer on this version of the scope is over."),
    WHAT_IS_REACHED_STAYS_REACHED(Kind.ORDER, "", "This milestone is reached already.", About.FIELDS),
    THE_MILESTONE_IS_PLANNED(Kind.ORDER, "plan-milestone", "This milestone is not planned.", About.FIELDS),
    A_MILESTONE_IS_MISSED_AFTER_ITS_DAY(
            Kind.ORDER,
            "reschedule-milestone",
            "A milestone is missed once its day is over; before, it is rescheduled.",
            About.FIELDS),
    A_DRAFT_REPORT_IS_PUBLISHED(Kind.ORDER, "publish-draft-report", "No draft report is published yet."),
    COMMENT_ON_THE_DRAFT_IS_OVER(
            Kind.ORDER,
            "close-public-comment",
            "The draft report was not open to public comment yet, or the period is not over."),
    THE_TEAM_HAS_ADOPTED_ITS_REPORT(Kind.ORDER, "adopt-final-report", "The team has not adopted its final report yet."),
    THE_PERIOD_WAS_OPENED(
            Kind.ORDER, "open-public-comment", "No comment period with this name is on record.", About.FIELDS),
    A_PERIOD_RUNS_TO_ITS_LAST_DAY(Kind.ORDER, "", "A comment period is not closed before its last day.", About.FIELDS),
    WHAT_IS_WITHDRAWN_IS_NOT_LISTED(
            Kind.ORDER, "", "A report does not list what the team has withdrawn or merged.", About.FIELDS),
    A_REPORT_PRINTS_WHAT_THE_TEAM_DECIDED(
            Kind.ORDER,
            "designate-consensus",
            "A report prints the levels of consensus and priorities that the team has set.",
            About.FIELDS),

    A_RESOLUTION_IS_NAMED(Kind.COMPLETENESS, "", "A Board action names its resolution."),
    A_DEFERRAL_SAYS_WHY(Kind.COMPLETENESS, "", "A deferral gives its rationale."),
    A_DEFERRAL_NAMES_A_NEW_DATE(Kind.COMPLETENESS, "", "A deferral names a new date."),
    A_SELECTION_NAMES_ITS_MEMBERS(Kind.COMPLETENESS, "", "A selection names the members."),
    THE_FIRST_NOMINEES_ARE_SEATED(
            Kind.COMPLETENESS,
            "",
            "An SO/AC that nominated one, two or three candidates has them seated, and one that nominated"
                    + " more has three."),
    A_MEMBER_IS_NAMED(Kind.COMPLETENESS, "", "The person is named."),
    INTERESTS_ARE_STATED_FIRST(
            Kind.COMPLETENESS,
            "file-interest-statement",
            "Members file their statements of interest before the team convenes.",
            About.STATE),
    THE_TEAM_IS_BRIEFED_FIRST(
            Kind.COMPLETENESS, "record-briefing", "ICANN org briefs the team before it convenes.", About.STATE),
    SHEPHERDS_ARE_NAMED(
            Kind.COMPLETENESS,
            "designate-implementation-shepherds",
            "Implementation shepherds are named before the final report goes to the Board.",
            About.STATE),
    A_SCOPE_HAS_A_TEXT(Kind.COMPLETENESS, "draft-scope", "A scope is agreed as a text."),
    BODIES_ARE_ASKED(Kind.COMPLETENESS, "", "The scope is shared with bodies that are named."),
    A_PLAN_HAS_MILESTONES(Kind.COMPLETENESS, "", "A work plan has milestones."),
    A_NEW_MILESTONE_HAS_A_NAME(Kind.COMPLETENESS, "", "A new milestone has a name that people can read."),
    A_REPORT_LISTS_ITS_RECOMMENDATIONS(Kind.COMPLETENESS, "", "A report lists its recommendations."),
    EACH_RECOMMENDATION_HAS_A_LEVEL(
            Kind.COMPLETENESS, "designate-consensus", "A report gives the level of consensus of each recommendation."),
    EACH_RECOMMENDATION_HAS_A_PRIORITY_OR_A_REASON(
            Kind.COMPLETENESS,
            "prioritize-recommendation",
            "A final report gives each recommendation a priority, or the reason why it has none."),
    NO_RECOMMENDATION_IS_LEFT_OUT(Kind.COMPLETENESS, "", "A report lists every recommendation that stands.");

    /** What a rule looks at, where its kind does not tell. */
    private enum About {
        /** The review as it stands: no other value in the command would keep it. */
        STATE,
        /** What the command names: another value might keep it. */
        FIELDS
    }

    private final Kind kind;
    private final String nextStep;
    private final String because;
    private final @Nullable About about;

    ReviewRule(Kind kind, String nextStep, String because) {
        this(kind, nextStep, because, null);
    }

    ReviewRule(Kind kind, String nextStep, String because, @Nullable About about) {
        this.kind = kind;
        this.nextStep = nextStep;
        this.because = because;
        this.about = about;
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
    public String nextStep() {
        return nextStep;
    }

    @Override
    public boolean speaksOfFields() {
        return about == null ? Rule.super.speaksOfFields() : about == About.FIELDS;
    }
}
