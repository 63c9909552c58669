package org.waymark.query.image;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.waymark.events.By;
import org.waymark.events.Occurrence;
import org.waymark.events.Precision;
import org.waymark.events.Recorded;
import org.waymark.events.Retraction;
import org.waymark.events.Role;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.CourseEvent.ReviewClosed;
import org.waymark.events.review.CourseEvent.ReviewFactRetracted;
import org.waymark.events.review.CourseEvent.ReviewPaused;
import org.waymark.events.review.CourseEvent.ReviewRestarted;
import org.waymark.events.review.ReviewId;

/**
 * Makes histories that are recorded late and out of order, with half of the facts known only by month, year or a date before
 * which they happened; with pauses and restarts in one interval, chains of corrections up to six long, retractions of all
 * kinds, words about what came before what. The same for the same seed.
 */
public final class Histories {

    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private static final int LONGEST_CHAIN = 6;
    private static final List<String> KINDS = List.of("meeting", "letter", "call", "review-2", "review-3");
    private static final List<String> WORDS = List.of("one", "two", "again", "forget", "words of 工作范围", "a/b~c");

    private final Random random;
    private final MemoryLog log;
    private final boolean plain;
    private Instant now = FIRST_DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);

    public Histories(long seed, MemoryLog log) {
        this(seed, log, false);
    }

    /**
     * @param plain with days and months, corrections of what was not corrected before and the retractions of old only
     */
    public Histories(long seed, MemoryLog log, boolean plain) {
        this.random = new Random(seed);
        this.log = log;
        this.plain = plain;
    }

    public void append(int events) {
        for (int count = 0; count < events; count++) {
            now = now.plus(Duration.ofHours(random.nextInt(20)));
            ReviewId review = new ReviewId("review-" + (1 + random.nextInt(3)));
            log.append(event(review, log.stream(review.toString())), now);
        }
    }

    private WaymarkEvent event(ReviewId review, List<Recorded> earlier) {
        int dice = random.nextInt(20);
        if (dice < 3 && !earlier.isEmpty()) {
            return retracted(review, earlier);
        }
        if (dice < 8 && !earlier.isEmpty()) {
            Recorded corrected = any(earlier);
            if (!corrected.event().retracts() && length(corrected, earlier) < (plain ? 2 : LONGEST_CHAIN)) {
                return like(corrected.event(), review, on(corrected.eventId(), earlier));
            }
        }
        return switch (dice) {
            case 8 -> new ReviewClosed(review, on(null, earlier));
            case 9, 10, 11 -> new ReviewPaused(review, on(null, earlier));
            case 12, 13 -> new ReviewRestarted(review, on(null, earlier));
            default -> noted(review, on(null, earlier));
        };
    }

    private ReviewFactRetracted retracted(ReviewId review, List<Recorded> earlier) {
        Occurrence on = on(any(earlier).eventId(), List.of());
        if (plain || random.nextInt(3) == 0) {
            return new ReviewFactRetracted(review, on);
        }
        List<String> also = new ArrayList<>();
        while (random.nextInt(3) == 0) {
            also.add(any(earlier).eventId());
        }
        return new ReviewFactRetracted(review, on, any(List.of(Retraction.Means.values())), also);
    }

    private static int length(Recorded event, List<Recorded> earlier) {
        int length = 1;
        for (Recorded next = event; next.event().on().corrects() != null; length++) {
            String corrected = next.event().on().corrects();
            next = earlier.stream()
                    .filter(other -> other.eventId().equals(corrected))
                    .findFirst()
                    .orElseThrow();
        }
        return length;
    }

    private WaymarkEvent like(WaymarkEvent corrected, ReviewId review, Occurrence on) {
        return switch (corrected) {
            case ReviewClosed _ -> new ReviewClosed(review, on);
            case ReviewPaused _ -> new ReviewPaused(review, on);
            case ReviewRestarted _ -> new ReviewRestarted(review, on);
            default -> noted(review, on);
        };
    }

    private OccurrenceNoted noted(ReviewId review, Occurrence on) {
        return new OccurrenceNoted(review, on, any(KINDS), any(WORDS));
    }

    private Occurrence on(@Nullable String corrects, List<Recorded> earlier) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate day = switch (random.nextInt(4)) {
            case 0, 1 -> today;
            case 2 -> today.minusDays(random.nextInt(3));
            default -> today.minusDays(random.nextInt(60));
        };
        Precision precision = plain
                ? random.nextInt(8) == 0 ? Precision.MONTH : Precision.DAY
                : any(List.of(
                        Precision.DAY, Precision.DAY, Precision.DAY, Precision.MONTH, Precision.BY, Precision.YEAR));
        List<String> after = new ArrayList<>();
        List<Recorded> vague = earlier.stream()
                .filter(event -> event.event().on().precision() != Precision.DAY)
                .toList();
        while (!plain && !vague.isEmpty() && random.nextInt(3) == 0) {
            after.add(any(vague).eventId());
        }
        return new Occurrence(
                precision.firstDay(day), precision, List.of(), null, By.of(Role.ORG), corrects, null, after);
    }

    private <T> T any(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
