package org.waymark.events.life;

/** How far a recommendation is: the furthest stage entered by an event. Source: GLOSSARY "life cycle of a recommendation". */
public enum RecommendationStage {
    DRAFTED,
    CONSENSUS_CALL_OPEN,
    DESIGNATED,
    PRIORITIZED,
    FINAL,
    BOARD_ACTED,
    COMMUNITY_PRIORITIZED,
    IMPLEMENTING,
    COMPLETION_CLAIMED,
    COMPLETION_VERIFIED,
    EFFECT_ASSESSED,
    RETIRED,
    WITHDRAWN,
    MERGED
}
