package org.waymark.events.life;

/** The stages of a review in their order. Source: GLOSSARY "life cycle of a review". */
public enum ReviewStage {
    UNSCHEDULED,
    SCHEDULED,
    CALL_OPEN,
    NOMINATING,
    TEAM_SEATED,
    CONVENED,
    SCOPING,
    SCOPE_AGREED,
    SCOPE_SHARED,
    IN_PROGRESS,
    DRAFT_PUBLISHED,
    FINALISING,
    FINAL_SUBMITTED,
    FINAL_COMMENT,
    BOARD_ACTED,
    IMPLEMENTING,
    CLOSED;

    public boolean isBefore(ReviewStage other) {
        return compareTo(other) < 0;
    }

    /** Returns whichever comes later. */
    public ReviewStage orLater(ReviewStage other) {
        return isBefore(other) ? other : this;
    }
}
