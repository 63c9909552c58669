package org.waymark.query;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.waymark.query.answer.AllRows;
import org.waymark.query.answer.AnswerConfiguration;
import org.waymark.query.answer.Moments;
import org.waymark.query.image.Feed;
import org.waymark.query.image.Image;
import org.waymark.query.image.ImageConfiguration;
import org.waymark.query.live.ImageLiveViews;
import org.waymark.query.live.LiveConfiguration;
import org.waymark.query.live.LiveViews;
import org.waymark.query.screen.ScreenConfiguration;
import org.waymark.query.upkeep.UpkeepConfiguration;

/** Everything that remembers: the image of its views, pages, live channel, upkeep and screen. Needs the event store. */
@Configuration(proxyBeanMethods = false)
@Import({
    ImageConfiguration.class,
    AnswerConfiguration.class,
    LiveConfiguration.class,
    UpkeepConfiguration.class,
    ScreenConfiguration.class
})
@ComponentScan(
        nameGenerator =
                FullyQualifiedAnnotationBeanNameGenerator.class, // both services in one context have a PeopleController
        value = {
            "org.waymark.query.reviews",
            "org.waymark.query.recommendations",
            "org.waymark.query.trail",
            "org.waymark.query.groups",
            "org.waymark.query.people"
        })
public class QueryConfiguration {

    @Bean
    LiveViews liveViews(AllRows all, Moments moments, Image image, Feed feed) {
        return new ImageLiveViews(all, moments, image, feed);
    }
}
