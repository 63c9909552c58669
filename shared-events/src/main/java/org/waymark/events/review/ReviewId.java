package org.waymark.events.review;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.waymark.events.Malformed;

/** The citable name of a review, {@code rds-whois2} for instance; its stream is {@code review/rds-whois2}. */
public record ReviewId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReviewId {
        if (value.length() > 40 || !FORM.matcher(value).matches()) {
            throw Malformed.because(
                    "review", value, "lower-case letters and digits with hyphens between, such as ssr2");
        }
    }

    /** Returns the stream, by which Axon finds it: types share one key there. */
    @Override
    public String toString() {
        return "review/" + value;
    }
}
