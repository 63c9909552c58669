package org.waymark.query.image;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.waymark.events.Recorded;
import org.waymark.events.store.EventLog;

/**
 * The events themselves: those read last are at hand as long as a share of the heap holds them, the others are read again.
 * Throwing any of them away changes no answer.
 */
final class Events {

    /** What an event takes besides the characters of its texts: objects, names, days. */
    private static final int OBJECTS = 700;

    private final EventLog log;
    private final long budget;
    private final Deque<Known> held = new ArrayDeque<>();
    private long bytes;

    /**
     * @param budget bytes that the events at hand may take, about
     */
    Events(EventLog log, long budget) {
        this.log = log;
        this.budget = budget;
    }

    /** Returns the event of a fact. Waits for the log if it is not at hand. */
    Recorded of(Known known) {
        Recorded event = known.event;
        return event == null ? read(List.of(known)).get(known.position()) : event;
    }

    /** Reads those that are not at hand in one go. */
    void fetch(Collection<Known> wanted) {
        List<Known> missing =
                wanted.stream().filter(known -> known.event == null).toList();
        if (missing.size() > 1) {
            read(missing);
        }
    }

    private Map<Long, Recorded> read(List<Known> missing) {
        Map<Long, Recorded> found = new HashMap<>();
        log.at(missing.stream().map(Known::position).toList()).forEach(event -> found.put(event.position(), event));
        missing.forEach(known -> hold(known, found.get(known.position())));
        return found;
    }

    /** Keeps an event at hand, and lets go of those that were read first. */
    synchronized void hold(Known known, Recorded event) {
        known.event = event;
        held.add(known);
        bytes += size(event);
        while (bytes > budget && !held.isEmpty()) {
            Known first = held.remove();
            Recorded gone = first.event;
            first.event = null;
            bytes -= gone == null ? 0 : size(gone);
        }
    }

    /** Lets go of everything. */
    synchronized void forget() {
        held.forEach(known -> known.event = null);
        held.clear();
        bytes = 0;
    }

    /** Returns how many events are at hand. */
    synchronized int held() {
        return held.size();
    }

    private static long size(Recorded event) {
        return OBJECTS + 2L * event.characters();
    }
}
