package org.waymark.command.desk;

import java.util.Map;

/**
 * What the desk read from other streams before a decision. What is recorded there meanwhile shows as a contradiction,
 * it is not prevented.
 *
 * @param position the place in the log up to which was read
 * @param reviewExists whether the review of a recommendation is on record
 * @param reviewPack the rule pack of that review, empty if none
 * @param recommendations the recommendations of a review by number
 */
public record OtherStreams(
        long position, boolean reviewExists, String reviewPack, Map<String, RecommendationStanding> recommendations) {

    public static final OtherStreams NONE = new OtherStreams(0, false, "", Map.of());

    /**
     * How a recommendation stands, as far as its review needs to know.
     *
     * @param level the consensus designation's name, empty if none
     * @param priority the team priority's name, empty if none
     * @param open whether something is still to be decided or done: no Board action, a pending part, or an approved part
     *     not completed
     */
    public record RecommendationStanding(
            String number, boolean withdrawn, String level, String priority, boolean open) {}
}
