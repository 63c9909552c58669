package org.waymark.command.desk;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.events.rules.RulePacks;
import org.waymark.events.store.Appends;
import org.waymark.events.store.EventLog;
import org.waymark.events.store.Receipts;

/** The desk and what it needs of Axon. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    /** No transaction manager: the log's appender owns the one transaction there is. */
    @Bean
    CommandBus commandBus() {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(
                List.of(new MessageOriginProvider(), new SimpleCorrelationDataProvider(HandedOn.METADATA))));
        return bus;
    }

    @Bean
    Cache streamCache() {
        return new StreamCache();
    }

    @Bean
    CommandTargetResolver streamOfCommand() {
        return new StreamOfCommand();
    }

    @Bean
    Kinds kinds(List<StreamKind<?, ?>> kinds) {
        return new Kinds(kinds);
    }

    @Bean
    Surroundings surroundings(Clock clock, Standings standings) {
        return new Surroundings(clock, RulePacks.shipped(), standings);
    }

    @Bean
    LogStreams recordedStreams(EventLog log, Appends appends, Cache streamCache) {
        LogStreams streams = new LogStreams(log, streamCache::remove);
        appends.whenAppended(streams::recordedHere);
        return streams;
    }

    @Bean
    Reception reception(
            CommandGateway gateway,
            EventLog log,
            Receipts receipts,
            Kinds kinds,
            Surroundings surroundings,
            LogStreams recorded,
            MeterRegistry registry) {
        return new Reception(gateway, log, receipts, kinds, surroundings, recorded, registry);
    }
}
