package org.waymark.query.answer;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
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
import org.waymark.query.ledger.View;

/** How the read side is asked and answers. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ChangesController.class, OpenApiController.class})
public class AnswerConfiguration {

    @Bean
    Moments moments(Ledger ledger, EventLog log, Clock clock, ObjectProvider<View<?>> views) {
        return new Moments(ledger, log, clock, views.stream().map(View::name).toList());
    }

    @Bean
    AllRows allRows(Ledger ledger, ObjectProvider<View<?>> views, ObjectProvider<Rows<?>> rows) {
        return new AllRows(ledger, views.stream().toList(), rows.stream().toList());
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
