package org.waymark.standalone;

import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.waymark.query.image.Feed;

/** Says where Waymark is to be found once it answers, which is when the log has been read; {@code ./dev up} waits for this line. */
class ReadyLine implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyLine.class);

    private final Feed feed;

    ReadyLine(Feed feed) {
        this.feed = feed;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        Environment settings = ready.getApplicationContext().getEnvironment();
        feed.whenCaughtUp(() -> LOG.info(
                "Waymark is ready at http://{}:{}/ after {} ms",
                settings.getProperty("server.address", "127.0.0.1"),
                settings.getProperty("local.server.port"),
                ManagementFactory.getRuntimeMXBean().getUptime()));
    }
}
