package org.waymark.command.desk;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.waymark.events.store.LogMetaData;

/** Hands on from a command to its event who recorded it, in which capacity, by which pack and under which key. */
final class HandedOn implements CorrelationDataProvider {

    @Override
    public Map<String, ?> correlationDataFor(Message<?> command) {
        Map<String, Object> handedOn = new HashMap<>();
        LogMetaData.HANDED_ON.forEach(key -> {
            if (command.getMetaData().containsKey(key)) {
                handedOn.put(key, command.getMetaData().get(key));
            }
        });
        return handedOn;
    }
}
