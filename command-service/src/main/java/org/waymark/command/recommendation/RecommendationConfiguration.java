package org.waymark.command.recommendation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the stream of recommendations to the desk. */
@Configuration(proxyBeanMethods = false)
class RecommendationConfiguration {

    @Bean
    Recommendations recommendationStreams() {
        return new Recommendations();
    }
}
