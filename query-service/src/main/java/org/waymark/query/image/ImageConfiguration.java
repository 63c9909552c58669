package org.waymark.query.image;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.events.store.EventLog;
import org.waymark.events.store.ProcessEnd;

/** The image of all views, and the feed that keeps it. */
@Configuration(proxyBeanMethods = false)
public class ImageConfiguration {

    @Bean
    Image image(ObjectProvider<View<?, ?>> views, EventLog log) {
        return new Image(views.stream().toList(), log);
    }

    @Bean
    Feed feed(Image image, EventLog log, ProcessEnd end) {
        return new Feed(image, log, end);
    }
}
