package org.waymark.command.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
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
    private final AtomicLong read;

    /** What this process recorded itself after {@link #read}, and after what another did: first and last positions. */
    private final NavigableMap<Long, Long> recordedHere = new ConcurrentSkipListMap<>();

    /**
     * @param writtenElsewhere told the name of each stream that another process wrote
     */
    LogStreams(EventLog log, Consumer<String> writtenElsewhere) {
        this.log = log;
        this.writtenElsewhere = writtenElsewhere;
        this.read = new AtomicLong(log.position());
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

    private void readOn() {
        if (log.position() > read.get()) {
            readWhatOthersWrote();
        }
    }

    private synchronized void readWhatOthersWrote() {
        List<Recorded> page = log.read(read.get(), PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(recorded -> !isOurs(recorded.position())).forEach(this::take);
            long last = page.getLast().position();
            read.accumulateAndGet(last, Math::max);
            recordedHere.headMap(last, true).values().removeIf(end -> end <= last);
            page = log.position() > last ? log.read(last, PAGE) : List.of();
        }
    }

    private boolean isOurs(long position) {
        Map.Entry<Long, Long> batch = recordedHere.floorEntry(position);
        return batch != null && position <= batch.getValue();
    }

    private void take(Recorded recorded) {
        if (recorded.event().on().corrects() != null) {
            packs.remove(recorded.stream());
        }
        writtenElsewhere.accept(recorded.stream());
    }

    /** Takes note of what this process recorded itself: if nobody else wrote before it, there is nothing to read. */
    void recordedHere(long first, long last) {
        if (!read.compareAndSet(first - 1, last)) {
            recordedHere.put(first, last);
        }
    }

    /** Forgets what was read of a stream whose facts are no longer what they were. */
    void corrected(String stream) {
        packs.remove(stream);
    }
}
