package org.waymark.events.store;

import java.time.LocalDate;
import java.util.List;
import org.waymark.events.By;
import org.waymark.events.Occurrence;
import org.waymark.events.Precision;
import org.waymark.events.Role;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.ReviewId;

/** Events that are quick to make. */
final class TestEvents {

    private TestEvents() {}

    static OccurrenceNoted noted(String review, String words) {
        Occurrence on =
                new Occurrence(LocalDate.of(2026, 3, 14), Precision.DAY, List.of(), null, By.of(Role.ORG), null, null);
        return new OccurrenceNoted(new ReviewId(review), on, "meeting", words);
    }
}
