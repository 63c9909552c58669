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
import org.waymark.query.image.Feed;
import org.waymark.query.image.Image;

/** How the read side is asked and answers. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ChangesController.class, OpenApiController.class})
public class AnswerConfiguration {

    @Bean
    Moments moments(Image image, EventLog log, Clock clock) {
        return new Moments(image, log, clock);
    }

    @Bean
    AllRows allRows(ObjectProvider<Rows<?>> rows) {
        return new AllRows(rows.stream().toList());
    }

    @Bean
    WebMvcConfigurer answers(Moments moments, Image image, Feed feed) {
        MomentInterceptor interceptor = new MomentInterceptor(moments, image, feed);
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
