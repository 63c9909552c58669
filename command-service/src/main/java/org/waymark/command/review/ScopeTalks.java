package org.waymark.command.review;

import static org.waymark.command.review.ReviewRule.AN_AGREED_SCOPE_IS_AMENDED;
import static org.waymark.command.review.ReviewRule.AN_ANSWER_COMES_IN_TIME;
import static org.waymark.command.review.ReviewRule.AN_ANSWER_IS_ABOUT_THE_PRESENT_VERSION;
import static org.waymark.command.review.ReviewRule.A_SCOPE_HAS_A_TEXT;
import static org.waymark.command.review.ReviewRule.A_WORK_PLAN_IS_ADOPTED;
import static org.waymark.command.review.ReviewRule.BODIES_ARE_ASKED;
import static org.waymark.command.review.ReviewRule.IT_CHANGES_SOMETHING;
import static org.waymark.command.review.ReviewRule.ONLY_SOACS_AND_THEIR_PARTS_ARE_NAMED;
import static org.waymark.command.review.ReviewRule.TERMS_OF_REFERENCE_ARE_ADOPTED;
import static org.waymark.command.review.ReviewRule.THE_FINAL_REPORT_IS_NOT_SUBMITTED_YET;
import static org.waymark.command.review.ReviewRule.THE_GROUP_WAS_ASKED;
import static org.waymark.command.review.ReviewRule.THE_SCOPE_IS_AGREED;
import static org.waymark.command.review.ReviewRule.THE_SCOPE_IS_ENDORSED;
import static org.waymark.command.review.ReviewRule.THE_SCOPE_IS_SHARED;
import static org.waymark.command.review.ReviewRule.THE_TEAM_HAS_CONVENED;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.command.review.ScopeCommand.AdoptTermsOfReference;
import org.waymark.command.review.ScopeCommand.AgreeScope;
import org.waymark.command.review.ScopeCommand.AmendScope;
import org.waymark.command.review.ScopeCommand.DraftScope;
import org.waymark.command.review.ScopeCommand.EndorseScope;
import org.waymark.command.review.ScopeCommand.RaiseScopeConcern;
import org.waymark.command.review.ScopeCommand.ShareScope;
import org.waymark.events.Group;
import org.waymark.events.life.EndorsementRound;
import org.waymark.events.life.ReviewStage;
import org.waymark.events.review.ScopeEvent;
import org.waymark.events.review.ScopeEvent.ScopeAgreed;
import org.waymark.events.review.ScopeEvent.ScopeAmended;
import org.waymark.events.review.ScopeEvent.ScopeConcernRaised;
import org.waymark.events.review.ScopeEvent.ScopeDrafted;
import org.waymark.events.review.ScopeEvent.ScopeEndorsed;
import org.waymark.events.review.ScopeEvent.ScopeSharedWithLeadership;
import org.waymark.events.review.ScopeEvent.TermsOfReferenceAdopted;

/**
 * How far the scope is agreed and endorsed. Versions count from 1; each amendment is a new one and asks every body again.
 * Source: GLOSSARY "scope endorsement".
 *
 * @param draft the text the team works on, absent before
 * @param version the present version, 0 before the scope is agreed
 * @param text the present version's text, where known
 * @param terms the terms of reference, absent before they are adopted
 * @param answers of bodies to the present version, the last one of each
 */
record ScopeTalks(
        @Nullable String draft,
        int version,
        @Nullable String text,
        @Nullable Terms terms,
        Map<Group, Answer> answers) {

    static final ScopeTalks NONE = new ScopeTalks(null, 0, null, null, Map.of());

    record Terms(@Nullable String document) {}

    /** An answer; the words are its conditions or its concern. */
    record Answer(boolean endorses, @Nullable String words) {}

    /** Requires what work on the report stands on: the scope endorsed, or agreed where the process asks for no more. */
    void requireSettled(Hearing hearing) {
        hearing.require(THE_SCOPE_IS_AGREED, version > 0 || !hearing.has(ReviewStage.SCOPE_AGREED));
        if (hearing.has(ReviewStage.SCOPE_SHARED)) {
            EndorsementRound shared = hearing.then().life().round();
            hearing.require(THE_SCOPE_IS_SHARED, shared != null);
            hearing.require(
                    THE_SCOPE_IS_ENDORSED,
                    shared == null || shared.isSettled(hearing.day(), Optional.of(hearing.pack())));
        }
    }

    ScopeEvent decide(ScopeCommand command, Hearing hearing) {
        hearing.require(THE_TEAM_HAS_CONVENED, hearing.then().team().readiness().convened());
        return switch (command) {
            case DraftScope drafting -> draft(drafting, hearing);
            case AgreeScope agreement -> agree(agreement, hearing);
            case AdoptTermsOfReference adoption -> adopt(adoption, hearing);
            case ShareScope sharing -> share(sharing, hearing);
            case EndorseScope endorsement -> endorse(endorsement, hearing);
            case RaiseScopeConcern concern -> raise(concern, hearing);
            case AmendScope amendment -> amend(amendment, hearing);
        };
    }

    private ScopeEvent draft(DraftScope drafting, Hearing hearing) {
        hearing.require(AN_AGREED_SCOPE_IS_AMENDED, version == 0);
        hearing.require(IT_CHANGES_SOMETHING, !drafting.text().equals(draft));
        return new ScopeDrafted(hearing.id(), hearing.on(), drafting.text());
    }

    private ScopeEvent agree(AgreeScope agreement, Hearing hearing) {
        String agreed = agreement.text() == null ? draft : agreement.text();
        hearing.require(AN_AGREED_SCOPE_IS_AMENDED, version == 0);
        hearing.require(A_SCOPE_HAS_A_TEXT, agreed != null);
        return new ScopeAgreed(hearing.id(), hearing.on(), version + 1, agreed);
    }

    private ScopeEvent adopt(AdoptTermsOfReference adoption, Hearing hearing) {
        hearing.require(IT_CHANGES_SOMETHING, !new Terms(adoption.document()).equals(terms));
        hearing.require(THE_SCOPE_IS_AGREED, version > 0);
        return new TermsOfReferenceAdopted(hearing.id(), hearing.on(), adoption.document());
    }

    private ScopeEvent share(ShareScope sharing, Hearing hearing) {
        hearing.require(THE_SCOPE_IS_AGREED, version > 0);
        hearing.require(TERMS_OF_REFERENCE_ARE_ADOPTED, terms != null);
        hearing.require(A_WORK_PLAN_IS_ADOPTED, hearing.then().plan().adopted());
        hearing.require(BODIES_ARE_ASKED, !sharing.groups().isEmpty());
        hearing.requireNone(
                ONLY_SOACS_AND_THEIR_PARTS_ARE_NAMED,
                "groups",
                sharing.groups().stream().filter(group -> !group.top().isSoAc()).toList());
        EndorsementRound round = hearing.then().life().round();
        hearing.require(
                IT_CHANGES_SOMETHING,
                round == null || round.isWidenedBy(Set.copyOf(sharing.groups()), sharing.endorseBy()));
        hearing.requireAhead(sharing.endorseBy());
        return new ScopeSharedWithLeadership(
                hearing.id(), hearing.on(), Math.max(1, version), sharing.groups(), sharing.endorseBy());
    }

    private ScopeEvent endorse(EndorseScope endorsement, Hearing hearing) {
        Answer answer = new Answer(true, endorsement.conditions());
        requireAnswerable(endorsement.group(), endorsement.scopeVersion(), answer, hearing);
        return new ScopeEndorsed(
                hearing.id(), hearing.on(), endorsement.scopeVersion(), endorsement.group(), endorsement.conditions());
    }

    private ScopeEvent raise(RaiseScopeConcern concern, Hearing hearing) {
        Answer answer = new Answer(false, concern.concern());
        requireAnswerable(concern.group(), concern.scopeVersion(), answer, hearing);
        return new ScopeConcernRaised(
                hearing.id(), hearing.on(), concern.scopeVersion(), concern.group(), concern.concern());
    }

    private void requireAnswerable(Group group, int about, Answer answer, Hearing hearing) {
        EndorsementRound round = hearing.then().life().round();
        hearing.require(THE_SCOPE_IS_SHARED, round != null);
        hearing.requireOwnGroup(group);
        hearing.require(
                AN_ANSWER_IS_ABOUT_THE_PRESENT_VERSION,
                about == Math.max(1, version),
                Map.of("present", Math.max(1, version), "answered", about));
        if (round != null) {
            LocalDate lastDay = round.lastDay(Optional.of(hearing.pack())).orElseThrow();
            hearing.require(
                    THE_GROUP_WAS_ASKED, round.asked().contains(group), Map.of("group", group, "asked", round.asked()));
            hearing.require(AN_ANSWER_COMES_IN_TIME, !hearing.day().isAfter(lastDay), Map.of("lastDay", lastDay));
            hearing.require(IT_CHANGES_SOMETHING, !answer.equals(answers.get(group)));
        }
    }

    private ScopeEvent amend(AmendScope amendment, Hearing hearing) {
        hearing.require(THE_SCOPE_IS_AGREED, version > 0);
        hearing.require(
                THE_FINAL_REPORT_IS_NOT_SUBMITTED_YET, !hearing.then().reports().isSubmitted());
        hearing.require(IT_CHANGES_SOMETHING, !amendment.text().equals(text));
        return new ScopeAmended(hearing.id(), hearing.on(), version + 1, amendment.text());
    }

    ScopeTalks evolve(ScopeEvent event) {
        return switch (event) {
            case ScopeDrafted drafted -> new ScopeTalks(drafted.text(), version, text, terms, answers);
            case ScopeAgreed agreed -> new ScopeTalks(draft, agreed.scopeVersion(), agreed.text(), terms, answers);
            case TermsOfReferenceAdopted adopted ->
                new ScopeTalks(draft, version, text, new Terms(adopted.document()), answers);
            case ScopeSharedWithLeadership shared ->
                new ScopeTalks(draft, Math.max(version, shared.scopeVersion()), text, terms, answers);
            case ScopeEndorsed endorsed -> with(endorsed.group(), new Answer(true, endorsed.conditions()));
            case ScopeConcernRaised raised -> with(raised.group(), new Answer(false, raised.concern()));
            case ScopeAmended amended -> new ScopeTalks(draft, amended.scopeVersion(), amended.text(), terms, Map.of());
        };
    }

    private ScopeTalks with(Group group, Answer answer) {
        return new ScopeTalks(draft, version, text, terms, Copy.with(answers, group, answer));
    }
}
