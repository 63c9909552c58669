package org.waymark.events.recommendation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.waymark.events.Malformed;
import org.waymark.events.review.ReviewId;

/** The citable name of a recommendation: its review and its number in lower case, {@code ssr2/1.1} for instance. */
public record RecommendationId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*/[a-z0-9]+([.-][a-z0-9]+)*");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RecommendationId {
        if (value.length() > 60 || !FORM.matcher(value).matches()) {
            throw Malformed.because("recommendation", value, "a review and a number, such as ssr2/1.1");
        }
    }

    public static RecommendationId of(ReviewId review, String number) {
        return new RecommendationId(review.value() + "/" + number);
    }

    public ReviewId review() {
        return new ReviewId(value.substring(0, value.indexOf('/')));
    }

    public String number() {
        return value.substring(value.indexOf('/') + 1);
    }

    /** Returns the stream, by which Axon finds it: types share one key there. */
    @Override
    public String toString() {
        return "recommendation/" + value;
    }
}
