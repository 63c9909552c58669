package org.waymark.query.upkeep;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.waymark.events.store.EventLog;
import org.waymark.events.store.ProcessEnd;
import org.waymark.query.image.Feed;
import org.waymark.query.image.Image;
import org.waymark.query.image.Replay;
import org.waymark.query.image.View;

/** Metrics, health and replay of the image. */
@Configuration(proxyBeanMethods = false)
@Import(StatusController.class)
public class UpkeepConfiguration {

    @Bean
    Lag lag(Image image, EventLog log, Clock clock) {
        return new Lag(image, log, clock);
    }

    @Bean("imageHealthIndicator")
    ImageHealth imageHealth(Image image, Feed feed, Lag lag, ProcessEnd end) {
        return new ImageHealth(image, feed, lag, end);
    }

    @Bean
    ReplayEndpoint replayEndpoint(ObjectProvider<View<?, ?>> views, Image image, EventLog log, Clock clock) {
        return new ReplayEndpoint(new Replay(views.stream().toList(), image, log), image, clock);
    }

    @Bean
    MeterBinder imageMeters(Lag lag, Image image) {
        return meters -> {
            Gauge.builder("waymark.image.lag", lag, behind -> behind.now().lagSeconds())
                    .description("How long the oldest event has waited that the image has not taken")
                    .baseUnit("seconds")
                    .register(meters);
            Gauge.builder(
                            "waymark.image.lag.events",
                            lag,
                            behind -> behind.now().lagEvents())
                    .description("How many events the image has not taken")
                    .register(meters);
            Gauge.builder("waymark.image.events", image, Image::position)
                    .description("How many events the image has taken")
                    .register(meters);
            Gauge.builder("waymark.image.events.at.hand", image, Image::eventsAtHand)
                    .description("How many of the events are at hand, the others are read again when they are needed")
                    .register(meters);
            Gauge.builder(
                            "waymark.image.stopped",
                            image,
                            shown -> shown.stopped().size())
                    .description("How many rows can't be folded to their end, at most 20 are counted")
                    .register(meters);
        };
    }
}
