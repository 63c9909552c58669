package org.waymark.command.desk;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.waymark.events.store.ProcessEnd;

/** Says DOWN from the moment in which it is known that this process records nothing any more. */
@Component("logHealthIndicator")
final class LogHealth implements HealthIndicator {

    private final ProcessEnd end;

    LogHealth(ProcessEnd end) {
        this.end = end;
    }

    @Override
    public Health health() {
        return (end.isNear() ? Health.down() : Health.up()).build();
    }
}
