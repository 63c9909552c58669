package org.waymark.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader can check a fact.
 *
 * @param address the public address of the document, or its citation where it has none
 * @param title the document's title, in its own language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evidence(String address, @Nullable String title) {

    private static final int LONGEST = 2_000;

    public Evidence {
        if (address.isBlank() || address.length() > LONGEST) {
            throw Malformed.because("evidence.address", address, "1 to 2000 characters");
        }
    }
}
