package org.waymark.standalone;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Says where Waymark is to be found once it answers; {@code ./dev up} waits for this line. */
class ReadyLine implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyLine.class);

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        Environment settings = ready.getApplicationContext().getEnvironment();
        LOG.info(
                "Waymark is ready at http://{}:{}/ after {} ms",
                settings.getProperty("server.address", "127.0.0.1"),
                settings.getProperty("local.server.port"),
                ready.getTimeTaken().toMillis());
    }
}
