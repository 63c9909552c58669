package org.waymark.events.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;
import org.waymark.events.PlannedDate;

/** How the scope of a review is agreed, shared and endorsed. Versions of the scope count from 1. */
public sealed interface ScopeEvent extends ReviewEvent {

    record ScopeDrafted(ReviewId reviewId, Occurrence on, String text) implements ScopeEvent {}

    record ScopeAgreed(
            ReviewId reviewId,
            Occurrence on,
            int scopeVersion,
            @Nullable String text) implements ScopeEvent {}

    record TermsOfReferenceAdopted(
            ReviewId reviewId, Occurrence on, @Nullable String document) implements ScopeEvent {}

    /**
     * Terms of reference and work plan go to the leadership of SO/ACs and their parts.
     *
     * @param groups who is asked
     * @param endorseBy the last day to answer; later silence counts as no objection
     */
    record ScopeSharedWithLeadership(
            ReviewId reviewId,
            Occurrence on,
            int scopeVersion,
            List<Group> groups,
            @Nullable PlannedDate endorseBy) implements ScopeEvent {
        public ScopeSharedWithLeadership {
            groups = List.copyOf(groups);
        }
    }

    /**
     * An SO/AC endorses a version of the scope.
     *
     * @param conditions absent for an endorsement without any
     */
    record ScopeEndorsed(
            ReviewId reviewId,
            Occurrence on,
            int scopeVersion,
            Group group,
            @Nullable String conditions) implements ScopeEvent {}

    record ScopeConcernRaised(ReviewId reviewId, Occurrence on, int scopeVersion, Group group, String concern)
            implements ScopeEvent {}

    /** The scope changes after it was shared: every SO/AC is asked again, the earlier version is kept. */
    record ScopeAmended(ReviewId reviewId, Occurrence on, int scopeVersion, String text) implements ScopeEvent {}
}
