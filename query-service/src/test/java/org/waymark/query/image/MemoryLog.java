package org.waymark.query.image;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import org.waymark.events.PersonId;
import org.waymark.events.Recorded;
import org.waymark.events.Recorder;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.store.EventLog;

/** A log in memory, for tests that need no disk. */
public final class MemoryLog implements EventLog {

    private static final Recorder RECORDER = new Recorder(new PersonId("recorder-1"), "ORG", false, null, null);

    private final List<Recorded> events = new CopyOnWriteArrayList<>();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private String epoch = "epoch-1";

    public Recorded append(WaymarkEvent event, Instant at) {
        long position = events.size() + 1L;
        long version = stream(event.stream()).size();
        String id = new UUID(0, position).toString();
        Recorded recorded = new Recorded(id, position, event.stream(), version, at, RECORDER, event);
        events.add(recorded);
        listeners.forEach(listener -> listener.accept(position));
        return recorded;
    }

    public void becomeAnother(String other, int length) {
        epoch = other;
        while (events.size() > length) {
            events.removeLast();
        }
    }

    @Override
    public String epoch() {
        return epoch;
    }

    @Override
    public long position() {
        return events.size();
    }

    @Override
    public List<Recorded> read(long after, int limit) {
        return events.stream().skip(after).limit(limit).toList();
    }

    @Override
    public List<Recorded> at(Collection<Long> positions) {
        return positions.stream()
                .distinct()
                .sorted()
                .map(position -> events.get(Math.toIntExact(position) - 1))
                .toList();
    }

    @Override
    public List<Recorded> stream(String stream) {
        return events.stream().filter(event -> event.stream().equals(stream)).toList();
    }

    @Override
    public List<Recorded> streamsUnder(String prefix) {
        return events.stream()
                .filter(event -> event.stream().startsWith(prefix))
                .toList();
    }

    @Override
    public long stampedBy(Instant instant) {
        return events.stream()
                .filter(event -> !event.recordedAt().isAfter(instant))
                .mapToLong(Recorded::position)
                .max()
                .orElse(0);
    }

    @Override
    public Subscription whenDurable(LongConsumer listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
