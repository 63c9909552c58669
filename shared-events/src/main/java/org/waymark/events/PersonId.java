package org.waymark.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Stands for a person in events; the name is kept outside the log, where it can be blanked. */
public record PersonId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {
        if (!FORM.matcher(value).matches()) {
            throw Malformed.because("person", value, "lower-case letters, digits and hyphens, at most 64");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
