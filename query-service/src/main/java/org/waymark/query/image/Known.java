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
import java.util.TreeMap;
import org.waymark.events.EffectOrder;
import org.waymark.events.Links;
import org.waymark.events.Recorded;
import org.waymark.events.Retraction;

/** An event as one fact among those of its stream: what places it, and what it is to the others. */
public record Known(Recorded event, LocalDate firstDay, LocalDate effectiveOn, Links links)
        implements EffectOrder.Placed {

    @Override
    public long position() {
        return event.position();
    }

    @Override
    public boolean retracts() {
        return event.event().retracts();
    }

    /** The facts of one stream, as they became known. */
    public static final class Stream {

        private final TreeMap<Long, Known> byPosition = new TreeMap<>();

        /** Takes the next event of the stream. */
        public Known take(Recorded event) {
            Links links = Links.of(
                    event.position(),
                    event.event().on(),
                    event.event() instanceof Retraction retraction ? retraction : null,
                    this::byId,
                    byPosition.values());
            Known known = new Known(event, event.firstDay(), event.effectiveOn(), links);
            byPosition.put(event.position(), known);
            return known;
        }

        public Map<Long, Known> byPosition() {
            return byPosition;
        }

        private Optional<Known> byId(String eventId) {
            return byPosition.values().stream()
                    .filter(known -> known.event().eventId().equals(eventId))
                    .findFirst();
        }

        /** Returns the facts whose standing or place can be another one because of a fact, itself among them. */
        public Set<Known> touched(Known fact) {
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
            if (links.takesBack() != Links.NONE) {
                named.add(byPosition.get(links.takesBack()));
            }
            links.takesOut().forEach(chain -> named.addAll(chain(chain)));
            links.after().forEach(position -> named.add(byPosition.get(position)));
            return named;
        }

        private List<Known> chain(long first) {
            return byPosition.values().stream()
                    .filter(known -> known.links().chain() == first)
                    .toList();
        }
    }
}
