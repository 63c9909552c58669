package org.waymark.query.image;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.events.EffectOrder.Place;
import org.waymark.events.Group;
import org.waymark.events.Recorded;
import org.waymark.events.Unreadable;

/** All rows of one view. Written by one thread, read by any. */
final class ViewImage<D extends Draft<D, R>, R> {

    private final View<D, R> view;
    private final Events events;
    private final ConcurrentNavigableMap<String, Row> rows = new ConcurrentSkipListMap<>();

    /** The keys of the rows of which some event names a body; they may not do so any more. */
    private final Map<Group, Set<String>> byBody = new ConcurrentHashMap<>();

    /** The keys that each event touched, from the first position on. */
    private volatile Grown<String[]> touched = Grown.empty();

    /** A row with its present entry, made when it is asked for. */
    private final class Row {
        private final String key;

        /** The key alone, for the many events that touch one row. */
        private final String[] alone;

        private final RowFacts<D> facts;
        private volatile @Nullable Entry<R> present;

        Row(String key, RowFacts<D> facts) {
            this(key, new String[] {key}, facts);
        }

        private Row(String key, String[] alone, RowFacts<D> facts) {
            this.key = key;
            this.alone = alone;
            this.facts = facts;
        }

        Row with(RowFacts<D> more) {
            return new Row(key, alone, more);
        }

        @Nullable
        Entry<R> at(Moment moment) {
            return at(moment, false);
        }

        /**
         * @param ofBodies whether only that is asked which bears on bodies; the rest of the row is of no use then
         */
        @Nullable
        Entry<R> at(Moment moment, boolean ofBodies) {
            RowAt<D> at = facts.at(moment.asOf(), moment.knownAt());
            if (at == null) {
                return null;
            }
            if (ofBodies && !at.isPresent()) {
                return Entry.folded(key, () -> fold(at.asFarAsOfBodies()), facts.lastChange(moment.knownAt()));
            }
            if (!at.isPresent()) {
                return Entry.folded(key, () -> fold(at), facts.lastChange(moment.knownAt()));
            }
            Entry<R> known = present;
            if (known == null) {
                known = Entry.folded(key, () -> fold(at), facts.lastChange(Long.MAX_VALUE));
                present = known;
            }
            return known;
        }
    }

    ViewImage(View<D, R> view, Events events) {
        this.view = view;
        this.events = events;
    }

    View<D, R> view() {
        return view;
    }

    /** Takes the next event of the log. */
    void take(Known fact, Set<Known> related) {
        Set<String> own = keys(fact);
        Set<String> keys = new LinkedHashSet<>(own);
        related.stream().filter(other -> other != fact).forEach(other -> keys.addAll(keys(other)));
        int stage = own.isEmpty() ? 0 : stage(fact);
        byte bearing = view.bearing(events.of(fact));
        byte list = view.list(events.of(fact));
        for (String key : keys) {
            Row was = rows.get(key);
            RowFacts<D> facts = was == null ? RowFacts.none(new OfKey(key)) : was.facts;
            Member member = new Member(fact, own.contains(key), bearing, list, (byte) Math.min(stage, Byte.MAX_VALUE));
            rows.put(key, was == null ? new Row(key, facts.plus(member)) : was.with(facts.plus(member)));
        }
        for (Group body : view.bodies(events.of(fact))) {
            byBody.computeIfAbsent(body, _ -> new ConcurrentSkipListSet<>()).addAll(own);
        }
        touched = touched.plus(
                keys.size() == 1
                        ? rows.get(keys.iterator().next()).alone
                        : keys.stream().map(this::same).toArray(String[]::new));
    }

    private String same(String key) {
        return rows.get(key).key;
    }

    private Set<String> keys(Known fact) {
        return view.keys(events.of(fact));
    }

    /** Returns how far a fact alone brings a row; 0 if the fold fails on it. */
    private int stage(Known fact) {
        if (fact.isUnreadable()) {
            return 0;
        }
        try {
            return view.stage(events.of(fact));
        } catch (RuntimeException | AssertionError _) { // said where the row is folded
            return 0;
        }
    }

    /** Folds the facts of one key. */
    private final class OfKey implements RowFold<D> {
        private final String key;

        OfKey(String key) {
            this.key = key;
        }

        @Override
        public D begin() {
            return view.begin(key);
        }

        @Override
        public D copy(D draft) {
            return draft.copy();
        }

        @Override
        public boolean tellsOf(D draft, String stream) {
            return draft.tellsOf(stream);
        }

        @Override
        public void fold(D draft, Member fact) {
            Recorded event = events.of(fact.known());
            if (event.event() instanceof Unreadable unreadable) {
                throw new RowFold.Failed("Recorded by a later release", new Unreadable.LaterRelease(unreadable));
            }
            try {
                view.fold(draft, event);
            } catch (VirtualMachineError end) {
                throw end;
            } catch (RuntimeException | Error failed) {
                throw new RowFold.Failed(
                        "The row %s of %s can't be folded at %d (%s)"
                                .formatted(key, view.name(), event.position(), event.type()),
                        failed);
            }
        }

        @Override
        public void fetch(List<Place<Member>> places) {
            events.fetch(places.stream().map(place -> place.fact().known()).toList());
        }
    }

    private Entry.Folded<R> fold(RowAt<D> at) {
        RowAt.Folded<D> certain = at.fold();
        R row = certain.draft().row();
        if (certain.stoppedAt() != null || at.isPresent()) {
            return new Entry.Folded<>(row, stopped(certain.stoppedAt()), at.contradictions(), Entry.Steps::none);
        }
        return new Entry.Folded<>(row, null, at.contradictions(), () -> {
            List<Place<Member>> possible = at.possible(certain.draft());
            return possible.isEmpty()
                    ? Entry.Steps.none()
                    : new Entry.Steps<>(
                            at.steps(certain.draft(), possible, Draft::row),
                            possible.stream()
                                    .map(place -> place.fact().position())
                                    .toList());
        });
    }

    private static Entry.@Nullable Stopped stopped(@Nullable Known at) {
        return at == null
                ? null
                : new Entry.Stopped(
                        at.position(),
                        at.isUnreadable() ? Entry.By.RECORDED_BY_A_LATER_RELEASE : Entry.By.CAN_NOT_BE_FOLDED);
    }

    /** Tells whether a pointer leads to a place in a row; nothing if there is no row. */
    Optional<Boolean> hasPlace(Moment moment, String key, String pointer) {
        return one(moment, key).map(entry -> Differences.canBe(entry.row(), pointer));
    }

    /** Returns the facts that set what lies under some pointers of a row, those that did it last first. */
    Optional<List<Known>> setting(Moment moment, String key, List<String> pointers) {
        Row row = rows.get(key);
        return Optional.ofNullable(row == null ? null : row.facts.at(moment.asOf(), moment.knownAt()))
                .map(at -> at
                        .setting(draft -> pointers.stream()
                                .map(pointer -> Optional.ofNullable(Differences.at(draft.row(), pointer)))
                                .toList())
                        .reversed()
                        .stream()
                        .map(place -> place.fact().known())
                        .toList());
    }

    /** Returns the facts of one list of a row in the order of their effect, with those of which it is open whether they happened. */
    Optional<List<Listed>> list(Moment moment, String key, byte list) {
        Row row = rows.get(key);
        return Optional.ofNullable(row == null ? null : row.facts.at(moment.asOf(), moment.knownAt()))
                .map(at -> at.list(list));
    }

    Optional<Entry<R>> one(Moment moment, String key) {
        Row row = rows.get(key);
        return Optional.ofNullable(row == null ? null : row.at(moment));
    }

    List<Entry<R>> all(Moment moment, String prefix) {
        return entries(under(prefix).values(), row -> row.at(moment));
    }

    /** Returns all rows of a moment in what bears on bodies, ordered by key. */
    List<Entry<R>> ofBodies(Moment moment) {
        return entries(rows.values(), row -> row.at(moment, true));
    }

    /** Returns the rows of which some event names one of the bodies, in what bears on bodies, ordered by key. */
    List<Entry<R>> ofBodies(Moment moment, Collection<Group> named) {
        Set<String> keys = new TreeSet<>();
        named.forEach(body -> keys.addAll(byBody.getOrDefault(body, Set.of())));
        return entries(keys.stream().map(rows::get).toList(), row -> row.at(moment, true));
    }

    private List<Entry<R>> entries(Collection<Row> of, Function<Row, @Nullable Entry<R>> at) {
        List<Entry<R>> entries = new ArrayList<>();
        for (Row row : of) {
            Entry<R> entry = at.apply(row);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private ConcurrentNavigableMap<String, Row> under(String prefix) {
        return prefix.isEmpty() ? rows : rows.subMap(prefix, prefix + '\uffff');
    }

    /** Returns the keys that were touched after a position, up to another, in the order of their last change, with that. */
    Map<String, Long> touched(long since, long until) {
        Grown<String[]> known = touched;
        Map<String, Long> keys = new LinkedHashMap<>();
        for (long position = Math.max(0, since) + 1; position <= Math.min(until, known.size()); position++) {
            for (String key : known.get((int) position - 1)) {
                keys.remove(key);
                keys.put(key, position);
            }
        }
        return keys;
    }

    long lastChange(String prefix, long atMost) {
        if (prefix.isEmpty()) {
            Grown<String[]> known = touched;
            long position = Math.min(atMost, known.size());
            while (position > 0 && known.get((int) position - 1).length == 0) {
                position--;
            }
            return position;
        }
        return under(prefix).values().stream()
                .mapToLong(row -> row.facts.lastChange(atMost))
                .max()
                .orElse(0);
    }

    @Nullable
    Begin begin(Moment moment, String key) {
        Row row = rows.get(key);
        Place<Member> first = row == null ? null : row.facts.first(moment.knownAt());
        return first == null
                ? null
                : new Begin(first.day(), first.day().equals(first.fact().firstDay()));
    }

    Stream<Image.Stopped> stopped() {
        return rows.values().stream()
                .filter(row -> row.facts.stoppedAt() != null)
                .map(row -> new Image.Stopped(view.name(), row.key, row.facts.stoppedAt()));
    }

    /** Lets go of what is only remembered: folded drafts on the way and present entries. */
    void forget() {
        rows.replaceAll((key, row) -> row.with(row.facts.withoutCheckpoints()));
    }
}
