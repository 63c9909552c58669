package org.waymark.query.upkeep;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.waymark.events.store.ProcessEnd;
import org.waymark.query.image.Feed;
import org.waymark.query.image.Image;

/**
 * Says DOWN when the process is about to end, OUT_OF_SERVICE until the log has been read, and DEGRADED when the image is late or rows of it can't be folded: pages
 * still answer, with what was known.
 */
final class ImageHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private final Image image;
    private final Feed feed;
    private final Lag lag;
    private final ProcessEnd end;

    ImageHealth(Image image, Feed feed, Lag lag, ProcessEnd end) {
        this.image = image;
        this.feed = feed;
        this.lag = lag;
        this.end = end;
    }

    @Override
    public Health health() {
        if (end.isNear()) {
            return Health.down().build();
        }
        Lag.Behind behind = lag.now();
        Health.Builder health = Health.up().withDetail("image", behind);
        List<Image.Stopped> stopped = image.stopped();
        if (!stopped.isEmpty()) {
            health.withDetail("stopped", stopped);
        }
        if (!feed.isCaughtUp()) {
            return health.outOfService().withDetail("reading", feed.progress()).build();
        }
        return !stopped.isEmpty() || behind.state() == Lag.State.STALE
                ? health.status(DEGRADED).build()
                : health.build();
    }
}
