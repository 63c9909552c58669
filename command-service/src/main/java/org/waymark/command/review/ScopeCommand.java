package org.waymark.command.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;
import org.waymark.events.PlannedDate;
import org.waymark.events.review.ReviewId;

/** How the scope of a review is agreed, shared and endorsed. Which version an answer is about is said, others decided. */
sealed interface ScopeCommand extends ReviewCommand {

    record DraftScope(ReviewId reviewId, Occurrence on, String text) implements ScopeCommand {}

    /** Agrees the scope: the text given, or else the one drafted. */
    record AgreeScope(
            ReviewId reviewId, Occurrence on, @Nullable String text) implements ScopeCommand {}

    record AdoptTermsOfReference(
            ReviewId reviewId, Occurrence on, @Nullable String document) implements ScopeCommand {}

    /**
     * Sends terms of reference and work plan to the leadership of SO/ACs and their parts.
     *
     * @param groups who is asked
     * @param endorseBy the last day to answer; absent for the window of the rules
     */
    record ShareScope(
            ReviewId reviewId,
            Occurrence on,
            List<Group> groups,
            @Nullable PlannedDate endorseBy) implements ScopeCommand {
        public ShareScope {
            groups = List.copyOf(groups);
        }
    }

    record EndorseScope(
            ReviewId reviewId,
            Occurrence on,
            int scopeVersion,
            Group group,
            @Nullable String conditions) implements ScopeCommand {}

    record RaiseScopeConcern(ReviewId reviewId, Occurrence on, int scopeVersion, Group group, String concern)
            implements ScopeCommand {}

    record AmendScope(ReviewId reviewId, Occurrence on, String text) implements ScopeCommand {}
}
