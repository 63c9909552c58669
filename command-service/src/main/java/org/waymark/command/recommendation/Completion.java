package org.waymark.command.recommendation;

import static org.waymark.command.recommendation.RecommendationRule.A_CLAIM_IS_ON_RECORD;
import static org.waymark.command.recommendation.RecommendationRule.A_NEW_CLAIM_FOLLOWS_A_DISPUTE;
import static org.waymark.command.recommendation.RecommendationRule.NOBODY_JUDGES_THEIR_OWN_CLAIM;
import static org.waymark.command.recommendation.RecommendationRule.ONLY_WHAT_IS_APPROVED_IS_CARRIED_OUT;
import static org.waymark.command.recommendation.RecommendationRule.WORK_HAS_STARTED;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.command.recommendation.ImplementationCommand.ClaimCompletion;
import org.waymark.command.recommendation.ImplementationCommand.DisputeCompletion;
import org.waymark.command.recommendation.ImplementationCommand.VerifyCompletion;
import org.waymark.events.By;
import org.waymark.events.life.RecommendationLife;
import org.waymark.events.recommendation.BoardEvent.Disposition;
import org.waymark.events.recommendation.ImplementationEvent;
import org.waymark.events.recommendation.ImplementationEvent.CompletionDisputed;
import org.waymark.events.recommendation.ImplementationEvent.CompletionVerified;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationCompleted;

/**
 * Whether the work is done: the implementer claims it, others verify or dispute it. A dispute reopens the claim: it may be
 * verified after all, or claimed anew.
 *
 * @param claimedBy in whose name it was claimed last, absent if never
 */
record Completion(@Nullable By claimedBy) {

    static final Completion NONE = new Completion(null);

    ImplementationEvent claim(ClaimCompletion claim, Hearing hearing) {
        hearing.require(
                ONLY_WHAT_IS_APPROVED_IS_CARRIED_OUT, hearing.then().life().has(Disposition.APPROVED));
        hearing.require(WORK_HAS_STARTED, hearing.then().life().started());
        RecommendationLife.Completion verdict = hearing.then().life().completion();
        hearing.require(
                A_NEW_CLAIM_FOLLOWS_A_DISPUTE, verdict == null || verdict == RecommendationLife.Completion.DISPUTED);
        return new ImplementationCompleted(hearing.id(), hearing.on(), claim.document());
    }

    ImplementationEvent verify(VerifyCompletion verification, Hearing hearing) {
        requireAnother(hearing);
        RecommendationLife.Completion verdict = hearing.then().life().completion();
        hearing.require(
                A_CLAIM_IS_ON_RECORD,
                verdict == RecommendationLife.Completion.CLAIMED || verdict == RecommendationLife.Completion.DISPUTED);
        return new CompletionVerified(hearing.id(), hearing.on(), verification.words());
    }

    ImplementationEvent dispute(DisputeCompletion dispute, Hearing hearing) {
        requireAnother(hearing);
        RecommendationLife.Completion verdict = hearing.then().life().completion();
        hearing.require(
                A_CLAIM_IS_ON_RECORD,
                verdict == RecommendationLife.Completion.CLAIMED || verdict == RecommendationLife.Completion.VERIFIED);
        return new CompletionDisputed(hearing.id(), hearing.on(), dispute.words());
    }

    private void requireAnother(Hearing hearing) {
        if (claimedBy != null) {
            hearing.require(
                    NOBODY_JUDGES_THEIR_OWN_CLAIM,
                    hearing.command().on().by().role() != claimedBy.role(),
                    Map.of("claimedBy", claimedBy));
        }
    }
}
