package org.waymark.query.image;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Precision;
import org.waymark.events.Recorded;
import org.waymark.events.Retraction;

/**
 * The order of effect once more, from the sentences of the design and none of the code that it checks: slow, each question
 * answered from the list of what is known.
 */
public final class OrderOracle {

    /** A fact that stands, on the day on which it counts. */
    public record Standing(Recorded event, LocalDate day, LocalDate firstDay) {}

    private final List<Recorded> known;

    private OrderOracle(List<Recorded> known) {
        this.known = known;
    }

    /** Returns what stands of the facts known, in the order of its effect. */
    public static List<Standing> of(List<Recorded> known) {
        return new OrderOracle(known).order();
    }

    /**
     * Returns the positions of facts that name one which "stands no more", or which "a correction moved out" behind them.
     */
    static Set<Long> contradictions(List<Recorded> known) {
        OrderOracle oracle = new OrderOracle(known);
        List<Recorded> order = of(known).stream().map(Standing::event).toList();
        Set<Long> contradictions = new HashSet<>();
        for (Recorded naming : order) {
            for (String id : naming.event().on().after()) {
                oracle.byId(id, naming)
                        .map(named -> isRetraction(named) ? named : oracle.first(named))
                        .filter(named -> order.subList(0, order.indexOf(naming)).stream()
                                .noneMatch(before ->
                                        before == named || (!isRetraction(before) && oracle.first(before) == named)))
                        .ifPresent(_ -> contradictions.add(naming.position()));
            }
        }
        return contradictions;
    }

    private Optional<Recorded> byId(@Nullable String id, Recorded before) {
        return known.stream()
                .filter(event -> event.eventId().equals(id)
                        && event.stream().equals(before.stream())
                        && event.position() < before.position())
                .findFirst();
    }

    private static boolean isRetraction(Recorded event) {
        return event.event() instanceof Retraction;
    }

    /** "A chain is a first fact with all corrections of it." */
    private Recorded first(Recorded event) {
        Recorded first = event;
        while (!isRetraction(first)) {
            Optional<Recorded> corrected = byId(first.event().on().corrects(), first);
            if (corrected.isEmpty() || isRetraction(corrected.get())) {
                return first;
            }
            first = corrected.get();
        }
        return first;
    }

    private List<Recorded> chain(Recorded first, long until) {
        return known.stream()
                .filter(event -> event.position() <= until && !isRetraction(event) && first(event) == first)
                .toList();
    }

    /** "Retracting a retraction undoes exactly it": one that stands itself. */
    private boolean inForce(Recorded retraction, long until) {
        return retractions(until).stream()
                .noneMatch(later -> later.position() > retraction.position()
                        && byId(later.event().on().corrects(), later).orElse(null) == retraction
                        && inForce(later, until));
    }

    private List<Recorded> retractions(long until) {
        return known.stream()
                .filter(event -> event.position() <= until && isRetraction(event))
                .toList();
    }

    /** What a retraction takes out of the chain of what it names, by what was known when it was recorded. */
    private @Nullable Recorded meant(Recorded retraction) {
        Recorded named = byId(retraction.event().on().corrects(), retraction).orElse(null);
        if (named == null || isRetraction(named)) {
            return null;
        }
        if (((Retraction) retraction.event()).means() == Retraction.Means.NEVER_HAPPENED) {
            return first(named);
        }
        if (first(named) != named) {
            return named; // "takes out the correction that it names"
        }
        return value(named, retraction.position() - 1); // "naming the first fact: the last one"
    }

    private boolean isOut(Recorded first, long until) {
        return retractions(until).stream().filter(r -> inForce(r, until)).anyMatch(retraction -> {
            boolean along = ((Retraction) retraction.event())
                    .also().stream()
                            .flatMap(id -> byId(id, retraction).stream())
                            .anyMatch(also -> !isRetraction(also) && first(also) == first);
            return along || meant(retraction) == first;
        });
    }

    /** "It has one value, that of its last correction." */
    private Recorded value(Recorded first, long until) {
        return chain(first, until).reversed().stream()
                .filter(event -> event == first
                        || retractions(until).stream()
                                .noneMatch(retraction -> meant(retraction) == event && inForce(retraction, until)))
                .findFirst()
                .orElse(first);
    }

    private List<Standing> order() {
        long head = known.isEmpty() ? 0 : known.getLast().position();
        List<Fact> facts = new ArrayList<>();
        for (Recorded event : known) {
            if (isRetraction(event) ? inForce(event, head) : first(event) == event && !isOut(event, head)) {
                Recorded value = isRetraction(event) ? event : value(event, head);
                facts.add(new Fact(event, value, last(value), firstDay(value)));
            }
        }
        link(facts);
        Map<Fact, Key> keys = new HashMap<>();
        facts.forEach(fact -> key(fact, keys));
        return facts.stream()
                .sorted(Comparator.comparing(keys::get))
                .map(fact -> new Standing(fact.value, keys.get(fact).day(), fact.firstDay))
                .toList();
    }

    private static final class Fact {
        private final Recorded first;
        private final Recorded value;
        private final LocalDate last;
        private final LocalDate firstDay;
        private final List<Fact> namedBy = new ArrayList<>();

        Fact(Recorded first, Recorded value, LocalDate last, LocalDate firstDay) {
            this.first = first;
            this.value = value;
            this.last = last;
            this.firstDay = firstDay;
        }

        boolean comesBefore(Fact other) {
            return this == other || namedBy.stream().anyMatch(naming -> naming.comesBefore(other));
        }
    }

    private record Key(LocalDate day, long rank, int ahead, long own) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::day)
                    .thenComparing(Key::rank)
                    .thenComparing(Key::ahead, Comparator.reverseOrder())
                    .thenComparing(Key::own)
                    .compare(this, other);
        }
    }

    private void link(List<Fact> facts) {
        facts.stream()
                .sorted(Comparator.comparing(fact -> fact.value.position()))
                .forEach(naming -> naming.value
                        .event()
                        .on()
                        .after()
                        .forEach(id -> byId(id, naming.value)
                                .flatMap(named -> facts.stream()
                                        .filter(fact -> fact.first == (isRetraction(named) ? named : first(named)))
                                        .findFirst())
                                .filter(named -> !naming.comesBefore(named) && !named.namedBy.contains(naming))
                                .ifPresent(named -> named.namedBy.add(naming))));
    }

    /** "The day of the fact that names it or its own, rank of that, named before naming, own rank." */
    private static Key key(Fact fact, Map<Fact, Key> keys) {
        if (!keys.containsKey(fact)) {
            Key key = new Key(fact.last, fact.first.position(), 0, fact.first.position());
            for (Fact naming : fact.namedBy) {
                Key of = key(naming, keys);
                Key before = new Key(of.day(), of.rank(), of.ahead() + 1, fact.first.position());
                if (!of.day().isBefore(fact.firstDay) && !of.day().isAfter(fact.last) && before.compareTo(key) < 0) {
                    key = before;
                }
            }
            keys.put(fact, key);
        }
        return keys.get(fact);
    }

    /** "The last day of the interval, at most the recording day." */
    private static LocalDate last(Recorded event) {
        LocalDate on = event.event().on().occurredOn();
        LocalDate last = switch (event.event().on().precision()) {
            case DAY, BY -> on;
            case MONTH -> on.plusMonths(1).minusDays(1);
            case YEAR -> on.plusYears(1).minusDays(1);
        };
        LocalDate recorded =
                event.recordedAt().atOffset(java.time.ZoneOffset.UTC).toLocalDate();
        return last.isAfter(recorded) ? recorded : last;
    }

    private static LocalDate firstDay(Recorded event) {
        LocalDate on = event.event().on().occurredOn();
        LocalDate last = last(event);
        return event.event().on().precision() == Precision.BY ? LocalDate.MIN : on.isAfter(last) ? last : on;
    }
}
