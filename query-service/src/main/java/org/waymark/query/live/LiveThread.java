package org.waymark.query.live;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.events.store.ProcessEnd;

/**
 * The one thread on which the live channel does everything but decoding and sending. A deed that fails is logged and ends
 * neither the thread nor what is to be done again and again, as the heartbeat; a machine at its end ends the process.
 */
final class LiveThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveThread.class);

    private final ProcessEnd end;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live").factory());

    LiveThread(ProcessEnd end) {
        this.end = end;
    }

    /** Does something soon; nothing any more once it is closed. */
    void run(Runnable deed) {
        if (!thread.isShutdown()) {
            thread.execute(guarded(deed));
        }
    }

    /** Does something after a while. */
    void after(Duration wait, Runnable deed) {
        if (!thread.isShutdown()) {
            thread.schedule(guarded(deed), wait.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Does something again and again. */
    void every(Duration first, Duration then, Runnable deed) {
        thread.scheduleAtFixedRate(guarded(deed), first.toNanos(), then.toNanos(), TimeUnit.NANOSECONDS);
    }

    private Runnable guarded(Runnable deed) {
        return () -> {
            try {
                deed.run();
            } catch (VirtualMachineError thrown) {
                end.because("the live channel can't be kept", thrown);
            } catch (RuntimeException | Error defect) {
                LOG.error("The live channel failed", defect);
            }
        };
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
