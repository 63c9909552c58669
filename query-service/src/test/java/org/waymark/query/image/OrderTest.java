package org.waymark.query.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.waymark.events.By;
import org.waymark.events.EffectOrder;
import org.waymark.events.Occurrence;
import org.waymark.events.Precision;
import org.waymark.events.Recorded;
import org.waymark.events.Retraction;
import org.waymark.events.Role;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.review.CourseEvent.ReviewFactRetracted;
import org.waymark.events.review.CourseEvent.ReviewPaused;
import org.waymark.events.review.CourseEvent.ReviewRestarted;
import org.waymark.events.review.PlanEvent.MilestoneMissed;
import org.waymark.events.review.PlanEvent.MilestoneReached;
import org.waymark.events.review.ReviewId;

/** The order in which facts are folded is the one that the sentences of the design give, at every position. */
class OrderTest {

    private record Stood(long position, LocalDate day) {}

    private static final ReviewId ATRT4 = new ReviewId("atrt4");

    private final MemoryLog log = new MemoryLog();

    private StreamFacts stream() {
        return new StreamFacts("review/atrt4", new Events(log, Long.MAX_VALUE), new HashMap<>());
    }

    private String reached(int day, @Nullable String corrects) {
        return record(new MilestoneReached(ATRT4, on(Precision.DAY, day, corrects), "draft"));
    }

    private String retracted(String corrects, Retraction.@Nullable Means means, String... also) {
        return record(new ReviewFactRetracted(ATRT4, on(Precision.DAY, 25, corrects), means, List.of(also)));
    }

    private String record(WaymarkEvent event) {
        return log.append(event, Instant.parse("2026-11-30T12:00:00Z")).eventId();
    }

    private static Occurrence on(Precision precision, int day, @Nullable String corrects, String... after) {
        return new Occurrence(
                LocalDate.of(2026, 11, day),
                precision,
                List.of(),
                "why",
                By.of(Role.TEAM),
                corrects,
                null,
                List.of(after));
    }

    /** Returns the days of November on which what stands counts, retractions left out, in its order. */
    private List<Integer> days() {
        StreamFacts stream = stream();
        List<Known> known = log.read(0, 100).stream().map(stream::take).toList();
        return EffectOrder.of(known).stream()
                .filter(place -> !place.fact().retracts())
                .map(place -> place.day().getDayOfMonth())
                .toList();
    }

    @Nested
    class A_chain {

        private final String first = reached(20, null);
        private final String second = reached(10, first);
        private final String third = reached(5, second);

        @Test
        void has_the_value_of_its_last_correction() {
            assertThat(days()).containsExactly(5);
        }

        @Test
        void is_as_it_was_before_once_a_correction_is_taken_back() {
            retracted(third, null);
            assertThat(days()).containsExactly(10);
        }

        @Test
        void loses_the_correction_that_is_named_and_no_other() {
            retracted(second, Retraction.Means.EARLIER_WAS_RIGHT);
            assertThat(days()).containsExactly(5);
        }

        @Test
        void loses_its_last_correction_when_the_first_fact_is_named() {
            retracted(first, Retraction.Means.EARLIER_WAS_RIGHT);
            retracted(first, Retraction.Means.EARLIER_WAS_RIGHT);
            assertThat(days()).containsExactly(20);
            retracted(first, Retraction.Means.EARLIER_WAS_RIGHT);
            assertThat(days()).isEmpty();
        }

        @Test
        void is_gone_when_it_never_happened_whichever_of_it_is_named() {
            retracted(second, Retraction.Means.NEVER_HAPPENED);
            assertThat(days()).isEmpty();
        }

        @Test
        void comes_back_when_the_retraction_is_retracted_and_goes_again_when_that_is() {
            String gone = retracted(first, Retraction.Means.NEVER_HAPPENED);
            String back = retracted(gone, Retraction.Means.NEVER_HAPPENED);
            assertThat(days()).containsExactly(5);
            retracted(back, null);
            assertThat(days()).isEmpty();
        }

        @Test
        void takes_others_along_that_never_happened_either() {
            String other = reached(7, null);
            reached(8, other);
            String gone = retracted(first, Retraction.Means.NEVER_HAPPENED, other);
            assertThat(days()).isEmpty();
            retracted(gone, null);
            assertThat(days()).containsExactly(5, 8);
        }

        @Test
        void keeps_the_rank_of_its_first_fact() {
            reached(5, null);
            record(new MilestoneMissed(ATRT4, on(Precision.DAY, 5, null), "draft"));
            reached(5, third);
            StreamFacts stream = stream();
            List<Known> known = log.read(0, 100).stream().map(stream::take).toList();
            assertThat(EffectOrder.of(known).getFirst().fact().position()).isEqualTo(6);
        }
    }

    @Nested
    class A_fact_that_came_after_another {

        private final String pause = record(new ReviewPaused(ATRT4, on(Precision.MONTH, 1, null)));

        @Test
        void moves_that_one_to_its_own_day() {
            assertThat(days()).containsExactly(30);
            record(new ReviewRestarted(ATRT4, on(Precision.DAY, 20, null, pause)));
            assertThat(days()).containsExactly(20, 20);
        }

        @Test
        void leaves_that_one_where_it_is_once_it_is_corrected_to_a_day_before_it_can_have_been() {
            record(new ReviewRestarted(ATRT4, on(Precision.DAY, 20, null, pause)));
            record(new ReviewPaused(ATRT4, on(Precision.DAY, 22, pause)));
            assertThat(days()).containsExactly(20, 22);
        }

        @Test
        void is_passed_over_where_both_say_so_of_each_other() {
            String restart = record(new ReviewRestarted(ATRT4, on(Precision.MONTH, 1, null, pause)));
            record(new ReviewPaused(ATRT4, on(Precision.MONTH, 1, pause, restart)));
            assertThat(days()).containsExactly(30, 30);
        }
    }

    @Test
    void facts_stand_and_follow_each_other_as_the_design_says() {
        int named = 0;
        int longest = 0;
        for (long seed = 1; seed <= 100; seed++) {
            MemoryLog log = new MemoryLog();
            new Histories(seed, log).append(40);
            Map<String, StreamFacts> streams = new HashMap<>();
            List<Known> known = new ArrayList<>();
            List<Recorded> events = log.read(0, 40);
            for (Recorded event : events) {
                known.add(streams.computeIfAbsent(event.stream(), _ -> stream()).take(event));
                List<EffectOrder.Place<Known>> order = EffectOrder.of(known);
                assertThat(order.stream()
                                .map(place -> new Stood(place.fact().position(), place.day()))
                                .toList())
                        .as("seed %d at position %d", seed, event.position())
                        .isEqualTo(OrderOracle.of(events.subList(0, known.size())).stream()
                                .map(stood -> new Stood(stood.event().position(), stood.day()))
                                .toList());
                named += (int) order.stream().filter(place -> place.lead() > 0).count();
                longest = Math.max(
                        longest,
                        order.stream().mapToInt(EffectOrder.Place::lead).max().orElse(0));
            }
        }
        assertThat(named).as("facts that were placed by the word of others").isGreaterThan(200);
        assertThat(longest).as("words one on the other").isGreaterThan(1);
    }
}
