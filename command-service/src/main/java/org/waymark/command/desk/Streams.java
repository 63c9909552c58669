package org.waymark.command.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.events.Fact;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.review.CourseEvent.ReviewScheduled;

/** What is recorded, stream by stream: in the log, or in the log and a rehearsal on top of it. */
interface Streams {

    /** Returns the position up to which was read. */
    long position();

    /** Returns what is recorded in a stream, in the order of recording. */
    List<Fact<WaymarkEvent>> facts(String stream);

    /** Returns the same in a list of the caller's own. */
    default List<Fact<WaymarkEvent>> factsToExtend(String stream) {
        return new ArrayList<>(facts(stream));
    }

    /** Returns the id of the rule pack of a review, empty if the review is not on record. */
    default Optional<String> pack(String reviewStream) {
        return Facts.of(facts(reviewStream), WaymarkEvent.class).standing().stream()
                .filter(ReviewScheduled.class::isInstance)
                .map(scheduled -> ((ReviewScheduled) scheduled).pack())
                .findFirst();
    }

    /** Returns what is recorded in all streams whose name starts so, by the rest of the name. */
    Map<String, List<Fact<WaymarkEvent>>> under(String prefix);
}
