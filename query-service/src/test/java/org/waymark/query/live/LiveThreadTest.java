package org.waymark.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.waymark.events.store.ProcessEnd;

/** The thread that everything live hangs on. */
class LiveThreadTest {

    private static final Duration SOON = Duration.ofMillis(1);

    private final BlockingQueue<Integer> done = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> exits = new LinkedBlockingQueue<>();
    private final ProcessEnd end = new ProcessEnd(exits::add, Duration.ZERO);

    private Integer next(BlockingQueue<Integer> queue) throws InterruptedException {
        return queue.poll(60, TimeUnit.SECONDS);
    }

    @Test
    void goes_on_with_what_is_done_again_and_again_whatever_is_thrown() throws InterruptedException {
        AtomicInteger times = new AtomicInteger();
        try (LiveThread live = new LiveThread(end)) {
            live.every(SOON, SOON, () -> {
                int time = times.incrementAndGet();
                if (time == 1) {
                    throw new AssertionError("never thought of");
                }
                if (time == 2) {
                    throw new IllegalStateException("neither of that");
                }
                done.add(time);
            });
            assertThat(next(done)).isEqualTo(3);
        }
        assertThat(exits).isEmpty();
    }

    @Test
    void ends_the_process_with_a_machine_that_is_at_its_end() throws InterruptedException {
        try (LiveThread live = new LiveThread(end)) {
            live.after(SOON, () -> {
                throw new OutOfMemoryError("no more");
            });
            assertThat(next(exits)).isEqualTo(70);
            assertThat(end.isNear()).isTrue();
        }
    }
}
