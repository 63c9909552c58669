package org.waymark.command.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.store.EventJson;
import org.waymark.events.store.TestLog;

/** What is kept in mind of the log is given up when another process has written, and only then. */
class LogStreamsTest {

    private final List<String> writtenElsewhere = new ArrayList<>();
    private TestLog log;
    private LogStreams streams;

    @BeforeEach
    void open(@TempDir Path folder) {
        log = TestLog.onH2(folder);
        streams = new LogStreams(log.log(), writtenElsewhere::add);
        log.appends().whenAppended(streams::recordedHere);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void what_this_process_records_is_not_news() {
        log.append(scheduled("one"), 0);
        log.append(scheduled("two"), 0);
        assertThat(streams.pack("review/one")).hasValue("bylaws-2016");
        assertThat(writtenElsewhere).isEmpty();
    }

    @Test
    void what_another_records_between_is() {
        log.append(scheduled("one"), 0);
        log.appendElsewhere(scheduled("theirs"), 0);
        log.append(scheduled("two"), 0);
        log.append(scheduled("three"), 0);
        assertThat(streams.pack("review/theirs")).hasValue("bylaws-2016");
        assertThat(writtenElsewhere).containsExactly("review/theirs");

        log.append(scheduled("four"), 0);
        log.appendElsewhere(scheduled("theirs-too"), 0);
        streams.pack("review/one");
        assertThat(writtenElsewhere).containsExactly("review/theirs", "review/theirs-too");
    }

    private static WaymarkEvent scheduled(String review) {
        return EventJson.read("ReviewScheduled", """
                {"reviewId":"%s","on":{"occurredOn":"2026-01-01","by":{"role":"ORG"}},"kind":"ATRT","name":"A review",
                 "printedAs":"A","pack":"bylaws-2016"}""".formatted(review));
    }
}
