package org.waymark.events.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The end of a process that can't go on. */
class ProcessEndTest {

    private final BlockingQueue<Integer> exits = new LinkedBlockingQueue<>();

    @Test
    void is_told_by_health_before_it_comes_with_the_code_of_a_software_error() throws InterruptedException {
        ProcessEnd[] end = new ProcessEnd[1];
        BlockingQueue<Boolean> near = new LinkedBlockingQueue<>();
        end[0] = new ProcessEnd(
                code -> {
                    near.add(end[0].isNear());
                    exits.add(code);
                },
                Duration.ofMillis(10));
        assertThat(end[0].isNear()).isFalse();
        end[0].because("a test", new OutOfMemoryError());
        assertThat(exits.poll(60, TimeUnit.SECONDS)).isEqualTo(70);
        assertThat(near).containsExactly(true);
    }

    @Test
    void comes_once() throws InterruptedException {
        ProcessEnd end = new ProcessEnd(exits::add, Duration.ZERO);
        end.because("a test", new OutOfMemoryError());
        end.because("another", new StackOverflowError());
        assertThat(exits.poll(60, TimeUnit.SECONDS)).isEqualTo(70);
        assertThat(exits).isEmpty();
    }
}
