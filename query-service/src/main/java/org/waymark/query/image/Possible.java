package org.waymark.query.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that is not known on a day: facts of which no day is on record set it otherwise, and may have happened by then or
 * not.
 *
 * @param pointer to the value in the entry, {@code /row/closedOn}
 * @param values that it may have, the certain one first; null where it may be absent
 * @param facts positions of the facts that make it so
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Possible(String pointer, List<@Nullable Object> values, List<Long> facts) {

    /**
     * Returns what differs between states of one thing.
     *
     * @param pointer to the thing
     * @param states as it is for certain, and as it becomes by one fact after the other
     * @param facts the position of the fact by which each state but the first came from the one before
     */
    public static List<Possible> between(String pointer, List<? extends @Nullable Object> states, List<Long> facts) {
        return Differences.of(pointer, states, facts);
    }
}
