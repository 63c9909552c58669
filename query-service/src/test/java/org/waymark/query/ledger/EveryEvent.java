package org.waymark.query.ledger;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Recorded;

/** A view for tests with a row of its own for each event, as the trail has. */
public final class EveryEvent implements View<EveryEvent.EventRow> {

    public record EventRow(long position, String type) {}

    @Override
    public String name() {
        return "every-event";
    }

    @Override
    public Class<EventRow> rowType() {
        return EventRow.class;
    }

    @Override
    public Set<String> keys(Recorded recorded) {
        return Set.of(Long.toString(recorded.position()));
    }

    @Override
    public EventRow apply(@Nullable EventRow row, Recorded recorded) {
        return new EventRow(recorded.position(), recorded.type());
    }

    @Override
    public boolean correctionsReplace() {
        return false;
    }
}
