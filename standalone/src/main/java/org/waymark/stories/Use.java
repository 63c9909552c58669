package org.waymark.stories;

/** What becomes of one kind of dated entry of the source; {@code stories/mapping.json} assigns one to each kind. */
enum Use {
    /** One event of the review, by the verb the mapping names. */
    EVENT,
    /** An occurrence that changes no stage. */
    NOTED,
    /** The planned end of the comment period that another entry opens. */
    CLOSES_ON,
    /** The planned end of the deferral that an earlier entry tells. */
    UNTIL,
    /** A part of the line that schedules the review. */
    SCHEDULES,
    /** The Board's actions on the listed recommendations, or on the report where none are listed. */
    BOARD_ACTION,
    /** The final report with its counts and recommendations. */
    FINAL_REPORT,
    /** The selection of the team, with what is known of its seats. */
    TEAM,
    /** One line for each member the team gains. */
    MEMBERS,
    /** One line for each recommendation whose addressees were told. */
    PASS_THROUGH,
    /** The shepherds the review lists. */
    SHEPHERDS,
    /** Nothing; the mapping says why. */
    LEFT_OUT
}
