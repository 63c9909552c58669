package org.waymark.query.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.waymark.query.image.Known;
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
        Set<Known> touched = touched(event);
        Set<String> keys = new LinkedHashSet<>(view.keys(event));
        touched.forEach(other -> keys.addAll(view.keys(other.event())));
        for (String key : keys) {
            Subject<R> subject = subject(key);
            versions.fact(new Place(key, event.position(), event.effectiveOn(), null));
            if (subject.comesInOrder(event)) {
                openNext(subject, event);
            } else {
                foldAgain(subject, event);
            }
        }
    }

    /** Returns the facts of the stream that stand or count otherwise because of an event; none if it names no other. */
    private Set<Known> touched(Recorded event) {
        if (event.event().on().corrects() == null
                && event.event().on().after().isEmpty()
                && !event.event().retracts()) {
            return Set.of();
        }
        Known.Stream stream = known(event.stream(), event.position());
        return stream.touched(stream.byPosition().get(event.position()));
    }

    private Known.Stream known(String stream, long until) {
        Known.Stream known = new Known.Stream();
        log.stream(stream).stream()
                .filter(recorded -> recorded.position() <= until)
                .forEach(known::take);
        return known;
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
        List<Known> known = known(was.key(), event);
        List<EffectOrder.Place<Known>> before = EffectOrder.of(known.subList(0, known.size() - 1));
        List<EffectOrder.Place<Known>> after = EffectOrder.of(known);
        LocalDate from = firstDifference(before, after);
        TreeMap<LocalDate, List<Recorded>> since = new TreeMap<>();
        for (EffectOrder.Place<Known> place : after) {
            Recorded fact = place.fact().event();
            if (!place.day().isBefore(from) && view.keys(fact).contains(was.key())) {
                since.computeIfAbsent(place.day(), _ -> new ArrayList<>()).add(fact);
            }
        }
        Subject<R> subject = was.again();
        subjects.put(was.key(), subject);
        subject.reaches(event.effectiveOn());
        believeAnew(subject, since, versions.believed(was.key(), from), event.position());
    }

    /** Returns all facts of the streams of a row up to an event, in the order of their positions. */
    private List<Known> known(String key, Recorded event) {
        return log.at(versions.facts(key)).stream()
                .map(Recorded::stream)
                .distinct()
                .flatMap(stream -> known(stream, event.position()).byPosition().values().stream())
                .sorted(Comparator.comparingLong(Known::position))
                .toList();
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

    private static LocalDate firstDifference(
            List<EffectOrder.Place<Known>> before, List<EffectOrder.Place<Known>> after) {
        int index = 0;
        while (index < before.size()
                && index < after.size()
                && before.get(index).equals(after.get(index))) {
            index++;
        }
        LocalDate was = index < before.size() ? before.get(index).day() : AFTER_ALL;
        LocalDate is = index < after.size() ? after.get(index).day() : AFTER_ALL;
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
