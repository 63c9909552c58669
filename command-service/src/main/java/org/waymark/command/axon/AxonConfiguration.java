package org.waymark.command.axon;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.waymark.events.store.Appends;
import org.waymark.events.store.EventJson;
import org.waymark.events.store.EventLog;
import org.waymark.events.store.Receipts;

/**
 * What Axon keeps events in, every bean by its name: left to itself, Axon on Spring Boot 4 without JPA starts with no store
 * and no transactions, and says nothing.
 */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    @Bean("eventBus")
    LogEventStore eventStore(EventLog log, Appends appends, Receipts receipts) {
        return new LogEventStore(log, appends, receipts);
    }

    @Bean
    SmartInitializingSingleton storeAssertion(ObjectProvider<org.axonframework.config.Configuration> axon) {
        return () -> StoreAssertion.check(axon.getObject());
    }

    /** Axon does not start without one and would make one of XStream; nothing is written by it. */
    @Bean
    @Primary
    Serializer serializer() {
        return JacksonSerializer.builder()
                .objectMapper(EventJson.mapper().copy())
                .build();
    }
}
