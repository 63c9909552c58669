package org.waymark.command.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.waymark.events.Fact;
import org.waymark.events.Recorded;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.review.CourseEvent.ReviewScheduled;
import org.waymark.events.store.EventLog;

/** What the log holds. Keeps in mind which pack each review has, and reads on in the log to learn when that changes. */
final class LogStreams implements Streams {

    private static final int PAGE = 1_000;

    private final EventLog log;
    private final Map<String, Optional<String>> packs = new ConcurrentHashMap<>();
    private long read;

    LogStreams(EventLog log) {
        this.log = log;
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
        return packs.computeIfAbsent(reviewStream, Streams.super::pack);
    }

    private synchronized void readOn() {
        List<Recorded> page = log.position() > read ? log.read(read, PAGE) : List.of();
        while (!page.isEmpty()) {
            for (Recorded recorded : page) {
                if (recorded.event() instanceof ReviewScheduled
                        || recorded.event().on().corrects() != null) {
                    packs.remove(recorded.stream());
                }
            }
            read = page.getLast().position();
            page = log.position() > read ? log.read(read, PAGE) : List.of();
        }
    }
}
