package org.waymark.query.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a value is computed from a row on the day on which it is read.
 *
 * @param words how, in one sentence for readers of the API
 * @param unit of what it counts; null where it is no figure
 * @param inputs pointers of the row that it is computed from
 */
public record Formula(String words, @Nullable String unit, List<String> inputs) {

    public static Formula of(String words, String... inputs) {
        return new Formula(words, null, List.of(inputs));
    }

    public Formula in(String unit) {
        return new Formula(words, unit, inputs);
    }
}
