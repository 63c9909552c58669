package org.waymark.query.upkeep;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.waymark.events.store.EventLog;
import org.waymark.query.ledger.Ledger;
import org.waymark.query.ledger.Rebuild;
import org.waymark.query.ledger.View;

/** Metrics, health and replay of the views. */
@Configuration(proxyBeanMethods = false)
@Import(StatusController.class)
public class UpkeepConfiguration {

    @Bean
    Lag lag(ObjectProvider<View<?>> views, Ledger ledger, EventLog log, Clock clock) {
        return new Lag(views.stream().map(View::name).sorted().toList(), ledger, log, clock);
    }

    @Bean("viewsHealthIndicator")
    StalenessHealth staleness(Lag lag) {
        return new StalenessHealth(lag);
    }

    @Bean
    ReplayEndpoint replayEndpoint(Rebuild rebuild, EventLog log) {
        return new ReplayEndpoint(rebuild, log);
    }

    @Bean
    MeterBinder viewLag(Lag lag) {
        return meters -> lag.views().forEach(view -> {
            Gauge.builder("waymark.view.lag", lag, behind -> behind.of(view).lagSeconds())
                    .description("How long the oldest event has waited that the view has not folded")
                    .baseUnit("seconds")
                    .tag("view", view)
                    .register(meters);
            Gauge.builder(
                            "waymark.view.lag.events",
                            lag,
                            behind -> behind.of(view).lagEvents())
                    .description("How many events the view has not folded")
                    .tag("view", view)
                    .register(meters);
        });
    }
}
