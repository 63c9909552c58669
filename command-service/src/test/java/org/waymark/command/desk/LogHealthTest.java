package org.waymark.command.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.waymark.events.store.ProcessEnd;

class LogHealthTest {

    @Test
    void health_is_down_once_nothing_is_recorded_any_more() {
        ProcessEnd end = new ProcessEnd(_ -> {}, Duration.ZERO);
        LogHealth health = new LogHealth(end);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        end.because("a test", new OutOfMemoryError());
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }
}
