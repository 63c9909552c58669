package org.waymark.events.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.events.store.TestEvents.noted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogOnH2Test extends EventLogContract {

    @Override
    TestLog open() {
        try {
            return TestLog.onH2(Files.createTempDirectory("log"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void a_reopened_log_is_the_same_log(@TempDir Path folder) {
        String epoch;
        try (TestLog first = TestLog.onH2(folder)) {
            epoch = first.log().epoch();
            first.append(noted("ssr2", "kept"), 0);
        }
        try (TestLog second = TestLog.onH2(folder)) {
            assertThat(second.log().epoch()).isEqualTo(epoch);
            assertThat(second.log().position()).isEqualTo(1);
            assertThat(second.append(noted("ssr2", "next"), 1)).isEqualTo(2);
        }
    }

    @Test
    void a_log_with_a_hole_is_refused(@TempDir Path folder) {
        try (TestLog log = TestLog.onH2(folder)) {
            log.append(noted("ssr2", "one"), 0);
            log.append(noted("ssr2", "two"), 1);
            log.jdbc().sql("DELETE FROM event WHERE position = 1").update();
        }
        assertThatThrownBy(() -> TestLog.onH2(folder)).rootCause().hasMessageContaining("without gaps");
    }

    @Test
    void a_database_set_to_lose_commits_is_refused(@TempDir Path folder) {
        String careless = TestLog.h2(folder).replace("WRITE_DELAY=0", "WRITE_DELAY=500");
        assertThatThrownBy(() -> TestLog.on(careless, Map.of())).rootCause().hasMessageContaining("WRITE_DELAY = 500");
    }

    @Test
    void a_file_that_was_cut_off_is_not_taken_for_a_new_log(@TempDir Path folder) throws IOException {
        try (TestLog log = TestLog.onH2(folder)) {
            log.append(noted("ssr2", "one"), 0);
        }
        try (FileChannel file = FileChannel.open(folder.resolve("log.mv.db"), StandardOpenOption.WRITE)) {
            file.truncate(8_192);
        }
        assertThatThrownBy(() -> TestLog.onH2(folder)).rootCause().hasMessageContaining("holds no log");
    }
}
