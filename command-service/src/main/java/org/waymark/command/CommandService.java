package org.waymark.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.waymark.events.store.EventStoreConfiguration;

/** Starts what decides, in a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            // calls home, writes into the home directory
            "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration",
            // events are JSON
            "org.axonframework.springboot.autoconfig.XStreamAutoConfiguration"
        })
@Import({EventStoreConfiguration.class, CommandConfiguration.class})
public class CommandService {

    static void main(String[] arguments) {
        SpringApplication.run(CommandService.class, arguments);
    }
}
