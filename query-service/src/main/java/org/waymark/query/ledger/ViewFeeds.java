package org.waymark.query.ledger;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Starts the feeds of all views when everything is there, and stops them before the databases are closed. */
final class ViewFeeds implements SmartLifecycle {

    private final List<ViewFeed> feeds;
    private volatile boolean running;

    ViewFeeds(List<ViewFeed> feeds) {
        this.feeds = feeds;
    }

    @Override
    public void start() {
        feeds.forEach(ViewFeed::start);
        running = true;
    }

    @Override
    public void stop() {
        feeds.forEach(ViewFeed::stop);
        running = false;
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
