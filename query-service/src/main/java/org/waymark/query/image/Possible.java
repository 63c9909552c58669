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
public record Possible(String pointer, List<@Nullable Object> values, List<Long> facts) {}
