package org.waymark.command;

import java.util.Map;
import org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.waymark.events.store.EventStoreConfiguration;

/** Starts what decides, in a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            MicrometerMetricsAutoConfiguration.class, // makes a second, stray meter registry
            UpdateCheckerAutoConfiguration.class, // calls home and writes into the home directory
            XStreamAutoConfiguration.class // events are JSON
        })
@Import({EventStoreConfiguration.class, CommandConfiguration.class})
public class CommandService {

    static void main(String[] arguments) {
        application().run(arguments);
    }

    /** Returns the application with the settings of both of its halves; a process's own come on top. */
    static SpringApplication application() {
        SpringApplication service = new SpringApplication(CommandService.class);
        service.setDefaultProperties(Map.of(
                "spring.application.name", "waymark-command",
                "server.address", "127.0.0.1", // nobody may record from elsewhere until there is access control
                "management.endpoints.web.exposure.include", "health, prometheus",
                "spring.main.banner-mode", "off",
                "spring.config.import", "classpath:waymark-log.yml,classpath:waymark-command.yml"));
        return service;
    }
}
