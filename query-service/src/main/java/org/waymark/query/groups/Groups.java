package org.waymark.query.groups;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.events.Group;
import org.waymark.events.rules.RulePacks;
import org.waymark.query.answer.Rows;
import org.waymark.query.image.Entry;
import org.waymark.query.image.Image;
import org.waymark.query.image.Moment;
import org.waymark.query.image.Possible;
import org.waymark.query.image.View;
import org.waymark.query.recommendations.RecommendationsRow;
import org.waymark.query.reviews.ReviewStanding.Obligations;
import org.waymark.query.reviews.ReviewsRow;

/**
 * What concerns each body, computed from the rows of the views at one moment: so it is the same on a page, in a frame and
 * in the past. Kept nowhere but for the moments asked for last.
 */
@Component
class Groups implements Rows<GroupsRow> {

    private static final int REMEMBERED = 64;
    private static final RulePacks PACKS = RulePacks.shipped();

    private final Image image;
    private final View<?, ReviewsRow> reviews;
    private final View<?, RecommendationsRow> recommendations;

    /** What was computed, by the day shown and the last change that is known then: between changes nothing differs. */
    private final Map<Known, Map<Group, Body>> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Known, Map<Group, Body>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * A body at a moment.
     *
     * @param open what is not known of it
     */
    private record Body(GroupsRow row, List<Possible> open) {}

    private record Known(String epoch, LocalDate asOf, long lastChange, Set<Group> bodies) {}

    Groups(Image image, View<?, ReviewsRow> reviews, View<?, RecommendationsRow> recommendations) {
        this.image = image;
        this.reviews = reviews;
        this.recommendations = recommendations;
    }

    @Override
    public String name() {
        return "groups";
    }

    @Override
    public List<Entry<GroupsRow>> all(Moment moment) {
        long known = lastChange("", moment.knownAt());
        return rows(moment).values().stream().map(body -> entry(body, known)).toList();
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
        Moment before = new Moment(moment.position(), moment.epoch(), moment.asOf(), since);
        Map<Group, Body> then = rows(before);
        Map<Group, Body> now = rows(moment);
        List<Entry<GroupsRow>> changed = now.values().stream()
                .filter(body -> !body.equals(then.get(body.row().group())))
                .map(body -> entry(body, known))
                .toList();
        return changed.isEmpty() ? List.of(entry(now.values().iterator().next(), known)) : changed;
    }

    @Override
    public long lastChange(String prefix, long atMost) {
        return Math.max(image.lastChange(reviews, "", atMost), image.lastChange(recommendations, "", atMost));
    }

    private static Entry<GroupsRow> entry(Body body, long known) {
        return Entry.computed(body.row().group().name(), body.row(), body.open(), known);
    }

    /** Returns one row; looks only at recommendations that can concern the body. */
    Entry<GroupsRow> one(Moment moment, Group group) {
        return entry(rows(moment, EnumSet.of(group)).get(group), lastChange("", moment.knownAt()));
    }

    private Map<Group, Body> rows(Moment moment) {
        return rows(moment, EnumSet.allOf(Group.class));
    }

    private Map<Group, Body> rows(Moment moment, Set<Group> bodies) {
        Known key = new Known(moment.epoch(), moment.asOf(), lastChange("", moment.knownAt()), bodies);
        synchronized (remembered) {
            Map<Group, Body> known = remembered.get(key);
            if (known != null) {
                return known;
            }
        }
        Map<Group, Body> rows = computed(moment, bodies);
        synchronized (remembered) {
            remembered.put(key, rows);
        }
        return rows;
    }

    private Map<Group, Body> computed(Moment moment, Set<Group> bodies) {
        LocalDate asOf = moment.asOf();
        List<Brought> all = new ArrayList<>();
        for (Entry<ReviewsRow> entry : image.ofBodies(reviews, moment)) {
            all.add(entry.made(asOf, found -> brought(found, asOf)));
        }
        for (Entry<RecommendationsRow> entry : recommendations(moment, bodies)) {
            all.add(entry.made(
                    asOf,
                    found -> Brought.by(
                            found, row -> Concern.of(row, asOf), (was, is) -> Concern.isSame(was, is, asOf))));
        }
        Concern concern = new Concern(asOf);
        all.forEach(brought -> concern.add(brought.certain()));
        List<Brought> open =
                all.stream().filter(brought -> !brought.steps().isEmpty()).toList();
        Map<Group, Body> rows = new EnumMap<>(Group.class);
        for (Group body : bodies) {
            GroupsRow row = concern.of(body);
            rows.put(body, new Body(row, Brought.possible(row, open)));
        }
        return rows;
    }

    private static Brought brought(Entry<ReviewsRow> entry, LocalDate asOf) {
        return Brought.by(
                entry,
                row -> Concern.of(entry.key(), row, Obligations.of(row, asOf, PACKS), asOf),
                (was, is) -> Concern.isSame(was, is, asOf, PACKS));
    }

    /** Everything waits for the Board or ICANN org at some time; other bodies are named where something concerns them. */
    private List<Entry<RecommendationsRow>> recommendations(Moment moment, Set<Group> bodies) {
        if (bodies.contains(Group.BOARD) || bodies.contains(Group.ORG)) {
            return image.ofBodies(recommendations, moment);
        }
        List<Group> within = Arrays.stream(Group.values())
                .filter(part -> bodies.stream().anyMatch(part::isWithin))
                .toList();
        return image.ofBodies(recommendations, moment, within);
    }
}
