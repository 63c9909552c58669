package org.waymark.query.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.waymark.events.By;
import org.waymark.events.Occurrence;
import org.waymark.events.Precision;
import org.waymark.events.Recorded;
import org.waymark.events.Role;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.CourseEvent.ReviewClosed;
import org.waymark.events.review.CourseEvent.ReviewFactRetracted;
import org.waymark.events.review.ReviewId;

/** Makes histories with late facts, corrections, corrections of corrections and retractions; the same for the same seed. */
final class Histories {

    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private static final List<String> KINDS = List.of("meeting", "letter", "call", "review-2", "review-3");
    private static final List<String> WORDS = List.of("one", "two", "again", "forget", "words of 工作范围", "a/b~c");

    private final Random random;
    private final MemoryLog log;
    private Instant now = FIRST_DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);

    Histories(long seed, MemoryLog log) {
        this.random = new Random(seed);
        this.log = log;
    }

    void append(int events) {
        for (int count = 0; count < events; count++) {
            now = now.plus(Duration.ofHours(random.nextInt(20)));
            ReviewId review = new ReviewId("review-" + (1 + random.nextInt(3)));
            log.append(event(review, log.stream(review.toString())), now);
        }
    }

    private WaymarkEvent event(ReviewId review, List<Recorded> earlier) {
        int dice = random.nextInt(20);
        if (dice < 3 && !earlier.isEmpty()) {
            return new ReviewFactRetracted(review, on(any(earlier).eventId()));
        }
        if (dice < 7 && earlier.stream().anyMatch(event -> event.event() instanceof OccurrenceNoted)) {
            List<Recorded> notes = earlier.stream()
                    .filter(event -> event.event() instanceof OccurrenceNoted)
                    .toList();
            return noted(review, on(any(notes).eventId()));
        }
        return dice == 7 ? new ReviewClosed(review, on(null)) : noted(review, on(null));
    }

    private OccurrenceNoted noted(ReviewId review, Occurrence on) {
        return new OccurrenceNoted(review, on, any(KINDS), any(WORDS));
    }

    private Occurrence on(@Nullable String corrects) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate day = switch (random.nextInt(4)) {
            case 0, 1 -> today;
            case 2 -> today.minusDays(random.nextInt(3));
            default -> today.minusDays(random.nextInt(30));
        };
        boolean month = random.nextInt(8) == 0;
        return new Occurrence(
                month ? day.withDayOfMonth(1) : day,
                month ? Precision.MONTH : Precision.DAY,
                List.of(),
                null,
                By.of(Role.ORG),
                corrects,
                null);
    }

    private <T> T any(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
