package org.waymark.command.axon;

import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;

/** Refuses a start unless Axon uses the log: it would quietly go on without one. */
final class StoreAssertion {

    private StoreAssertion() {}

    /**
     * Checks where Axon would publish events.
     *
     * @throws IllegalStateException if that is not the log
     */
    static void check(Configuration axon) {
        EventBus bus = axon.eventBus();
        if (!(bus instanceof LogEventStore)) {
            throw new IllegalStateException("Axon would publish events to a %s and lose them; it must use the log"
                    .formatted(bus.getClass().getSimpleName()));
        }
    }
}
