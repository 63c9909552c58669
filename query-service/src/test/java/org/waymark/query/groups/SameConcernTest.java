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

    /** Returns what a row becomes by each of the recorded samples twice, in an order of its own. */
    @SuppressWarnings("unchecked")
    private <D extends Draft<D, R>, R> List<R> states(String name, String key, long order) {
        List<View<?, ?>> views = List.copyOf(test.beans(View.class));
        View<D, R> view = (View<D, R>) views.stream()
                .filter(some -> some.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<String> samples = new ArrayList<>(EventNames.all().keySet());
        samples.addAll(EventNames.all().keySet());
        Collections.sort(samples);
        Collections.shuffle(samples, new Random(order));
        List<R> states = new ArrayList<>();
        D draft = view.begin(key);
        for (String sample : samples) {
            Recorded recorded = Recordings.recorded(states.size() + 1L, Recordings.sample(sample));
            if (view.keys(recorded).contains(key)) {
                view.fold(draft, recorded);
                states.add(draft.copy().row());
            }
        }
        return states;
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
}
