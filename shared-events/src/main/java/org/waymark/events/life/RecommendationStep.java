package org.waymark.events.life;

/**
 * Where a recommendation stands, in one word; each counts once, at the furthest. Claimed is not verified: SSR2 1.1, reported
 * complete in 2022 and verified by nobody, is {@code CLAIMED}.
 */
public enum RecommendationStep {
    /** Completion verified. */
    DONE,
    /** Reported or claimed complete, and not verified. */
    CLAIMED,
    /** Design or work reported, or a completion disputed. */
    UNDER_WAY,
    /** Approved at least in part, and no work under way. */
    APPROVED,
    /** Pending, or in a final report and not acted on. */
    WITH_BOARD,
    /** Passed to a body of the community, and nothing of it approved or pending. */
    PASSED_THROUGH,
    /** Rejected wholly. */
    REJECTED,
    /** Not yet before the Board. */
    PROPOSED,
    /** Withdrawn, merged or retired. */
    GONE
}
