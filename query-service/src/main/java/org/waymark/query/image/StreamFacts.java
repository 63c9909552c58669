package org.waymark.query.image;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Returns the facts whose standing or place can be another one because of a fact, itself among them. */
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
        return named;
    }

    private List<Known> chain(long first) {
        return facts.stream().filter(known -> known.links().chain() == first).toList();
    }
}
