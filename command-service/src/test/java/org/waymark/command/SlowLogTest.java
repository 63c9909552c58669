package org.waymark.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.events.store.EventLog;

/** A log that does not answer in time: nobody waits for ever, and nothing is recorded twice. */
class SlowLogTest {

    private static final String SCHEDULE = """
            {"on":{"occurredOn":"2026-03-14","by":{"role":"ORG"}},"kind":"ATRT","name":"A review","printedAs":"A"}""";

    private static HttpResponse<String> schedule(HttpClient http, String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/commands/reviews/slow/schedule-review"))
                .POST(HttpRequest.BodyPublishers.ofString(SCHEDULE))
                .headers(
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        "key-slow",
                        "Waymark-Person",
                        "anna",
                        "Waymark-Acting-For",
                        "ORG")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void says_that_the_outcome_is_not_known_and_tells_it_under_the_same_key(@TempDir Path folder) throws Exception {
        try (ConfigurableApplicationContext service = SpringApplication.run(
                        CommandService.class,
                        "--server.port=0",
                        "--waymark.data=" + folder.toAbsolutePath(),
                        "--waymark.log.patience=1s");
                HttpClient http = HttpClient.newHttpClient()) {
            String address = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
            try (Connection other = service.getBean(DataSource.class).getConnection()) {
                other.setAutoCommit(false);
                other.createStatement().executeQuery("SELECT position FROM log_head FOR UPDATE");
                HttpResponse<String> late = schedule(http, address);
                assertThat(late.statusCode()).isEqualTo(503);
                assertThat(late.body()).contains("\"type\":\"/outcome-unknown\"");
                assertThat(late.headers().firstValue("Retry-After")).hasValue("1");
                other.rollback();
            }
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            HttpResponse<String> again = schedule(http, address);
            while (again.statusCode() == 503 && System.nanoTime() < deadline) {
                again = schedule(http, address);
            }
            assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
            assertThat(service.getBean(EventLog.class).stream("review/slow")).hasSize(1);
        }
    }
}
