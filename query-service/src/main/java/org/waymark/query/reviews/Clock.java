package org.waymark.query.reviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An obligation with a last day.
 *
 * @param subject which one, where a review has several of the kind: the short name of a milestone for instance
 * @param startedOn the day from which it counts, absent where a plan names only the end
 * @param dueOn the last day on which it is kept, paused days added
 * @param stoppedOn when it was met
 * @param pausedDays days by which pauses moved the due date
 * @param late open and past due
 * @param daysLate how many days it is past due, or was when it was met; absent if none
 * @param owner whose it is
 * @param clause where the obligation comes from, absent for the team's own plan
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Clock(
        Kind clock,
        @Nullable String subject,
        @Nullable LocalDate startedOn,
        LocalDate dueOn,
        @Nullable LocalDate stoppedOn,
        int pausedDays,
        boolean late,
        @Nullable Integer daysLate,
        Owner owner,
        @Nullable String clause) {

    /** What is due. */
    public enum Kind {
        TERMS_OF_REFERENCE,
        ENDORSEMENT,
        BOARD_ACTION,
        MILESTONE,
        ACTION_ITEM
    }

    /** Whose an obligation can be. */
    public enum Owner {
        TEAM,
        SOAC,
        BOARD
    }
}
