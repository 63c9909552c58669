package org.waymark.query.answer;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.waymark.events.store.EventLog;
import org.waymark.query.ledger.Ledger;
import org.waymark.query.ledger.Positions;

/** How the read side is asked and answers. */
@Configuration(proxyBeanMethods = false)
@Import(ProblemAdvice.class)
public class AnswerConfiguration {

    @Bean
    Moments moments(Ledger ledger, EventLog log, Clock clock) {
        return new Moments(ledger, log, clock);
    }

    @Bean
    WebMvcConfigurer answers(Moments moments, Positions positions) {
        MomentInterceptor interceptor = new MomentInterceptor(moments, positions);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(interceptor);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(interceptor);
            }

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
                builder.addCustomConverter(new AnswerConverter());
            }
        };
    }
}
