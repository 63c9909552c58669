package org.waymark.command.review;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the stream of reviews to the desk. */
@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

    @Bean
    Reviews reviewStreams() {
        return new Reviews();
    }
}
