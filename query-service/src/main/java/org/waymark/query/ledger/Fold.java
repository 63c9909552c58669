package org.waymark.query.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.waymark.events.EffectOrder;
import org.waymark.events.Fact;
import org.waymark.events.Recorded;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.store.EventLog;
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
        this.versions = new Versions(jdbc, view.name(), run);
        this.run = run;
        this.position = position;
        this.remembersAll = position == 0;
    }

    /** Says at which event a view stopped. */
    static final class Failed extends RuntimeException {
        private final long position;

        Failed(String view, Recorded event, RuntimeException cause) {
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
        if (view.correctionsReplace()) {
            remember(events.stream().flatMap(event -> view.keys(event).stream()).collect(Collectors.toSet()));
        }
        for (Recorded event : events) {
            if (event.position() != position + 1) {
                throw new IllegalStateException("The view %s is at %d; the event at %d can't follow"
                        .formatted(view.name(), position, event.position()));
            }
            try {
                fold(event);
            } catch (RuntimeException failed) {
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
        for (String key : keys(event)) {
            Subject<R> subject = subject(key);
            versions.fact(key, event.position(), event.effectiveOn(), event.stream());
            if (subject.comesInOrder(event)) {
                openNext(subject, event);
            } else {
                foldAgain(key, event);
            }
        }
    }

    /** Returns the rows that an event concerns: its own, and those of the fact whose place it takes. */
    private Set<String> keys(Recorded event) {
        String corrected = event.event().on().corrects();
        if (corrected == null) {
            return view.keys(event);
        }
        Set<String> keys = new LinkedHashSet<>(view.keys(event));
        log.stream(event.stream()).stream()
                .filter(earlier -> earlier.eventId().equals(corrected))
                .forEach(earlier -> keys.addAll(versions.keysAt(earlier.position())));
        return keys;
    }

    private void openOnce(String key, Recorded event) {
        R row = view.apply(null, event);
        if (row != null) {
            String content = CanonicalJson.write(RowJson.tree(row));
            versions.open(key, event.effectiveOn(), event.position(), content, "{\"\":" + event.position() + "}");
        }
    }

    private void openNext(Subject<R> subject, Recorded event) {
        LocalDate day = event.effectiveOn();
        subject.reaches(day);
        if (subject.fold(view, event)) {
            if (subject.hasVersionOn(day)) {
                versions.close(subject.key(), day, event.position());
            }
            versions.open(subject.key(), day, event.position(), subject.content(), subject.setBy());
            subject.lastVersion(day);
        }
    }

    private void foldAgain(String key, Recorded event) {
        List<Recorded> known = events(versions.facts(List.of(key))).getOrDefault(key, List.of());
        List<Recorded> before = standing(
                key,
                known.stream()
                        .filter(fact -> fact.position() < event.position())
                        .toList());
        List<Recorded> after = standing(key, known);
        Subject<R> subject = new Subject<>(key);
        subjects.put(key, subject);
        LocalDate from = firstDifference(before, after);
        Iterator<Recorded> facts = after.iterator();
        TreeMap<LocalDate, List<Recorded>> since = new TreeMap<>();
        while (facts.hasNext()) {
            Recorded fact = facts.next();
            if (fact.effectiveOn().isBefore(from)) {
                subject.skip(view, fact);
            } else {
                since.computeIfAbsent(fact.effectiveOn(), _ -> new ArrayList<>())
                        .add(fact);
            }
        }
        known.forEach(fact -> subject.reaches(fact.effectiveOn()));
        believeAnew(subject, since, versions.believed(key, from), event.position());
    }

    /** Opens, for each day since something differs, what is now believed of it, where that is not what was believed. */
    private void believeAnew(
            Subject<R> subject, TreeMap<LocalDate, List<Recorded>> since, Versions.Believed believed, long position) {
        Version before = believed.before();
        subject.settle(before == null ? null : before.setBy());
        Map<LocalDate, Version> slots =
                believed.since().stream().collect(Collectors.toMap(Version::validFrom, slot -> slot));
        slots.keySet().forEach(day -> since.putIfAbsent(day, List.of()));
        String content = subject.content();
        String setBy = subject.setBy();
        if (before != null) {
            subject.lastVersion(before.validFrom());
        }
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
                versions.open(subject.key(), day.getKey(), position, content, setBy);
            }
            if (slot != null || !same) {
                subject.lastVersion(day.getKey());
            }
        }
    }

    private static LocalDate firstDifference(List<Recorded> before, List<Recorded> after) {
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

    /** Returns the facts of a row that stand, in the order of their effect. */
    private List<Recorded> standing(String key, List<Recorded> known) {
        Map<Long, Recorded> byPosition = new HashMap<>();
        known.forEach(event -> byPosition.put(event.position(), event));
        List<Fact<WaymarkEvent>> facts = known.stream().map(Recorded::fact).toList();
        return EffectOrder.standing(facts).stream()
                .map(fact -> byPosition.get(fact.position()))
                .filter(event -> view.keys(event).contains(key)) // a correction may concern other rows than its own
                .toList();
    }

    private Subject<R> subject(String key) {
        Subject<R> subject = subjects.get(key);
        if (subject == null) {
            remember(Set.of(key));
            subject = Objects.requireNonNull(subjects.get(key));
        }
        return subject;
    }

    /** Brings rows to mind that are about to be folded, by one query for all of them. */
    private void remember(Set<String> keys) {
        Set<String> missing = new HashSet<>(keys);
        missing.removeAll(subjects.keySet());
        Map<String, List<Recorded>> known =
                missing.isEmpty() || remembersAll ? Map.of() : events(versions.facts(missing));
        for (String key : missing) {
            List<Recorded> facts = known.get(key);
            if (facts == null) {
                versions.subject(key);
                subjects.put(key, new Subject<>(key));
            } else {
                subjects.put(key, recalled(key, facts));
            }
        }
    }

    private Subject<R> recalled(String key, List<Recorded> facts) {
        Subject<R> subject = new Subject<>(key);
        standing(key, facts).forEach(fact -> subject.skip(view, fact));
        Version last = versions.believed(key, AFTER_ALL).before();
        subject.settle(last == null ? null : last.setBy());
        facts.forEach(fact -> subject.reaches(fact.effectiveOn()));
        if (last != null) {
            subject.lastVersion(last.validFrom());
        }
        return subject;
    }

    /** Reads facts from the log, by row. */
    private Map<String, List<Recorded>> events(Collection<Versions.Place> places) {
        Map<String, Map<Long, Recorded>> streams = new HashMap<>();
        Map<String, List<Recorded>> events = new HashMap<>();
        for (Versions.Place place : places) {
            Recorded event =
                    streams.computeIfAbsent(place.stream(), this::byPosition).get(place.position());
            if (event == null) {
                throw new IllegalStateException(
                        "The log has no event at %d in %s any more".formatted(place.position(), place.stream()));
            }
            events.computeIfAbsent(place.key(), _ -> new ArrayList<>()).add(event);
        }
        return events;
    }

    private Map<Long, Recorded> byPosition(String stream) {
        return log.stream(stream).stream().collect(Collectors.toMap(Recorded::position, event -> event));
    }

    private void forget() {
        Iterator<Subject<R>> oldest = subjects.values().iterator();
        while (subjects.size() > REMEMBERED_ROWS) {
            oldest.next();
            oldest.remove();
            remembersAll = false;
        }
    }
}
