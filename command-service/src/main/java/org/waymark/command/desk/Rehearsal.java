package org.waymark.command.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.events.Fact;
import org.waymark.events.WaymarkEvent;

/**
 * What would be recorded on top of what is: commands are tried one on the other, nothing is kept. Reads each stream once.
 */
final class Rehearsal implements Streams {

    private final Streams recorded;
    private final Map<String, List<Fact<WaymarkEvent>>> rehearsed = new LinkedHashMap<>();
    private long position;

    Rehearsal(Streams recorded) {
        this.recorded = recorded;
        this.position = recorded.position();
    }

    void add(WaymarkEvent event, LocalDate today) {
        position++;
        rehearsed
                .computeIfAbsent(event.stream(), recorded::factsToExtend)
                .add(new Fact<>("rehearsed-" + position, position, event.on().effectiveOn(today), event));
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public List<Fact<WaymarkEvent>> facts(String stream) {
        return rehearsed.computeIfAbsent(stream, recorded::factsToExtend);
    }

    @Override
    public Map<String, List<Fact<WaymarkEvent>>> under(String prefix) {
        Map<String, List<Fact<WaymarkEvent>>> byName = new LinkedHashMap<>(recorded.under(prefix));
        rehearsed.forEach((stream, facts) -> {
            if (stream.startsWith(prefix) && !facts.isEmpty()) {
                byName.put(stream.substring(prefix.length()), facts);
            }
        });
        return byName;
    }
}
