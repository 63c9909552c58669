package org.waymark.query.image;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.waymark.events.Recorded;
import org.waymark.events.store.EventLog;
import org.waymark.events.store.ProcessEnd;

/**
 * Reads the log from its first event and then follows it: the image's one writer, woken by the durable position. What can't
 * be read is tried again; nothing is skipped. Another log, or a shorter one, begins the image anew.
 */
public final class Feed implements SmartLifecycle {

    private static final int AT_ONCE = 1_000;
    private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long SAY_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    private final Image image;
    private final EventLog log;
    private final ProcessEnd end;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Thread thread = Thread.ofPlatform().name("feed").daemon().unstarted(this::run);
    private final List<Runnable> waiting = new ArrayList<>();
    private long saidAt = System.nanoTime();
    private volatile boolean running;
    private volatile boolean caughtUp;

    public Feed(Image image, EventLog log, ProcessEnd end) {
        this.image = image;
        this.log = log;
        this.end = end;
    }

    /** Tells whether the image has come to where the log was; before that nobody is answered. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    /** Calls back once the image has come to where the log is; at once if it has. */
    public void whenCaughtUp(Runnable listener) {
        synchronized (waiting) {
            if (!caughtUp) {
                waiting.add(listener);
                return;
            }
        }
        listener.run();
    }

    private void catchUp() {
        List<Runnable> told;
        synchronized (waiting) {
            caughtUp = true;
            told = List.copyOf(waiting);
            waiting.clear();
        }
        told.forEach(Runnable::run);
    }

    /** Returns how far the image is, of where the log is. */
    public String progress() {
        long of = log.position();
        long at = image.position();
        return "%d of %d events are read (%d %%)".formatted(at, of, of == 0 ? 100 : 100 * at / of);
    }

    /** Pages of an image that nobody keeps would be wrong without saying so. */
    private void run() {
        try (EventLog.Subscription _ = log.whenDurable(_ -> wake())) {
            while (running) {
                keepUp();
            }
        } catch (RuntimeException | Error thrown) {
            end.because("the image can't be kept", thrown);
        }
    }

    private void keepUp() {
        try {
            follow();
        } catch (VirtualMachineError thrown) {
            throw thrown;
        } catch (RuntimeException | Error unread) {
            LOG.error("The log can't be read after {}; trying again", image.position(), unread);
            LockSupport.parkNanos(this, LOOK_AGAIN_NANOS);
        }
    }

    private void follow() {
        if (!log.epoch().equals(image.epoch()) || log.position() < image.position()) {
            LOG.warn("The log is another one, or was cut: it is read anew");
            caughtUp = false;
            image.begin();
        }
        List<Recorded> next = log.read(image.position(), AT_ONCE);
        image.take(next);
        if (!caughtUp && System.nanoTime() - saidAt > SAY_EVERY_NANOS) {
            saidAt = System.nanoTime();
            LOG.info("Reading the log: {}", progress());
        }
        if (next.isEmpty() || image.position() == log.position()) {
            catchUp();
            if (!woken.getAndSet(false)) {
                LockSupport.parkNanos(this, LOOK_AGAIN_NANOS);
            }
        }
    }

    private void wake() {
        woken.set(true);
        LockSupport.unpark(thread);
    }

    /** Reads the beginning at once, so that a short log is read before anybody asks; the rest beside what is starting. */
    @Override
    public void start() {
        running = true;
        readBeginning();
        thread.start();
    }

    private void readBeginning() {
        try {
            image.take(log.read(image.position(), AT_ONCE));
            if (image.position() == log.position()) {
                catchUp();
            }
        } catch (RuntimeException unread) {
            LOG.error("The log can't be read yet; trying again", unread);
        }
    }

    @Override
    public void stop() {
        running = false;
        wake();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server opens its door, and after it is closed. */
    @Override
    public int getPhase() {
        return 0;
    }
}
