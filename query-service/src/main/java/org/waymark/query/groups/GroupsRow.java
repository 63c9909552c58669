package org.waymark.query.groups;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.query.reviews.ReviewsRow.Endorsement;

/**
 * What concerns one body, its parts rolled up; the key is its code. Computed from the rows of the views at one moment.
 *
 * @param parts the bodies rolled up into it, mapped to themselves
 * @param waiting what waits for it, by a key that stays the same as long as it waits
 * @param reviews how it takes part in each review, by review
 * @param recommendations addressed or passed to it, by recommendation id
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record GroupsRow(
        Group group,
        String printedAs,
        Group.Kind kind,
        @Nullable Group parent,
        Map<Group, Group> parts,
        Map<String, Waiting> waiting,
        Map<String, Part> reviews,
        Map<String, Concerns> recommendations) {

    /** Something the body is asked to decide or answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Waiting(
            What what,
            String review,
            @Nullable String recommendation,
            Group group,
            LocalDate since,
            @Nullable LocalDate dueOn,
            String verb) {}

    /** What a body can be asked for. */
    public enum What {
        NOMINATE,
        ENDORSE_SCOPE,
        ANSWER_PASS_THROUGH,
        ACT_ON_REPORT,
        SETTLE_PENDING,
        REPORT_IMPLEMENTATION
    }

    /**
     * How a body takes part in a review.
     *
     * @param seats it holds, its parts' included
     * @param nominees it named, its parts' included
     * @param endorsements its own and those of its parts
     * @param addressed how many recommendations of the review are addressed or passed to it
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Part(int seats, int nominees, Map<Group, Endorsement> endorsements, int addressed) {

        private static final Part NONE = new Part(0, 0, Map.of(), 0);

        /** Adds what another part of the same body does in the same review. */
        Part plus(Part other) {
            Map<Group, Endorsement> both = new TreeMap<>(endorsements);
            both.putAll(other.endorsements);
            return new Part(seats + other.seats, nominees + other.nominees, both, addressed + other.addressed);
        }

        private Part minus(Part other) {
            Map<Group, Endorsement> less = new TreeMap<>(endorsements);
            less.keySet().removeAll(other.endorsements.keySet());
            return new Part(seats - other.seats, nominees - other.nominees, less, addressed - other.addressed);
        }

        /** Returns a sum in which one summand took the place of another; null where nothing is left. */
        static @Nullable Part instead(@Nullable Part sum, @Nullable Part was, @Nullable Part is) {
            Part less = sum == null || was == null ? sum : sum.minus(was);
            Part more = less == null || is == null ? (less == null ? is : less) : less.plus(is);
            return NONE.equals(more) ? null : more;
        }
    }

    /** Why a recommendation concerns a body. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Concerns(
            String review, String printedAs, @Nullable String title, boolean addressed, boolean passed) {}
}
