package org.waymark.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.events.By;
import org.waymark.events.Occurrence;
import org.waymark.events.Precision;
import org.waymark.events.Role;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.ReviewId;
import org.waymark.events.store.EventLog;
import org.waymark.events.store.EventStoreConfiguration;
import org.waymark.query.answer.Absent;
import org.waymark.query.answer.Answer;
import org.waymark.query.answer.Page;
import org.waymark.query.answer.Reads;
import org.waymark.query.image.Notes;
import org.waymark.query.ledger.EveryEvent;
import org.waymark.query.ledger.Ledger;
import org.waymark.query.ledger.Moment;
import org.waymark.query.ledger.RowJson;

/** The whole read side on a log of its own, with two views for tests, at a port that is free. */
public final class TestApplication implements AutoCloseable {

    private final ServletWebServerApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    public TestApplication(Path folder) {
        this(Map.of("waymark.data", folder.toAbsolutePath().toString()));
    }

    public TestApplication(Map<String, Object> settings) {
        SpringApplication application = new SpringApplication(Whole.class);
        Map<String, Object> all = new java.util.HashMap<>(settings);
        all.put("server.port", "0");
        all.put("waymark.log.appender", "true");
        application.setDefaultProperties(Map.of());
        String[] arguments = all.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
        context = (ServletWebServerApplicationContext) application.run(arguments);
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {
                MicrometerMetricsAutoConfiguration.class,
                UpdateCheckerAutoConfiguration.class,
                XStreamAutoConfiguration.class
            })
    @Import({EventStoreConfiguration.class, QueryConfiguration.class, NotesController.class})
    static class Whole {
        @Bean
        Notes notes() {
            return new Notes();
        }

        @Bean
        EveryEvent everyEvent() {
            return new EveryEvent();
        }
    }

    @RestController
    static final class NotesController {
        private final Ledger ledger;
        private final Notes notes;

        NotesController(Ledger ledger, Notes notes) {
            this.ledger = ledger;
            this.notes = notes;
        }

        @GetMapping("/api/notes")
        @Reads("notes")
        Answer all(Moment moment, Page page) {
            return Answer.list(moment, page, ledger.all(notes, moment), _ -> null);
        }

        @GetMapping("/api/notes/{review}")
        @Reads("notes")
        Answer one(Moment moment, @PathVariable String review) {
            return Answer.one(
                    moment,
                    ledger.one(notes, moment, review)
                            .orElseThrow(() -> new Absent("review " + review, ledger.firstDay(notes, moment, review))),
                    entry -> Map.of("notes", entry.row().notes().size()));
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public int port() {
        return java.util.Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /** Records a note and returns its position. */
    public long note(String review, LocalDate day, String kind, String words, @Nullable String corrects) {
        Occurrence on = new Occurrence(day, Precision.DAY, List.of(), null, By.of(Role.ORG), corrects, null);
        return record(new OccurrenceNoted(new ReviewId(review), on, kind, words));
    }

    /** Records an event as it is and returns its position. */
    public long record(WaymarkEvent event) {
        EventLog log = bean(EventLog.class);
        String type = event.stream().substring(0, event.stream().indexOf('/'));
        bean(EventStore.class)
                .publish(new GenericDomainEventMessage<>(
                        type, event.stream(), log.stream(event.stream()).size(), event));
        return log.position();
    }

    /** Returns the id of the event at a position. */
    public String eventId(long position) {
        return bean(EventLog.class).read(position - 1, 1).getFirst().eventId();
    }

    /** Asks for what must be there. */
    public JsonNode json(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        try {
            return RowJson.mapper().readTree(answer.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    public HttpResponse<String> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
