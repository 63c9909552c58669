package org.waymark.query.groups;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.events.Group;
import org.waymark.query.answer.Rows;
import org.waymark.query.ledger.Entry;
import org.waymark.query.ledger.Ledger;
import org.waymark.query.ledger.Moment;
import org.waymark.query.ledger.View;
import org.waymark.query.recommendations.RecommendationsRow;
import org.waymark.query.reviews.ReviewStanding;
import org.waymark.query.reviews.ReviewsRow;

/**
 * What concerns each body, computed from the rows of the views at one moment: so it is the same on a page, in a frame and
 * in the past. Kept nowhere but for the moments asked for last.
 */
@Component
class Groups implements Rows<GroupsRow> {

    private static final int REMEMBERED = 8;

    private final Ledger ledger;
    private final View<ReviewsRow> reviews;
    private final View<RecommendationsRow> recommendations;
    private final Rows<ReviewsRow> reviewRows;

    /** What was computed, by the day shown and the last change that is known then: between changes nothing differs. */
    private final Map<Known, Map<Group, GroupsRow>> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Known, Map<Group, GroupsRow>> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Known(String epoch, LocalDate asOf, long lastChange) {}

    Groups(
            Ledger ledger,
            View<ReviewsRow> reviews,
            View<RecommendationsRow> recommendations,
            Rows<ReviewsRow> reviewRows) {
        this.ledger = ledger;
        this.reviews = reviews;
        this.recommendations = recommendations;
        this.reviewRows = reviewRows;
    }

    @Override
    public String name() {
        return "groups";
    }

    @Override
    public List<String> views() {
        return List.of(reviews.name(), recommendations.name());
    }

    @Override
    public List<Entry<GroupsRow>> all(Moment moment) {
        long known = lastChange("", moment.knownAt());
        return rows(moment).values().stream()
                .map(row -> entry(row, known, moment))
                .toList();
    }

    /**
     * Returns the rows that differ from what they were at the position. Where something became known that makes no row
     * differ, one row is returned all the same, so that readers learn how far they are.
     */
    @Override
    public List<Entry<GroupsRow>> changed(Moment moment, long since) {
        long known = lastChange("", moment.knownAt());
        if (known <= since) {
            return List.of();
        }
        Moment before = new Moment(moment.position(), moment.epoch(), moment.asOf(), since, moment.today());
        Map<Group, GroupsRow> then = rows(before);
        Map<Group, GroupsRow> now = rows(moment);
        List<Entry<GroupsRow>> changed = now.values().stream()
                .filter(row -> !row.equals(then.get(row.group())))
                .map(row -> entry(row, known, moment))
                .toList();
        return changed.isEmpty() ? List.of(entry(now.values().iterator().next(), known, moment)) : changed;
    }

    @Override
    public long lastChange(String prefix, long atMost) {
        return Math.max(ledger.lastChange(reviews, "", atMost), ledger.lastChange(recommendations, "", atMost));
    }

    private static Entry<GroupsRow> entry(GroupsRow row, long known, Moment moment) {
        return Entry.computed(row.group().name(), row, known, moment.asOf());
    }

    Map<Group, GroupsRow> rows(Moment moment) {
        Known key = new Known(moment.epoch(), moment.asOf(), lastChange("", moment.knownAt()));
        synchronized (remembered) {
            Map<Group, GroupsRow> known = remembered.get(key);
            if (known != null) {
                return known;
            }
        }
        Map<Group, GroupsRow> rows = computed(moment);
        synchronized (remembered) {
            remembered.put(key, rows);
        }
        return rows;
    }

    private Map<Group, GroupsRow> computed(Moment moment) {
        Map<String, ReviewsRow> byReview = ledger.all(reviews, moment).stream()
                .collect(Collectors.toMap(Entry::key, Entry::row, (a, _) -> a, TreeMap::new));
        Map<String, ReviewStanding> standings = ledger.all(reviews, moment).stream()
                .collect(Collectors.toMap(Entry::key, entry -> (ReviewStanding) reviewRows.standing(entry, moment)));
        List<RecommendationsRow> all =
                ledger.all(recommendations, moment).stream().map(Entry::row).toList();
        Concern concern = new Concern(byReview, standings, all, moment.asOf());
        return Arrays.stream(Group.values())
                .collect(Collectors.toMap(Function.identity(), concern::of, (a, _) -> a, LinkedHashMap::new));
    }
}
