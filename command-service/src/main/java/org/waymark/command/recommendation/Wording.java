package org.waymark.command.recommendation;

import static org.waymark.command.recommendation.RecommendationRule.ANOTHER_RECOMMENDATION_IS_NAMED;
import static org.waymark.command.recommendation.RecommendationRule.A_MERGER_STAYS_IN_THE_REVIEW;
import static org.waymark.command.recommendation.RecommendationRule.A_NUMBER_IS_DRAFTED_ONCE;
import static org.waymark.command.recommendation.RecommendationRule.IT_CHANGES_SOMETHING;
import static org.waymark.command.recommendation.RecommendationRule.IT_IS_NOT_FINAL_YET;
import static org.waymark.command.recommendation.RecommendationRule.THE_REVIEW_IS_ON_RECORD;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.command.recommendation.TextCommand.DraftRecommendation;
import org.waymark.command.recommendation.TextCommand.MergeRecommendation;
import org.waymark.command.recommendation.TextCommand.RetractRecommendationFact;
import org.waymark.command.recommendation.TextCommand.RewordRecommendation;
import org.waymark.command.recommendation.TextCommand.WithdrawRecommendation;
import org.waymark.events.recommendation.TextEvent;
import org.waymark.events.recommendation.TextEvent.RecommendationDrafted;
import org.waymark.events.recommendation.TextEvent.RecommendationFactRetracted;
import org.waymark.events.recommendation.TextEvent.RecommendationMerged;
import org.waymark.events.recommendation.TextEvent.RecommendationReworded;
import org.waymark.events.recommendation.TextEvent.RecommendationWithdrawn;

/** The text of a recommendation: drafted, and reworded while the team is at it. */
record Wording(
        @Nullable String title,
        @Nullable String text,
        @Nullable String successMeasures) {

    static final Wording UNWRITTEN = new Wording(null, null, null);

    TextEvent decide(TextCommand command, Hearing hearing) {
        return switch (command) {
            case DraftRecommendation draft -> draft(draft, hearing);
            case RewordRecommendation reword -> reword(reword, hearing);
            case MergeRecommendation merge -> merge(merge, hearing);
            case WithdrawRecommendation _ -> {
                hearing.require(IT_IS_NOT_FINAL_YET, !hearing.then().agreement().isFinal());
                yield new RecommendationWithdrawn(hearing.id(), hearing.on());
            }
            case RetractRecommendationFact retract ->
                new RecommendationFactRetracted(hearing.id(), hearing.on(), retract.means(), retract.also());
        };
    }

    private static TextEvent draft(DraftRecommendation draft, Hearing hearing) {
        hearing.require(
                THE_REVIEW_IS_ON_RECORD,
                hearing.desk().facts().reviewExists(),
                Map.of("review", hearing.id().review().value()));
        hearing.require(A_NUMBER_IS_DRAFTED_ONCE, !hearing.then().life().drafted());
        String pack = hearing.desk().facts().reviewPack();
        return new RecommendationDrafted(
                hearing.id(),
                hearing.on(),
                draft.printedAs(),
                draft.title(),
                draft.text(),
                draft.topic(),
                draft.addressees(),
                pack.isEmpty() ? null : pack);
    }

    private TextEvent reword(RewordRecommendation reword, Hearing hearing) {
        hearing.require(IT_IS_NOT_FINAL_YET, !hearing.then().agreement().isFinal());
        hearing.require(
                IT_CHANGES_SOMETHING,
                !reworded(reword.title(), reword.text(), reword.successMeasures())
                        .equals(this));
        return new RecommendationReworded(
                hearing.id(), hearing.on(), reword.title(), reword.text(), reword.successMeasures());
    }

    private static TextEvent merge(MergeRecommendation merge, Hearing hearing) {
        hearing.require(IT_IS_NOT_FINAL_YET, !hearing.then().agreement().isFinal());
        hearing.require(ANOTHER_RECOMMENDATION_IS_NAMED, !merge.into().equals(hearing.id()));
        hearing.require(
                A_MERGER_STAYS_IN_THE_REVIEW,
                merge.into().review().equals(hearing.id().review()));
        return new RecommendationMerged(hearing.id(), hearing.on(), merge.into());
    }

    Wording evolve(TextEvent event) {
        return switch (event) {
            case RecommendationDrafted drafted -> new Wording(drafted.title(), drafted.text(), successMeasures);
            case RecommendationReworded reworded ->
                reworded(reworded.title(), reworded.text(), reworded.successMeasures());
            case RecommendationMerged _, RecommendationWithdrawn _, RecommendationFactRetracted _ -> this;
        };
    }

    /** A title or measures that a new wording doesn't give stay as they were. */
    private Wording reworded(@Nullable String newTitle, String newText, @Nullable String newMeasures) {
        return new Wording(
                newTitle == null ? title : newTitle, newText, newMeasures == null ? successMeasures : newMeasures);
    }
}
