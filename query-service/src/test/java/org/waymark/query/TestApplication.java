package org.waymark.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.events.By;
import org.waymark.events.Occurrence;
import org.waymark.events.Precision;
import org.waymark.events.Recorder;
import org.waymark.events.Role;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.ReviewId;
import org.waymark.events.store.Appends;
import org.waymark.events.store.Decided;
import org.waymark.events.store.EventLog;
import org.waymark.events.store.EventStoreConfiguration;
import org.waymark.events.store.LogMetaData;
import org.waymark.query.answer.Absent;
import org.waymark.query.answer.Answer;
import org.waymark.query.answer.Formula;
import org.waymark.query.answer.Page;
import org.waymark.query.answer.Reads;
import org.waymark.query.answer.Rows;
import org.waymark.query.image.Image;
import org.waymark.query.image.Moment;
import org.waymark.query.image.Notes;
import org.waymark.query.image.RowJson;

/** The whole read side on a log of its own, with a view for tests, at a port that is free. */
public final class TestApplication implements AutoCloseable {

    private final ServletWebServerApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    public TestApplication(Path folder) {
        this(Map.of("waymark.data", folder.toAbsolutePath().toString()));
    }

    /** Runs by a clock of the test's. */
    public TestApplication(Path folder, Clock clock) {
        this(Map.of("waymark.data", folder.toAbsolutePath().toString()), clock);
    }

    public TestApplication(Map<String, Object> settings) {
        this(settings, null);
    }

    TestApplication(Map<String, Object> settings, @Nullable Clock clock) {
        SpringApplication application = new SpringApplication(Whole.class);
        if (clock != null) {
            application.addInitializers(context -> ((GenericApplicationContext) context)
                    .registerBean("testClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
        }
        Map<String, Object> all = new HashMap<>(settings);
        all.put("server.port", "0");
        all.put("waymark.log.appender", "true");
        application.setDefaultProperties(Map.of());
        String[] arguments = all.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
        context = (ServletWebServerApplicationContext) application.run(arguments);
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({EventStoreConfiguration.class, QueryConfiguration.class, NotesController.class})
    static class Whole {
        @Bean
        Notes notes() {
            return new Notes();
        }

        @Bean
        Rows<Notes.NotesRow> noteRows(Image image, Notes notes) {
            return Rows.of(
                    image,
                    notes,
                    Map.of(
                            "/standing",
                            Formula.of("How many notes there are", "/row/notes").in("notes")),
                    (row, _) -> Map.of("notes", row.notes().size()));
        }
    }

    @RestController
    static final class NotesController {
        private final Image image;
        private final Notes notes;
        private final Rows<Notes.NotesRow> rows;

        NotesController(Image image, Notes notes, Rows<Notes.NotesRow> rows) {
            this.image = image;
            this.notes = notes;
            this.rows = rows;
        }

        @GetMapping("/api/notes")
        @Reads
        Answer all(Moment moment, Page page) {
            return Answer.list(moment, page, image.all(notes, moment), entry -> rows.sent(entry, moment));
        }

        @GetMapping("/api/notes/{review}")
        @Reads
        Answer one(Moment moment, @PathVariable String review) {
            return Answer.one(
                    moment,
                    image.one(notes, moment, review)
                            .orElseThrow(() -> new Absent("review " + review, image.begin(notes, moment, review))),
                    entry -> rows.sent(entry, moment));
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @SuppressWarnings("unchecked")
    public <T> List<T> beans(Class<?> type) {
        return (List<T>) List.copyOf(context.getBeansOfType(type).values());
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
        return record(List.of(event), Map.of());
    }

    /**
     * Records events of any streams at once and returns the position of the last.
     *
     * @param recorder who records them, by the keys of the metadata
     */
    public long record(List<? extends WaymarkEvent> events, Map<String, ?> recorder) {
        EventLog log = bean(EventLog.class);
        Recorder by = LogMetaData.read(RowJson.mapper().valueToTree(recorder).toString());
        Map<String, Long> versions = new HashMap<>();
        List<Decided> decided = new ArrayList<>();
        for (WaymarkEvent event : events) {
            long version = versions.computeIfAbsent(
                    event.stream(), stream -> (long) log.stream(stream).size());
            decided.add(new Decided(UUID.randomUUID().toString(), version, by, null, event));
            versions.put(event.stream(), version + 1);
        }
        return bean(Appends.class).append(decided, null);
    }

    /** Waits until the pages show all that is recorded. */
    public void caughtUp() {
        String path = "/api/groups/ORG/changes?since=2026-01-01&limit=1&minPosition="
                + bean(EventLog.class).position();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (get(path).statusCode() == 503 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        json(path);
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
