package org.waymark.command.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.events.Fact;
import org.waymark.events.Recorded;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.store.EventLog;

/** What the log holds. */
record LogStreams(EventLog log) implements Streams {

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
}
