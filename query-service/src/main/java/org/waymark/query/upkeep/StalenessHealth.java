package org.waymark.query.upkeep;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Says DEGRADED when a view is stale: pages still answer, with what the view knew when it stopped. */
final class StalenessHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private final Lag lag;

    StalenessHealth(Lag lag) {
        this.lag = lag;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (Lag.Behind behind : lag.all()) {
            health.withDetail(behind.view(), behind);
            if (behind.state() == Lag.State.STALE) {
                health.status(DEGRADED);
            }
        }
        return health.build();
    }
}
