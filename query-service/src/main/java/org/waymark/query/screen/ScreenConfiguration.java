package org.waymark.query.screen;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** The screen's files: what has its content's hash in its name is kept for ever, the rest is asked for again each time. */
@Configuration(proxyBeanMethods = false)
public class ScreenConfiguration {

    private static final String FILES = "classpath:/META-INF/resources/";

    @Bean
    WebMvcConfigurer screen() {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/assets/**")
                        .addResourceLocations(FILES + "assets/")
                        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .resourceChain(true)
                        .addResolver(new EncodedResourceResolver())
                        .addResolver(new PathResourceResolver());
                registry.addResourceHandler("/**")
                        .addResourceLocations(FILES)
                        .setCacheControl(CacheControl.noCache())
                        .resourceChain(true)
                        .addResolver(new EncodedResourceResolver())
                        .addResolver(new DeepLinks());
            }
        };
    }

    @Bean
    ScreenHeaders screenHeaders() {
        return new ScreenHeaders();
    }
}
