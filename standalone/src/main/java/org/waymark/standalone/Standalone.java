package org.waymark.standalone;

import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.waymark.command.CommandConfiguration;
import org.waymark.events.store.EventStoreConfiguration;
import org.waymark.query.QueryConfiguration;

/** Starts Waymark whole: what decides and what remembers, on one log, in one process. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            UpdateCheckerAutoConfiguration.class, // calls home and writes into the home directory
            XStreamAutoConfiguration.class // events are JSON
        })
@Import({EventStoreConfiguration.class, CommandConfiguration.class, QueryConfiguration.class, ReadyLine.class})
public class Standalone {

    static void main(String[] arguments) {
        SpringApplication.run(Standalone.class, arguments);
    }
}
