package org.waymark.query.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.events.Group;
import org.waymark.events.Recorded;
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

    @SuppressWarnings("unchecked")
    private <D extends Draft<D, R>, R> View<D, R> view(String name) {
        List<View<?, ?>> views = List.copyOf(test.beans(View.class));
        return (View<D, R>) views.stream()
                .filter(some -> some.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the recorded samples of a row twice, in an order of its own. */
    private static List<Recorded> recorded(View<?, ?> view, String key, long order) {
        List<String> samples = new ArrayList<>(EventNames.all().keySet());
        samples.addAll(EventNames.all().keySet());
        Collections.sort(samples);
        Collections.shuffle(samples, new Random(order));
        List<Recorded> recorded = new ArrayList<>();
        for (String sample : samples) {
            Recorded next = Recordings.recorded(recorded.size() + 1L, Recordings.sample(sample));
            if (view.keys(next).contains(key) && !next.event().retracts()) {
                recorded.add(next);
            }
        }
        return recorded;
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

    /** Returns how many facts were left out without a difference. */
    private <D extends Draft<D, R>, R> int leaveOut(
            String name, String key, long order, LocalDate day, Function<R, Concern> concern) {
        View<D, R> view = view(name);
        List<Recorded> facts = few(recorded(view, key, order), order);
        int certain = (int) (order % facts.size());
        D draft = view.begin(key);
        facts.subList(0, certain).forEach(fact -> view.fold(draft, fact));
        List<R> before = List.of(draft.copy().row());
        List<Recorded> possible = facts.subList(certain, facts.size()).stream()
                .filter(fact -> draft.tellsOf(fact.stream()))
                .toList();
        List<Recorded> bearing = possible.stream().filter(view::concernsBodies).toList();
        List<R> all = new ArrayList<>(before);
        all.addAll(states(view, draft.copy(), possible));
        List<R> some = new ArrayList<>(before);
        some.addAll(states(view, draft.copy(), bearing));
        assertThat(brought(some, concern)).as("order %d as of %s", order, day).isEqualTo(brought(all, concern));
        return possible.size() - bearing.size();
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

    @Test
    void and_what_can_not_concern_a_body_is_left_out_without_a_difference() {
        RulePacks packs = RulePacks.shipped();
        int leftOut = 0;
        for (long order = 1; order <= ORDERS; order++) {
            for (LocalDate day : DAYS) {
                leftOut += leaveOut(
                        "reviews",
                        "ssr2",
                        order,
                        day,
                        (ReviewsRow row) -> Concern.of("ssr2", row, Obligations.of(row, day, packs), day));
            }
        }
        assertThat(leftOut).isGreaterThan(ORDERS * 5);
    }
}
