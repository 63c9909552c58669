package org.waymark.command.review;

/** The stages of a review in their order. Source: GLOSSARY "life cycle of a review". */
enum Stage {
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

    boolean isBefore(Stage other) {
        return compareTo(other) < 0;
    }

    /** Returns whichever comes later. */
    Stage orLater(Stage other) {
        return isBefore(other) ? other : this;
    }
}
