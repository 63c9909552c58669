package org.waymark.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.events.By;
import org.waymark.events.Occurrence;
import org.waymark.events.Precision;
import org.waymark.events.Role;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.ReviewId;
import org.waymark.events.store.TestLog;

/** The service as a process of its own starts it, on a log that was written before. */
class QueryServiceTest {

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start(@TempDir Path folder) {
        Occurrence on =
                new Occurrence(LocalDate.of(2026, 3, 14), Precision.DAY, List.of(), null, By.of(Role.ORG), null, null);
        try (TestLog log = TestLog.onH2(folder)) {
            log.append(new OccurrenceNoted(new ReviewId("ssr2"), on, "meeting", "The team met."), 0);
        }
        service = new SpringApplication(QueryService.class).run("--server.port=0", "--waymark.data=" + folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void shows_what_another_process_recorded() throws IOException, InterruptedException {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        URI trail = URI.create("http://127.0.0.1:" + port + "/api/trail?minPosition=1");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(trail).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("The team met.");
        }
    }

    /** Axon carries commands; what shows the log has none of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.axonframework.commandhandling.CommandBus",
                "org.axonframework.config.Configuration",
                "org.axonframework.eventhandling.EventMessage",
                "org.axonframework.eventsourcing.eventstore.EventStore",
                "org.axonframework.springboot.autoconfig.AxonAutoConfiguration"
            })
    void has_nothing_of_axon(String name) {
        ClassLoader loader = service.getClassLoader();
        assertThatThrownBy(() -> Class.forName(name, false, loader)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void has_no_package_and_no_bean_of_axon() throws IOException {
        assertThat(service.getClassLoader().getResources("org/axonframework/"))
                .satisfies(packages -> assertThat(packages.hasMoreElements()).isFalse());
        assertThat(service.getBeanDefinitionNames()).isNotEmpty().noneMatch(name -> name.contains("axon"));
    }
}
