package org.waymark.query.reviews;

import org.jspecify.annotations.Nullable;
import org.waymark.events.life.ReviewStage;
import org.waymark.events.review.ScopeEvent;
import org.waymark.events.review.ScopeEvent.ScopeAgreed;
import org.waymark.events.review.ScopeEvent.ScopeAmended;
import org.waymark.events.review.ScopeEvent.ScopeConcernRaised;
import org.waymark.events.review.ScopeEvent.ScopeDrafted;
import org.waymark.events.review.ScopeEvent.ScopeEndorsed;
import org.waymark.events.review.ScopeEvent.ScopeSharedWithLeadership;
import org.waymark.events.review.ScopeEvent.TermsOfReferenceAdopted;
import org.waymark.query.image.Changes;
import org.waymark.query.reviews.ReviewDraft.ScopeDraft;
import org.waymark.query.reviews.ReviewsRow.Day;
import org.waymark.query.reviews.ReviewsRow.Endorsement;
import org.waymark.query.reviews.ReviewsRow.EndorsementState;
import org.waymark.query.reviews.ReviewsRow.ScopeState;
import org.waymark.query.reviews.ReviewsRow.ScopeText;

/** Folds how a scope is drafted, agreed, shared and endorsed. */
final class ScopeFold {

    private ScopeFold() {}

    static void fold(ReviewDraft draft, ScopeEvent event, Day day) {
        ScopeDraft scope = draft.scope;
        switch (event) {
            case ScopeDrafted drafted -> {
                text(scope, scope.version + 1, drafted.text(), day, ScopeState.DRAFTED);
                draft.enter(ReviewStage.SCOPING, day);
            }
            case ScopeAgreed agreed -> {
                scope.version = agreed.scopeVersion();
                text(scope, scope.version, agreed.text(), day, ScopeState.AGREED);
                draft.enter(ReviewStage.SCOPE_AGREED, day);
            }
            case TermsOfReferenceAdopted _ -> { // they hold the scope
                scope.termsOfReferenceOn = day;
                draft.enter(ReviewStage.SCOPE_AGREED, day);
            }
            case ScopeSharedWithLeadership shared -> {
                scope.sharedOn = day;
                scope.askedOn = day;
                scope.endorseBy = shared.endorseBy();
                shared.groups()
                        .forEach(group -> scope.endorsements = Changes.merged(
                                scope.endorsements,
                                group,
                                awaited(shared.scopeVersion()),
                                ScopeFold::keepAnswerToTheSameVersion));
                draft.enter(ReviewStage.SCOPE_SHARED, day);
            }
            case ScopeEndorsed endorsed -> {
                EndorsementState state = endorsed.conditions() == null
                        ? EndorsementState.ENDORSED
                        : EndorsementState.ENDORSED_WITH_CONDITIONS;
                scope.endorsements = scope.endorsements.plus(
                        endorsed.group(), new Endorsement(state, endorsed.scopeVersion(), day, endorsed.conditions()));
                if (draft.life.isEndorsed()) {
                    draft.enter(ReviewStage.IN_PROGRESS, day);
                }
            }
            case ScopeConcernRaised raised ->
                scope.endorsements = scope.endorsements.plus(
                        raised.group(),
                        new Endorsement(EndorsementState.CONCERN_RAISED, raised.scopeVersion(), day, raised.concern()));
            case ScopeAmended amended -> {
                scope.version = amended.scopeVersion();
                draft.enter(ReviewStage.SCOPE_AGREED, day);
                text(scope, scope.version, amended.text(), day, ScopeState.AMENDED);
                scope.endorsements = Changes.ofEach(scope.endorsements, (_, _) -> awaited(amended.scopeVersion()));
                if (scope.sharedOn != null) { // everybody has a time of their own to answer again
                    scope.askedOn = day;
                    scope.endorseBy = null;
                }
            }
        }
    }

    private static void text(ScopeDraft scope, int version, @Nullable String text, Day day, ScopeState state) {
        ScopeText before = scope.texts.get(Integer.toString(version));
        String words = text == null && before != null ? before.text() : text;
        scope.texts = scope.texts.plus(Integer.toString(version), new ScopeText(day, words, state));
    }

    private static Endorsement awaited(int version) {
        return new Endorsement(EndorsementState.AWAITED, version, null, null);
    }

    private static Endorsement keepAnswerToTheSameVersion(Endorsement before, Endorsement asked) {
        return before.scopeVersion() == asked.scopeVersion() ? before : asked;
    }
}
