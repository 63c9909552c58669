package org.waymark.events.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.waymark.events.life.RecommendationLife.Gone;
import org.waymark.events.life.RecommendationLife.Open;
import org.waymark.events.life.RecommendationLife.What;
import org.waymark.events.life.StateTable.Event;
import org.waymark.events.recommendation.BoardEvent.Disposition;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatus;
import org.waymark.events.recommendation.RecommendationEvent;
import org.waymark.events.store.EventJson;

/** The life cycle of a recommendation, folded, is what the arrows of the domain say of the same history. */
class RecommendationLifeTest {

    private static final int HISTORIES = 10_000;
    private static final List<String> GROUPS = List.of("GNSO", "SSAC", "ALAC");

    private final Map<String, JsonNode> samples = Samples.of(RecommendationEvent.class);
    private final List<String> types = List.copyOf(samples.keySet());

    /** Most events end what others begin, so some histories consist of a few types only. */
    private List<Event> history(Random random) {
        List<String> some = new ArrayList<>(types);
        if (random.nextInt(4) > 0) { // what is gone has nothing open
            some.removeAll(List.of("RecommendationWithdrawn", "RecommendationMerged", "RecommendationRetired"));
        }
        int fewer = random.nextInt(some.size() - 1);
        for (int count = 0; count < fewer; count++) {
            some.remove(random.nextInt(some.size()));
        }
        List<Event> events = new ArrayList<>();
        LocalDate day = LocalDate.of(2021, 1, 1);
        int length = 1 + random.nextInt(20);
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
        Samples.set(event, "part", "part-" + random.nextInt(2));
        Samples.set(event, "group", any(GROUPS, random));
        Samples.set(event, "disposition", any(List.of(Disposition.values()), random));
        if (type.equals("ImplementationStatusReported")) {
            Samples.set(event, "status", any(List.of(ImplementationStatus.values()), random));
            event.remove("percent");
        }
        if (event.has("passedTo")) {
            event.putArray("passedTo");
            GROUPS.stream()
                    .filter(_ -> random.nextInt(3) == 0)
                    .forEach(group -> event.withArray("passedTo").add(group));
        }
        return new Event(type, event);
    }

    private static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static RecommendationLife folded(List<Event> events) {
        RecommendationLife life = RecommendationLife.NOT_BEGUN;
        for (Event event : events) {
            life = life.after((RecommendationEvent)
                    EventJson.read(event.type(), event.payload().toString()));
        }
        return life;
    }

    private static String words(Open open) {
        return open.what() + " " + open.owner() + " " + (open.part() == null ? "-" : open.part());
    }

    @Test
    void is_as_the_arrows_of_the_domain_say() {
        Map<String, Integer> seen = new TreeMap<>();
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            List<Event> events = history(random);
            RecommendationLife life = folded(events);
            RecommendationTable table = new RecommendationTable(events);
            String where = "seed %d: %s".formatted(seed, events);
            assertThat(life.stage() == null ? null : life.stage().name())
                    .as(where)
                    .isEqualTo(table.stage());
            assertThat(life.gone() != null).as(where).isEqualTo(table.isGone());
            assertThat(life.started()).as(where).isEqualTo(table.isStarted());
            assertThat(life.isOpen()).as(where).isEqualTo(table.isOpen());
            for (boolean submitted : new boolean[] {false, true}) {
                String step = life.step(submitted).name();
                assertThat(step).as(where).isEqualTo(table.step(submitted));
                seen.merge(step, 1, Integer::sum);
            }
            List<String> open =
                    life.open().stream().map(RecommendationLifeTest::words).toList();
            assertThat(open).as(where).isEqualTo(table.open());
            life.open().forEach(each -> seen.merge(each.what().name(), 1, Integer::sum));
        }
        for (RecommendationStep step : RecommendationStep.values()) {
            assertThat(seen.get(step.name())).as(step.name()).isGreaterThan(50);
        }
        for (What what : What.values()) {
            assertThat(seen.get(what.name())).as(what.name()).isGreaterThan(50);
        }
    }

    private RecommendationLife after(String... types) {
        List<Event> events = new ArrayList<>();
        for (String type : types) {
            events.add(new Event(type, samples.get(type)));
        }
        return folded(events);
    }

    @Test
    void a_claim_made_anew_after_a_verification_waits_for_its_own() {
        assertThat(after(
                                "BoardActionRecorded",
                                "ImplementationCompleted",
                                "CompletionVerified",
                                "ImplementationCompleted")
                        .open())
                .extracting(Open::what)
                .contains(What.VERIFICATION);
    }

    @Test
    void what_is_retired_stays_so_when_a_later_fact_says_that_the_proposal_was_turned_down() {
        assertThat(after("RetirementProposed", "RecommendationRetired", "RecommendationKept")
                        .gone())
                .isEqualTo(Gone.RETIRED);
    }

    @Test
    void what_is_withdrawn_stays_so_where_its_draft_counts_from_a_later_day() {
        assertThat(after("RecommendationWithdrawn", "RecommendationDrafted").gone())
                .isEqualTo(Gone.WITHDRAWN);
    }

    @Test
    void work_is_under_way_from_its_start_without_a_report() {
        assertThat(after("BoardActionRecorded", "ImplementationStarted").step(true))
                .isEqualTo(RecommendationStep.UNDER_WAY);
    }
}
