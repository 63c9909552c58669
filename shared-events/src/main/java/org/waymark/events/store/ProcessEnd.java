package org.waymark.events.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a process that can't be trusted any more: a thread died that everything hangs on, or the machine under it is at its end,
 * as when memory runs out in the midst of an append. It ends with code 70 ({@code sysexits.h}: an error of the software
 * itself), a moment after it said so: those who wait are answered until then, and health is DOWN. Whoever starts it again finds
 * all that was acknowledged.
 */
public final class ProcessEnd {

    private static final int SOFTWARE_ERROR = 70;
    private static final Logger LOG = LoggerFactory.getLogger(ProcessEnd.class);

    private final IntConsumer exit;
    private final Duration grace;
    private final AtomicBoolean near = new AtomicBoolean();

    /**
     * @param exit ends the process with a code
     * @param grace how long those who wait have to be answered
     */
    public ProcessEnd(IntConsumer exit, Duration grace) {
        this.exit = exit;
        this.grace = grace;
    }

    /** Tells whether the process is about to end. */
    public boolean isNear() {
        return near.get();
    }

    /** Ends the process soon; returns at once. What is said later is passed over. */
    public void because(String what, Throwable why) {
        if (near.getAndSet(true)) {
            return;
        }
        try {
            LOG.error("The process ends: {}", what, why);
            Thread.ofPlatform().name("end").daemon().start(this::endAfterGrace);
        } catch (VirtualMachineError noThread) {
            exit.accept(SOFTWARE_ERROR);
        }
    }

    private void endAfterGrace() {
        long deadline = System.nanoTime() + grace.toNanos();
        for (long left = grace.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        exit.accept(SOFTWARE_ERROR);
    }
}
