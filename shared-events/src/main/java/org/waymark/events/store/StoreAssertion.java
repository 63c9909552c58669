package org.waymark.events.store;

import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Refuses to start unless Axon uses this event store: it would quietly go on without one. */
final class StoreAssertion implements SmartInitializingSingleton {

    private final ObjectProvider<Configuration> axon;

    StoreAssertion(ObjectProvider<Configuration> axon) {
        this.axon = axon;
    }

    @Override
    public void afterSingletonsInstantiated() {
        axon.ifAvailable(StoreAssertion::check);
    }

    static void check(Configuration axon) {
        EventBus bus = axon.eventBus();
        if (!(bus instanceof LogEventStore)) {
            throw new IllegalStateException("Axon would publish events to a %s and lose them; it must use the log"
                    .formatted(bus.getClass().getSimpleName()));
        }
    }
}
