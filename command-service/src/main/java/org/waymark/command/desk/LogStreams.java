package org.waymark.command.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.waymark.events.Fact;
import org.waymark.events.Recorded;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.store.EventLog;

/**
 * What the log holds. Reads on in it before each command, over what this process recorded itself: keeps in mind which pack
 * each review has until a correction may have changed that, and tells which streams another process wrote, since this one
 * may hold them folded.
 */
final class LogStreams implements Streams {

    private static final int PAGE = 1_000;

    private final EventLog log;
    private final Consumer<String> writtenElsewhere;
    private final Map<String, String> packs = new ConcurrentHashMap<>();
    private final Set<String> sentHere = ConcurrentHashMap.newKeySet();

    /** Positions after {@link #read} that this process recorded itself: there is nothing to read at them. */
    private final Set<Long> recordedHere = new HashSet<>();

    private long read;

    /**
     * @param writtenElsewhere told the name of each stream that another process wrote
     */
    LogStreams(EventLog log, Consumer<String> writtenElsewhere) {
        this.log = log;
        this.writtenElsewhere = writtenElsewhere;
        this.read = log.position();
    }

    @Override
    public long position() {
        return log.position();
    }

    @Override
    public List<Fact<WaymarkEvent>> facts(String stream) {
        return log.stream(stream).stream().map(Recorded::fact).toList();
    }

    @Override
    public Map<String, List<Fact<WaymarkEvent>>> under(String prefix) {
        Map<String, List<Fact<WaymarkEvent>>> byName = new LinkedHashMap<>();
        for (Recorded recorded : log.streamsUnder(prefix)) {
            byName.computeIfAbsent(recorded.stream().substring(prefix.length()), _ -> new ArrayList<>())
                    .add(recorded.fact());
        }
        return byName;
    }

    @Override
    public Optional<String> pack(String reviewStream) {
        readOn();
        String known = packs.get(reviewStream);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<String> found = Streams.super.pack(reviewStream);
        found.ifPresent(pack -> packs.put(reviewStream, pack));
        return found;
    }

    private synchronized void readOn() {
        while (recordedHere.remove(read + 1)) {
            read++;
        }
        List<Recorded> page = log.position() > read ? log.read(read, PAGE) : List.of();
        while (!page.isEmpty()) {
            page.forEach(this::take);
            read = page.getLast().position();
            page = log.position() > read ? log.read(read, PAGE) : List.of();
        }
    }

    private void take(Recorded recorded) {
        boolean here = recordedHere.remove(recorded.position());
        if (recorded.event().on().corrects() != null) {
            packs.remove(recorded.stream());
        }
        String key = recorded.recorder().idempotencyKey();
        if (!here && (key == null || !sentHere.remove(key))) {
            writtenElsewhere.accept(recorded.stream());
        }
    }

    /** Notes that this process sends a command with a key: what it becomes was not written elsewhere. */
    void sending(String key) {
        sentHere.add(key);
    }

    /**
     * Notes what a command sent here became.
     *
     * @param corrects whether it took the place of another fact, which may have been the one that fixed the pack
     */
    synchronized void recorded(String key, String stream, long position, boolean corrects) {
        sentHere.remove(key);
        if (corrects) {
            packs.remove(stream);
        }
        if (position > read) {
            recordedHere.add(position);
        }
    }

    /** Notes that a command sent here became nothing. */
    void notRecorded(String key) {
        sentHere.remove(key);
    }
}
