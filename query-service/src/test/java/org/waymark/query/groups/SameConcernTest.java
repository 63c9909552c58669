package org.waymark.query.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.events.Group;
import org.waymark.events.Recorded;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatus;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatusReported;
import org.waymark.events.rules.RulePacks;
import org.waymark.events.store.EventNames;
import org.waymark.query.Recordings;
import org.waymark.query.TestApplication;
import org.waymark.query.image.Draft;
import org.waymark.query.image.View;
import org.waymark.query.recommendations.RecommendationsRow;
import org.waymark.query.reviews.ReviewStanding.Obligations;
import org.waymark.query.reviews.ReviewsRow;

/** Two states of a row that are said to bring the same to every body do: whatever is recorded, in whatever order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameConcernTest {

    private static final int ORDERS = 100;

    private TestApplication test;

    @BeforeAll
    void open(@TempDir Path folder) {
        test = new TestApplication(folder);
    }

    @AfterAll
    void close() {
        test.close();
    }

    private View<?, ?> any(String name) {
        List<View<?, ?>> views = List.copyOf(test.beans(View.class));
        return views.stream()
                .filter(some -> some.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private <D extends Draft<D, R>, R> View<D, R> view(String name) {
        return (View<D, R>) any(name);
    }

    /** Returns the recorded samples of a row twice, in an order of its own. */
    private static List<Recorded> recorded(View<?, ?> view, String key, long order) {
        List<String> samples = new ArrayList<>(EventNames.all().keySet());
        samples.addAll(EventNames.all().keySet());
        samples.addAll(Collections.nCopies(6, "ImplementationStatusReported"));
        Collections.sort(samples);
        Collections.shuffle(samples, new Random(order));
        List<Recorded> recorded = new ArrayList<>();
        for (String sample : samples) {
            WaymarkEvent event = Recordings.sample(sample);
            Recorded next = Recordings.recorded(
                    recorded.size() + 1L,
                    event instanceof ImplementationStatusReported report ? some(report, recorded.size()) : event);
            if (view.keys(next).contains(key) && !next.event().retracts()) {
                recorded.add(next);
            }
        }
        return recorded;
    }

    private static WaymarkEvent some(ImplementationStatusReported report, int which) {
        ImplementationStatus[] all = ImplementationStatus.values();
        return new ImplementationStatusReported(
                report.recommendationId(), report.on(), all[which % all.length], null, report.words());
    }

    /** Returns what a row becomes by each of the recorded samples twice, in an order of its own. */
    private <D extends Draft<D, R>, R> List<R> states(String name, String key, long order) {
        View<D, R> view = view(name);
        return states(view, view.begin(key), recorded(view, key, order));
    }

    private static <D extends Draft<D, R>, R> List<R> states(View<D, R> view, D draft, List<Recorded> facts) {
        List<R> states = new ArrayList<>();
        for (Recorded fact : facts) {
            view.fold(draft, fact);
            states.add(draft.copy().row());
        }
        return states;
    }

    /** Returns what is brought one after the other, each once. */
    private static <R> List<List<GroupsRow>> brought(List<R> states, Function<R, Concern> concern) {
        List<List<GroupsRow>> brought = new ArrayList<>();
        for (R state : states) {
            List<GroupsRow> next = rows(concern.apply(state));
            if (brought.isEmpty() || !brought.getLast().equals(next)) {
                brought.add(next);
            }
        }
        return brought;
    }

    /** Returns some of the facts, often few: a review that has come far waits for little. */
    private static List<Recorded> few(List<Recorded> facts, long order) {
        return facts.subList(0, Math.max(2, facts.size() / (1 + (int) order % 16)));
    }

    /** Returns those of the facts that may change what is brought to bodies, as the view says of each. */
    private static List<Recorded> bearing(View<?, ?> view, List<Recorded> facts, Draft<?, ?> told) {
        List<Recorded> bearing = new ArrayList<>();
        byte before = View.EACH;
        for (Recorded fact : facts) {
            byte next = view.bearing(fact);
            boolean again = next > View.EACH && next == before;
            if (!told.tellsOf(fact.stream()) || (next != View.NONE && !again)) {
                bearing.add(fact);
                before = next;
            }
        }
        return bearing;
    }

    /** Returns how many facts were left out without a difference. */
    private static <D extends Draft<D, R>, R> int leaveOut(
            View<D, R> view,
            String key,
            List<Recorded> facts,
            long order,
            LocalDate day,
            Function<R, Concern> concern) {
        int before = (int) (order % facts.size());
        D draft = view.begin(key);
        facts.subList(0, before).forEach(fact -> view.fold(draft, fact));
        List<Recorded> rest = facts.subList(before, facts.size());
        List<Recorded> bearing = bearing(view, rest, draft);
        List<R> all = new ArrayList<>(List.of(draft.copy().row()));
        all.addAll(states(view, draft.copy(), rest));
        List<R> some = new ArrayList<>(List.of(draft.copy().row()));
        some.addAll(states(view, draft.copy(), bearing));
        assertThat(brought(some, concern)).as("order %d as of %s", order, day).isEqualTo(brought(all, concern));
        return rest.size() - bearing.size();
    }

    private static <R> int compare(List<R> states, Function<R, Concern> concern, BiPredicate<R, R> same) {
        int found = 0;
        for (int index = 1; index < states.size(); index++) {
            R was = states.get(index - 1);
            R is = states.get(index);
            if (same.test(was, is)) {
                found++;
                assertThat(rows(concern.apply(is))).isEqualTo(rows(concern.apply(was)));
            }
        }
        return found;
    }

    private static List<GroupsRow> rows(Concern concern) {
        return Arrays.stream(Group.values()).map(concern::of).toList();
    }

    /** The samples are of 1 March 2026; what is due in them is due on 30 September. */
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 5, 15), LocalDate.of(2026, 10, 1));

    @Test
    void of_a_review() {
        RulePacks packs = RulePacks.shipped();
        int found = 0;
        int all = 0;
        for (long order = 1; order <= ORDERS; order++) {
            List<ReviewsRow> states = states("reviews", "ssr2", order);
            for (LocalDate day : DAYS) {
                all += states.size();
                found += compare(
                        states,
                        row -> Concern.of("ssr2", row, Obligations.of(row, day, packs), day),
                        (was, is) -> Concern.isSame(was, is, day, packs));
            }
        }
        assertThat(found).isBetween(all / 5, all * 9 / 10);
    }

    @Test
    void of_a_recommendation() {
        int found = 0;
        int all = 0;
        for (long order = 1; order <= ORDERS; order++) {
            List<RecommendationsRow> states = states("recommendations", "ssr2/1.1", order);
            for (LocalDate day : DAYS) {
                all += states.size();
                found += compare(states, row -> Concern.of(row, day), (was, is) -> Concern.isSame(was, is, day));
            }
        }
        assertThat(found).isBetween(all / 5, all * 9 / 10);
    }

    private <D extends Draft<D, R>, R> int leaveOut(
            String name, String key, LongFunction<List<Recorded>> facts, BiFunction<R, LocalDate, Concern> concern) {
        View<D, R> view = view(name);
        int leftOut = 0;
        for (long order = 1; order <= ORDERS; order++) {
            for (LocalDate day : DAYS) {
                leftOut += leaveOut(view, key, facts.apply(order), order, day, row -> concern.apply(row, day));
            }
        }
        return leftOut;
    }

    private List<Recorded> few(String name, String key, long order) {
        return few(recorded(any(name), key, order), order);
    }

    @Test
    void and_facts_of_a_review_that_bear_on_no_body_are_left_out_without_a_difference() {
        RulePacks packs = RulePacks.shipped();
        assertThat(leaveOut(
                        "reviews",
                        "ssr2",
                        order -> few("reviews", "ssr2", order),
                        (ReviewsRow row, LocalDate day) ->
                                Concern.of("ssr2", row, Obligations.of(row, day, packs), day)))
                .isGreaterThan(ORDERS * 5);
    }

    @Test
    void nor_are_facts_of_a_recommendation_missed() {
        assertThat(leaveOut(
                        "recommendations",
                        "ssr2/1.1",
                        order -> few("recommendations", "ssr2/1.1", order),
                        (RecommendationsRow row, LocalDate day) -> Concern.of(row, day)))
                .isGreaterThan(ORDERS * 3);
    }

    /** One report that work is under way after the other says nothing new; that it is complete, and then is not, does. */
    @Test
    void nor_reports_on_what_the_Board_approved() {
        assertThat(leaveOut(
                        "recommendations",
                        "ssr2/1.1",
                        SameConcernTest::reports,
                        (RecommendationsRow row, LocalDate day) -> Concern.of(row, day)))
                .isBetween(ORDERS, ORDERS * 3 * 7);
    }

    private static List<Recorded> reports(long order) {
        Random random = new Random(order);
        List<WaymarkEvent> events = new ArrayList<>(
                List.of(Recordings.sample("RecommendationDrafted"), Recordings.sample("BoardActionRecorded")));
        for (int report = 0; report < 10; report++) {
            events.add(some(
                    (ImplementationStatusReported) Recordings.sample("ImplementationStatusReported"),
                    random.nextInt(99)));
        }
        List<Recorded> facts = new ArrayList<>();
        events.forEach(event -> facts.add(Recordings.recorded(facts.size() + 1L, event)));
        return facts;
    }
}
