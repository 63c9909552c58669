package org.waymark.query.ledger;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Starts the feeds of all views when everything is there, and stops them before the databases are closed. Looks as well how
 * far the views have come that another process feeds, and drops what is shown no more.
 */
final class ViewFeeds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ViewFeeds.class);
    private static final int LOOK_EVERY_MILLIS = 100;

    private final Views views;
    private final List<ViewFeed> feeds;
    private final Runs runs;
    private final Positions positions;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("view-positions").daemon().factory());
    private final Thread dropping =
            Thread.ofPlatform().name("leftover-runs").daemon().unstarted(this::dropLeftovers);
    private volatile boolean running;

    ViewFeeds(Views views, List<ViewFeed> feeds, Runs runs, Positions positions) {
        this.views = views;
        this.feeds = feeds;
        this.runs = runs;
        this.positions = positions;
    }

    @Override
    public void start() {
        feeds.forEach(ViewFeed::start);
        looking.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        running = true;
        dropping.start();
    }

    private void dropLeftovers() {
        try {
            views.dropLeftovers(() -> running);
        } catch (DataAccessException unreachable) {
            LOG.warn("Can't drop what is shown no more; trying at the next start", unreachable);
        }
    }

    private void look() {
        try {
            runs.positions().forEach(positions::reached);
        } catch (DataAccessException unreachable) {
            LOG.warn("Can't see how far the views have come; looking again", unreachable);
        }
    }

    @Override
    public void stop() {
        running = false;
        looking.shutdownNow();
        feeds.forEach(ViewFeed::stop);
        try {
            dropping.join(); // interrupted, it would close the file under the others
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
