package org.waymark.query.live;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a screen can subscribe to.
 *
 * @param view the view whose rows it carries
 * @param keyPrefix what the keys of its rows start with, empty for all rows of the view
 */
public record Topic(String view, String keyPrefix) {

    private static final String REVIEW_OF = "/topic/recommendations.";
    private static final Pattern REVIEW = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** Returns the topic with a destination, or nothing if there is none: {@code /topic/recommendations.ssr2}. */
    static Optional<Topic> at(String destination) {
        if (destination.startsWith(REVIEW_OF)) {
            String review = destination.substring(REVIEW_OF.length());
            return REVIEW.matcher(review).matches()
                    ? Optional.of(new Topic("recommendations", review + "/"))
                    : Optional.empty();
        }
        return switch (destination) {
            case "/topic/reviews" -> Optional.of(new Topic("reviews", ""));
            case "/topic/groups" -> Optional.of(new Topic("groups", ""));
            case "/topic/trail" -> Optional.of(new Topic("trail", ""));
            default -> Optional.empty();
        };
    }

    String destination() {
        return keyPrefix.isEmpty() ? "/topic/" + view : REVIEW_OF + keyPrefix.substring(0, keyPrefix.length() - 1);
    }
}
