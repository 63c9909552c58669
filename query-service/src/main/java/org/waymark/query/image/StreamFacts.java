package org.waymark.query.image;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.events.EffectOrder;
import org.waymark.events.EffectOrder.Place;
import org.waymark.events.Links;
import org.waymark.events.Recorded;
import org.waymark.events.Retraction;

/** The facts of one stream, as they became known. Written by one thread, read by any. */
final class StreamFacts {

    private final String name;
    private final Events events;
    private final Map<LocalDate, LocalDate> days;
    private volatile Grown<Known> facts = Grown.empty();

    /** The first position at which a fact says what came before it; beyond all if none does. */
    private volatile long wordsSince = Long.MAX_VALUE;

    /**
     * @param days each day once, whatever stream has a fact of it
     */
    StreamFacts(String name, Events events, Map<LocalDate, LocalDate> days) {
        this.name = name;
        this.events = events;
        this.days = days;
    }

    /** Returns the one object for a day. */
    LocalDate same(LocalDate day) {
        return days.computeIfAbsent(day, same -> same);
    }

    String name() {
        return name;
    }

    /** Takes the next event of the stream. */
    Known take(Recorded event) {
        Links links = Links.of(
                event.position(),
                event.event().on(),
                event.event() instanceof Retraction retraction ? retraction : null,
                this::byId,
                facts);
        Known known = new Known(event, this, links);
        if (!links.after().isEmpty()) {
            wordsSince = Math.min(wordsSince, event.position());
        }
        facts = facts.plus(known);
        return known;
    }

    /** Tells whether the place of some fact known at a position hangs on the word of another. */
    boolean hasWords(long knownAt) {
        return wordsSince <= knownAt;
    }

    /** Returns the positions of facts that say they came after others which stand after them, or stand no more. */
    Set<Long> contradictions(long knownAt) {
        Map<Long, Integer> places = new HashMap<>();
        List<Place<Known>> order = EffectOrder.of(
                facts.stream().filter(fact -> fact.position() <= knownAt).toList());
        order.forEach(place -> places.put(place.fact().links().chain(), places.size()));
        Set<Long> contradictions = new HashSet<>();
        for (Place<Known> place : order) {
            Links links = place.fact().links();
            boolean kept = links.after().stream()
                    .map(named -> at(named).map(fact -> places.get(fact.links().chain())))
                    .allMatch(named -> named.isPresent() && named.get() < places.get(links.chain()));
            if (!kept) {
                contradictions.add(place.fact().position());
            }
        }
        return contradictions;
    }

    Grown<Known> facts() {
        return facts;
    }

    private Optional<Known> byId(String eventId) {
        long hash = Known.hash(eventId);
        return facts.reversed().stream()
                .filter(known -> known.mayBe(hash) && events.of(known).eventId().equals(eventId))
                .findFirst();
    }

    private Optional<Known> at(long position) {
        return facts.reversed().stream()
                .filter(known -> known.position() == position)
                .findFirst();
    }

    /** Returns the facts whose standing, place or word can be another one because of a fact, itself among them. */
    Set<Known> touched(Known fact) {
        if (fact.isPlain()) {
            return Set.of(fact);
        }
        Set<Known> touched = new LinkedHashSet<>();
        Deque<Known> next = new ArrayDeque<>(List.of(fact));
        while (!next.isEmpty()) {
            Known known = next.remove();
            if (touched.add(known)) {
                next.addAll(named(known.links()));
            }
        }
        return touched;
    }

    private List<Known> named(Links links) {
        List<Known> named = new ArrayList<>(chain(links.chain()));
        at(links.takesBack()).ifPresent(named::add);
        links.takesOut().forEach(chain -> named.addAll(chain(chain)));
        links.after().forEach(position -> at(position).ifPresent(named::add));
        if (hasWords(Long.MAX_VALUE - 1)) {
            named.addAll(naming(links.chain()));
        }
        return named;
    }

    /** Returns the facts that say they came after one of a chain. */
    private List<Known> naming(long chain) {
        return facts.stream()
                .filter(fact -> fact.links().after().stream()
                        .flatMap(position -> at(position).stream())
                        .anyMatch(named -> named.links().chain() == chain))
                .toList();
    }

    private List<Known> chain(long first) {
        return facts.stream().filter(known -> known.links().chain() == first).toList();
    }
}
