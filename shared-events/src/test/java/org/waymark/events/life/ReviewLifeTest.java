package org.waymark.events.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.waymark.events.life.StateTable.Event;
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.rules.RulePack;
import org.waymark.events.rules.RulePacks;
import org.waymark.events.store.EventJson;

/** The life cycle of a review, folded, is what the table of the domain says of the same history. */
class ReviewLifeTest {

    private static final int HISTORIES = 10_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final RulePack PACK = RulePacks.shipped().byId("bylaws-2016").orElseThrow();
    private static final List<String> GROUPS = List.of("GNSO", "SSAC", "ALAC");

    private final Map<String, JsonNode> samples = Samples.of(ReviewEvent.class);
    private final List<String> types = List.copyOf(samples.keySet());

    /** Who is asked and answers in a history; one body is sooner heard from than three. */
    private List<String> groups = GROUPS;

    /** An early state is seldom left behind by a random history, so some consist of a few types only. */
    private List<Event> history(Random random) {
        List<String> some = new ArrayList<>(types);
        boolean aboutScope = random.nextInt(4) == 0;
        some.removeIf(type -> aboutScope && !type.startsWith("Scope"));
        groups = GROUPS.subList(0, 1 + random.nextInt(GROUPS.size()));
        int fewer = random.nextInt(some.size() - 1);
        for (int count = 0; count < fewer; count++) {
            some.remove(random.nextInt(some.size()));
        }
        List<Event> events = new ArrayList<>();
        LocalDate day = FIRST_DAY;
        int length = 1 + random.nextInt(25);
        while (events.size() < length) {
            day = day.plusDays(random.nextInt(20));
            events.add(event(some.get(random.nextInt(some.size())), day, random));
        }
        return events;
    }

    private Event event(String type, LocalDate day, Random random) {
        ObjectNode event = samples.get(type).deepCopy();
        ObjectNode on = (ObjectNode) event.get("on");
        on.put("occurredOn", day.toString()).put("precision", "DAY");
        on.remove("corrects");
        Samples.set(event, "scopeVersion", 1 + random.nextInt(2));
        Samples.set(event, "group", groups.get(random.nextInt(groups.size())));
        Samples.set(event, "period", "period-" + random.nextInt(2));
        Samples.set(
                event,
                "subject",
                List.of("DRAFT_REPORT", "FINAL_REPORT", "TERMS_OF_REFERENCE").get(random.nextInt(3)));
        if (event.has("groups")) {
            event.putArray("groups");
            GROUPS.stream()
                    .filter(_ -> random.nextInt(2) == 0)
                    .forEach(group -> event.withArray("groups").add(group));
        }
        for (String term : List.of("until", "endorseBy")) {
            if (event.has(term)) {
                event.remove(term);
                if (random.nextBoolean()) {
                    event.putObject(term)
                            .put("date", day.plusDays(random.nextInt(60)).toString())
                            .put("precision", "DAY");
                }
            }
        }
        return new Event(type, event);
    }

    private static ReviewLife folded(List<Event> events) {
        ReviewLife life = ReviewLife.NOT_BEGUN;
        for (Event event : events) {
            life = life.after(
                    (ReviewEvent) EventJson.read(event.type(), event.payload().toString()));
        }
        return life;
    }

    @Test
    void is_as_the_table_of_the_domain_says_on_every_day() {
        Map<String, Integer> seen = new TreeMap<>();
        int paused = 0;
        int deferred = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            List<Event> events = history(random);
            ReviewLife life = folded(events);
            LocalDate last = events.getLast().day();
            for (LocalDate day : List.of(last, last.plusDays(random.nextInt(70)), last.plusYears(1))) {
                StateTable table = new StateTable(events, day, PACK.endorsementWindow());
                String state = life.stage(day, Optional.of(PACK)).name();
                assertThat(state).as("seed %d on %s: %s", seed, day, events).isEqualTo(table.state());
                assertThat(life.isPaused()).as("paused, seed %d", seed).isEqualTo(table.isPaused());
                assertThat(life.isDeferred(day))
                        .as("deferred, seed %d on %s", seed, day)
                        .isEqualTo(table.isDeferred());
                seen.merge(state, 1, Integer::sum);
                paused += life.isPaused() ? 1 : 0;
                deferred += life.isDeferred(day) ? 1 : 0;
            }
        }
        assertThat(seen.keySet())
                .as("states met")
                .hasSize(ReviewStage.values().length - 1); // work is begun by recommendations
        assertThat(seen.values()).allMatch(times -> times > 60);
        assertThat(paused).isGreaterThan(500);
        assertThat(deferred).isGreaterThan(50);
    }
}
