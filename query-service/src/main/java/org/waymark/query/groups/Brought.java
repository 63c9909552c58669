package org.waymark.query.groups;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.query.groups.GroupsRow.Part;
import org.waymark.query.image.Entry;
import org.waymark.query.image.Possible;

/**
 * What one row brings to the bodies.
 *
 * @param certain what it brings for certain
 * @param steps what it brings as it becomes by each of the facts that may have happened and bear on that, one after the other
 * @param facts their positions
 */
record Brought(Concern certain, List<Concern> steps, List<Long> facts) {

    /**
     * Returns what a row brings.
     *
     * @param same tells of two states of the row whether they bring the same
     */
    static <R> Brought by(Entry<R> entry, Function<R, Concern> concern, BiPredicate<R, R> same) {
        Entry.Steps<R> may = entry.steps();
        R last = entry.row();
        Concern certain = concern.apply(last);
        List<Concern> steps = new ArrayList<>();
        List<Long> facts = new ArrayList<>();
        for (int step = 0; step < may.rows().size(); step++) {
            R next = may.rows().get(step);
            if (!same.test(last, next)) {
                steps.add(concern.apply(next));
                facts.add(may.facts().get(step));
                last = next;
            }
        }
        return new Brought(certain, steps, facts);
    }

    /**
     * Returns what is not known of the row of a body.
     *
     * @param row what it is for certain
     * @param open what may be brought otherwise
     */
    static List<Possible> possible(GroupsRow row, List<Brought> open) {
        List<Possible> possible = new ArrayList<>();
        open.forEach(brought -> possible.addAll(brought.items(row.group())));
        possible.addAll(parts(row, open));
        return possible;
    }

    /** What waits for a body and what is addressed to it is brought by one row each. */
    private List<Possible> items(Group body) {
        List<Concern> states = new ArrayList<>(List.of(certain));
        states.addAll(steps);
        if (states.stream().noneMatch(state -> state.concerns(body))) {
            return List.of();
        }
        List<Possible> items = new ArrayList<>(Possible.between(
                "/row/waiting",
                states.stream().map(state -> state.waiting(body)).toList(),
                facts));
        items.addAll(Possible.between(
                "/row/recommendations",
                states.stream().map(state -> state.recommendations(body)).toList(),
                facts));
        return items;
    }

    /** How a body takes part in a review is brought by the review and its recommendations: as it becomes by all of them. */
    private static List<Possible> parts(GroupsRow row, List<Brought> open) {
        Map<String, List<@Nullable Part>> states = new HashMap<>();
        Map<String, List<Long>> facts = new HashMap<>();
        for (Brought brought : open) {
            Map<String, Part> was = brought.certain().parts(row.group());
            for (int step = 0; step < brought.steps().size(); step++) {
                Map<String, Part> is = brought.steps().get(step).parts(row.group());
                for (String review : keys(was, is)) {
                    if (!Objects.equals(was.get(review), is.get(review))) {
                        List<@Nullable Part> known = states.computeIfAbsent(review, _ -> new ArrayList<>());
                        Part total = known.isEmpty() ? row.reviews().get(review) : known.getLast();
                        if (known.isEmpty()) {
                            known.add(total);
                        }
                        known.add(Part.instead(total, was.get(review), is.get(review)));
                        facts.computeIfAbsent(review, _ -> new ArrayList<>())
                                .add(brought.facts().get(step));
                    }
                }
                was = is;
            }
        }
        states.forEach((review, known) -> extremes(row, review, open, known, facts.get(review)));
        return new TreeSet<>(states.keySet())
                .stream()
                        .flatMap(review ->
                                Possible.between("/row/reviews/" + review, states.get(review), facts.get(review))
                                        .stream())
                        .toList();
    }

    /**
     * Adds the fewest and the most recommendations that may be addressed: each row brings what it may whatever the others do,
     * and of those that lie in between all are told by the way there.
     */
    private static void extremes(
            GroupsRow row, String review, List<Brought> open, List<@Nullable Part> known, List<Long> facts) {
        for (boolean most : new boolean[] {false, true}) {
            Part total = row.reviews().get(review);
            for (Brought brought : open) {
                Part was = brought.certain().parts(row.group()).get(review);
                Part furthest = was;
                for (Concern step : brought.steps()) {
                    Part is = step.parts(row.group()).get(review);
                    boolean further = most ? addressed(is) > addressed(furthest) : addressed(is) < addressed(furthest);
                    furthest = further ? is : furthest;
                }
                total = Part.instead(total, was, furthest);
                if (!known.contains(total)) {
                    known.add(total);
                    facts.add(facts.getLast());
                }
            }
        }
    }

    private static int addressed(@Nullable Part part) {
        return part == null ? 0 : part.addressed();
    }

    private static Set<String> keys(Map<String, ?> one, Map<String, ?> other) {
        Set<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }
}
