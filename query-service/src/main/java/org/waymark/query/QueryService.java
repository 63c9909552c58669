package org.waymark.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.waymark.events.store.EventStoreConfiguration;

/** Starts what remembers, by itself, on a log that another process writes. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({EventStoreConfiguration.class, QueryConfiguration.class})
public class QueryService {

    static void main(String[] arguments) {
        SpringApplication.run(QueryService.class, arguments);
    }
}
