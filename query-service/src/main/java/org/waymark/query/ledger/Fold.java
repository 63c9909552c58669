package org.waymark.query.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.waymark.events.EffectOrder;
import org.waymark.events.Recorded;
import org.waymark.events.store.EventLog;
import org.waymark.query.ledger.Versions.Place;
import org.waymark.query.ledger.Versions.Version;

/**
 * Folds events into the versions of one run of one view, in the order of their positions.
 *
 * <p>An event in order opens the next version of its row. A late fact, a correction or a retraction folds its row again
 * from the first day on which the facts that stand differ, and closes what was believed of the days since. A day that once
 * had a version keeps one, so that every change of belief is a version opened at its position.
 *
 * <p>Used by one thread at a time. What it remembers follows the database only as long as its transactions commit: after a
 * rollback it MUST be thrown away.
 */
final class Fold<R> {

    private static final int REMEMBERED_ROWS = 10_000;

    /** Of JSON and sources; a tree takes about ten bytes for each of them, so this is a tenth of the heap. */
    private static final long REMEMBERED_CHARACTERS = Runtime.getRuntime().maxMemory() / 100;

    private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);
    private static final LocalDate AFTER_ALL = LocalDate.of(9999, 12, 31);

    private final View<R> view;
    private final EventLog log;
    private final Versions versions;
    private final Map<String, Subject<R>> subjects = new LinkedHashMap<>(1_024, 0.75f, true);
    private final long run;
    private long position;
    private boolean remembersAll;

    Fold(View<R> view, EventLog log, JdbcTemplate jdbc, long run, long position) {
        this.view = view;
        this.log = log;
        this.versions = new Versions(jdbc, run);
        this.run = run;
        this.position = position;
        this.remembersAll = position == 0;
    }

    /** Says at which event a view stopped. */
    static final class Failed extends RuntimeException {
        private final long position;

        Failed(String view, Recorded event, Throwable cause) {
            super("The view %s stops at %d (%s)".formatted(view, event.position(), event.type()), cause);
            this.position = event.position();
        }

        long position() {
            return position;
        }
    }

    long run() {
        return run;
    }

    long position() {
        return position;
    }

    /** Folds the next events of the log and writes what they change; the caller's transaction MUST commit it. */
    void fold(List<Recorded> events) {
        for (Recorded event : events) {
            if (event.position() != position + 1) {
                throw new IllegalStateException("The view %s is at %d; the event at %d can't follow"
                        .formatted(view.name(), position, event.position()));
            }
            try {
                fold(event);
            } catch (RuntimeException | Error failed) { // upon an error Axon would stop for good and say nothing
                throw new Failed(view.name(), event, failed);
            }
            position = event.position();
        }
        versions.flush();
        forget();
    }

    private void fold(Recorded event) {
        if (!view.correctionsReplace()) {
            view.keys(event).forEach(key -> openOnce(key, event));
            return;
        }
        List<Recorded> replaced = replaced(event);
        Set<String> keys = new LinkedHashSet<>(view.keys(event));
        replaced.forEach(earlier -> keys.addAll(view.keys(earlier)));
        for (String key : keys) {
            Subject<R> subject = subject(key);
            versions.fact(new Place(
                    key,
                    event.position(),
                    event.effectiveOn(),
                    replaced.isEmpty() ? null : replaced.getFirst().position()));
            if (subject.comesInOrder(event)) {
                openNext(subject, event);
            } else {
                foldAgain(subject, event);
            }
        }
    }

    /** Returns the fact whose place an event takes, the one whose place that had taken, and so on; none if it takes none. */
    private List<Recorded> replaced(Recorded event) {
        List<Recorded> replaced = new ArrayList<>();
        String corrects = event.event().on().corrects();
        if (corrects == null) {
            return replaced;
        }
        Map<String, Recorded> stream =
                log.stream(event.stream()).stream().collect(Collectors.toMap(Recorded::eventId, recorded -> recorded));
        while (corrects != null && stream.containsKey(corrects)) {
            replaced.add(stream.get(corrects));
            corrects = replaced.getLast().event().on().corrects();
        }
        return replaced;
    }

    private void openOnce(String key, Recorded event) {
        R row = view.apply(null, event);
        if (row != null) {
            String content = CanonicalJson.write(RowJson.tree(row));
            String setBy = "{\"\":" + event.position() + "}";
            versions.open(
                    new Version(key, event.effectiveOn(), event.position(), content, setBy),
                    Versions.Kept.whole(content, setBy));
        }
    }

    private void openNext(Subject<R> subject, Recorded event) {
        LocalDate day = event.effectiveOn();
        subject.reaches(day);
        if (subject.fold(view, event)) {
            if (subject.hasVersionOn(day)) {
                versions.close(subject.key(), day, event.position());
            }
            versions.open(subject.version(day, event.position()), subject.kept(day, event.position()));
            subject.lastVersion(day);
        }
    }

    /** Folds a row again from the first day on which the facts that stand differ, on what is believed of the days before. */
    private void foldAgain(Subject<R> was, Recorded event) {
        versions.flush();
        boolean replaces = event.event().on().corrects() != null;
        List<Place> known = versions.facts(was.key(), replaces ? BEFORE_ALL : event.effectiveOn());
        List<Place> before = EffectOrder.standing(known.stream()
                .filter(fact -> fact.position() < event.position())
                .toList());
        List<Place> after = EffectOrder.standing(known);
        LocalDate from = firstDifference(before, after);
        TreeMap<LocalDate, List<Recorded>> since = new TreeMap<>();
        for (Recorded fact : events(after, from)) {
            if (view.keys(fact).contains(was.key())) { // a correction may concern other rows than its own
                since.computeIfAbsent(fact.effectiveOn(), _ -> new ArrayList<>())
                        .add(fact);
            }
        }
        Subject<R> subject = was.again();
        subjects.put(was.key(), subject);
        subject.reaches(event.effectiveOn());
        believeAnew(subject, since, versions.believed(was.key(), from), event.position());
    }

    /** Returns the facts of some places from a day on, in the order of the places. */
    private List<Recorded> events(List<Place> places, LocalDate from) {
        List<Long> positions = places.stream()
                .filter(place -> !place.effectiveOn().isBefore(from))
                .map(Place::position)
                .toList();
        Map<Long, Recorded> byPosition =
                log.at(positions).stream().collect(Collectors.toMap(Recorded::position, event -> event));
        return positions.stream().map(byPosition::get).toList();
    }

    /** Opens, for each day since something differs, what is now believed of it, where that is not what was believed. */
    private void believeAnew(
            Subject<R> subject, TreeMap<LocalDate, List<Recorded>> since, Versions.Believed believed, long position) {
        subject.recall(view, believed.before());
        Map<LocalDate, Version> slots =
                believed.since().stream().collect(Collectors.toMap(Version::validFrom, slot -> slot));
        slots.keySet().forEach(day -> since.putIfAbsent(day, List.of()));
        String content = subject.content();
        String setBy = subject.setBy();
        for (Map.Entry<LocalDate, List<Recorded>> day : since.entrySet()) {
            day.getValue().forEach(fact -> subject.fold(view, fact));
            Version slot = slots.get(day.getKey());
            String believedContent = slot == null ? content : slot.content();
            String believedSetBy = slot == null ? setBy : slot.setBy();
            content = subject.content();
            setBy = subject.setBy();
            boolean same = Objects.equals(content, believedContent) && setBy.equals(believedSetBy);
            if (slot != null && !same) {
                versions.close(subject.key(), day.getKey(), position);
            }
            if (!same) {
                versions.open(subject.version(day.getKey(), position), subject.kept(day.getKey(), position));
            }
            if (slot != null || !same) {
                subject.lastVersion(day.getKey());
            }
        }
    }

    private static LocalDate firstDifference(List<Place> before, List<Place> after) {
        int index = 0;
        while (index < before.size()
                && index < after.size()
                && before.get(index).position() == after.get(index).position()) {
            index++;
        }
        LocalDate was = index < before.size() ? before.get(index).effectiveOn() : AFTER_ALL;
        LocalDate is = index < after.size() ? after.get(index).effectiveOn() : AFTER_ALL;
        return was.isBefore(is) ? was : is;
    }

    private Subject<R> subject(String key) {
        return subjects.computeIfAbsent(key, _ -> remembersAll ? begun(key) : recalled(key));
    }

    private Subject<R> begun(String key) {
        versions.subject(key);
        return new Subject<>(key);
    }

    /** Returns a row as the database has it, all of it: what was folded last is written before its row is forgotten. */
    private Subject<R> recalled(String key) {
        Optional<LocalDate> lastFact = versions.lastFact(key);
        if (lastFact.isEmpty()) {
            return begun(key);
        }
        Subject<R> subject = new Subject<>(key);
        subject.recall(view, versions.believed(key, AFTER_ALL).before());
        subject.reaches(lastFact.get());
        return subject;
    }

    /** Forgets the rows that were folded longest ago: the others are to take no more than a share of the heap. */
    private void forget() {
        long characters =
                subjects.values().stream().mapToLong(Subject::characters).sum();
        Iterator<Subject<R>> oldest = subjects.values().iterator();
        while (subjects.size() > REMEMBERED_ROWS || characters > REMEMBERED_CHARACTERS) {
            characters -= oldest.next().characters();
            oldest.remove();
            remembersAll = false;
        }
    }
}
