package org.waymark.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.standalone.Standalone;

/** Stories told to the whole application over HTTP, and what its readers then see, live and on any day. */
class WholeStoryTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<String> VIEWS = List.of("reviews", "recommendations", "trail");

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext waymark;
    private static URI url;

    @BeforeAll
    static void start() {
        waymark = new SpringApplication(Standalone.class)
                .run("--server.port=0", "--waymark.data=" + folder, "--logging.level.org.waymark=warn");
        url = URI.create("http://127.0.0.1:" + waymark.getEnvironment().getProperty("local.server.port"));
    }

    @AfterAll
    static void stop() {
        waymark.close();
    }

    private record Run(int code, String said) {}

    private static Run play(Path story, String... options) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of("--url", url.toString(), story.toString()));
        words.addAll(List.of(options));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = StoryPlayer.run(out, false, () -> false, words.toArray(String[]::new));
        return new Run(code, said.toString(StandardCharsets.UTF_8));
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path), 200);
    }

    /** Asks for a page as soon as its views have come to a position; {@code path} ends in its parameters. */
    private static JsonNode getAt(long position, String path) throws IOException, InterruptedException {
        HttpRequest request = request(path + "&minPosition=" + position).build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (answer.statusCode() == 503 && System.nanoTime() < deadline) {
            answer = HTTP.send(request, BodyHandlers.ofString());
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode send(String path, String key, String actingFor, String body)
            throws IOException, InterruptedException {
        return answer(
                request("/commands/reviews/" + path)
                        .POST(BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .header("Waymark-Person", "ada")
                        .header("Waymark-Acting-For", actingFor),
                201);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path));
    }

    private static JsonNode answer(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    /** Where the log ends, whatever the image has seen of it. */
    private static long head() throws IOException, InterruptedException {
        JsonNode image = get("/api/status").path("image");
        return image.path("position").asLong() + image.path("lagEvents").asLong();
    }

    private static void assertFoldsToTheSame() throws IOException, InterruptedException {
        JsonNode replay = answer(request("/actuator/replay").POST(BodyPublishers.noBody()), 200);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (replay.path("state").asText().equals("RUNNING") && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            replay = get("/actuator/replay");
        }
        assertThat(replay.path("state").asText()).isEqualTo("IDENTICAL");
        assertThat(replay.path("position").asLong()).isEqualTo(head());
    }

    @Nested
    class A_short_story {

        private static final String STORY = """
            {"story":"short","title":"A short story","person":"ada","actingFor":"ORG"}
            {"line":"name","method":"PUT","path":"/commands/people/ada","body":{"name":"Ada Invented"}}
            {"line":"1","path":"/commands/reviews/short1/schedule-review","body":{"on":{"occurredOn":"2026-01-05","by":{"role":"ORG"}},"kind":"ATRT","name":"A review of a story","printedAs":"SHORT1","pack":"bylaws-2016"}}
            {"line":"2","path":"/commands/reviews/short1/note-occurrence","body":{"on":{"occurredOn":"2026-02-03","by":{"role":"ORG"}},"kind":"meeting","words":"They met."}}
            {"line":"bad","path":"/commands/reviews/short1/restart-review","actingFor":"SOAC_CHAIRS","body":{"on":{"occurredOn":"2026-02-04","by":{"role":"SOAC_CHAIRS"}}}}
            {"line":"3","path":"/commands/reviews/short1/recommendations/1/draft-recommendation","actingFor":"TEAM","body":{"on":{"occurredOn":"2026-02-05","by":{"role":"TEAM"}},"printedAs":"1","text":"Publish everything."}}
            {"line":"4","path":"/commands/reviews/short1/recommendations/2/draft-recommendation","actingFor":"TEAM","body":{"on":{"occurredOn":"2026-02-05","by":{"role":"TEAM"}},"printedAs":"2","text":"Publish it twice."}}
            {"line":"5","path":"/commands/reviews/short1/note-occurrence","body":{"on":{"occurredOn":"2026-02-06","by":{"role":"ORG"}},"kind":"meeting","words":"They met again."}}
            """;
        private static final String REFUSED = "line 5 (bad) refused: A_RESTART_ENDS_A_PAUSE_OR_DEFERRAL";
        private static final int GOOD = 5;

        @Test
        void is_tried_then_recorded_once_and_seen_live_event_by_event() throws Exception {
            Path story = Files.writeString(folder.resolve("short.jsonl"), STORY);
            long before = head();
            for (String view : VIEWS) {
                getAt(before, "/api/changes?since=%d&view=%s".formatted(before, view));
            }
            try (LiveReader trail = new LiveReader(url, "/topic/trail");
                    LiveReader reviews = new LiveReader(url, "/topic/reviews")) {
                Run tried = play(story, "--dry-run");
                assertThat(tried.code()).isEqualTo(StoryPlayer.SOME_BAD);
                assertThat(tried.said()).contains(REFUSED).contains("5 would be recorded");
                assertThat(head()).isEqualTo(before);

                Run played = play(story, "--yes");
                assertThat(played.code()).isEqualTo(StoryPlayer.SOME_BAD);
                assertThat(played.said())
                        .contains(REFUSED)
                        .contains("Played: 5 recorded, 1 names of people, 1 refused.");
                assertThat(head()).isEqualTo(before + GOOD);
                trail.readTo(before + GOOD);
                reviews.readTo(before + GOOD);
                assertThat(trail.changed()).containsExactlyElementsOf(positions(before, before + GOOD));

                Run again = play(story, "--yes");
                assertThat(again.said())
                        .contains("Nothing new was recorded: 5 already recorded, 1 names of people, 1 refused.");
                assertThat(head()).isEqualTo(before + GOOD);

                long last = noteTheEnd();
                trail.readTo(last);
                reviews.readTo(last);
                assertThat(trail.changed()).containsExactlyElementsOf(positions(before, last));
                assertThat(reviews.rows()).isEqualTo(rows(getAt(last, "/api/reviews?limit=500")));
            }
        }

        /** Records what comes after the second play: a frame for it, and no other before it, is next. */
        private static long noteTheEnd() throws IOException, InterruptedException {
            String body = """
                {"on":{"occurredOn":"2026-02-07","by":{"role":"ORG"}},"kind":"meeting","words":"They parted."}\
                """;
            return send("short1/note-occurrence", "short:end", "ORG", body)
                    .path("position")
                    .asLong();
        }

        private static List<String> positions(long after, long last) {
            return LongStream.rangeClosed(after + 1, last)
                    .mapToObj(Long::toString)
                    .toList();
        }
    }

    private static List<JsonNode> rows(JsonNode answer) {
        return StreamSupport.stream(answer.path("rows").spliterator(), false).toList();
    }

    @Nested
    class The_history_of_ICANNs_reviews {

        private static final Path STORIES = Path.of("../stories");
        private static final Map<String, String> TOTALS = Map.of(
                "approvedAfter", "approved",
                "rejectedAfter", "rejected",
                "pendingAfter", "pending",
                "passedThroughAfter", "passedThrough");
        private static final int ACTIONS_WITH_TOTALS = 6;

        private static JsonNode review(String review, String moment) throws IOException, InterruptedException {
            return get("/api/reviews/%s?%s".formatted(review, moment)).path("entry");
        }

        @BeforeAll
        static void play_it() throws Exception {
            Run played = play(STORIES.resolve("icann-history.jsonl"), "--yes");
            assertThat(played.code()).as(played.said()).isEqualTo(StoryPlayer.DONE);
            for (String view : VIEWS) {
                getAt(head(), "/api/changes?since=0&view=" + view);
            }
        }

        @Test
        void counts_after_each_board_action_what_the_source_counts_and_nothing_of_it_the_day_before() throws Exception {
            int actions = 0;
            for (JsonNode source : JSON.readTree(
                            STORIES.resolve("source/reviews.json").toFile())
                    .path("reviews")) {
                JsonNode before = null;
                for (JsonNode action : source.path("boardActions")) {
                    if (action.propertyStream().anyMatch(field -> field.getKey().endsWith("After"))) {
                        assertTotals(source, action, before);
                        before = action;
                        actions++;
                    }
                }
            }
            assertThat(actions).isEqualTo(ACTIONS_WITH_TOTALS);
        }

        private static void assertTotals(JsonNode source, JsonNode action, JsonNode before) throws Exception {
            String review = source.path("id").asText().toLowerCase(Locale.ROOT);
            LocalDate day = LocalDate.parse(action.path("date").asText());
            long sum = 0;
            for (String figure : TOTALS.keySet()) {
                sum += action.path(figure).asLong();
            }
            boolean whole = sum == source.path("recommendations").size(); // otherwise it counts the parts of some twice
            for (String unit : whole ? List.of("PART", "RECOMMENDATION") : List.of("PART")) {
                JsonNode after = review(review, "asOf=" + day).at("/standing/totals/" + unit);
                JsonNode dayBefore = review(review, "asOf=" + day.minusDays(1)).at("/standing/totals/" + unit);
                TOTALS.forEach((figure, field) -> {
                    assertThat(action.path(figure).isInt())
                            .as("%s %s %s", review, day, figure)
                            .isTrue();
                    assertThat(after.path(field))
                            .as("%s %s %s by %s", review, day, figure, unit)
                            .isEqualTo(action.path(figure));
                    int earlier = before == null ? 0 : before.path(figure).asInt();
                    assertThat(dayBefore.path(field).asInt(-1))
                            .as("%s before %s %s", review, day, figure)
                            .isEqualTo(earlier);
                });
            }
        }

        @Test
        void shows_a_pause_since_a_month_while_it_lasts() throws Exception {
            JsonNode then = review("ssr2", "asOf=2018-01-15").path("standing");
            assertThat(then.path("state").asText()).isEqualTo("PAUSED");
            assertThat(then.path("pausedSince"))
                    .isEqualTo(JSON.readTree("{\"on\":\"2017-10-01\",\"precision\":\"MONTH\"}"));
            JsonNode now = review("ssr2", "").path("standing");
            assertThat(now.path("state").asText()).isNotEmpty().isNotEqualTo("PAUSED");
            assertThat(now.has("pausedSince")).isFalse();
        }

        @Test
        void was_not_known_before_anything_was_recorded() throws Exception {
            assertThat(get("/api/reviews").path("total").asInt()).isGreaterThanOrEqualTo(15);
            for (String view : VIEWS) {
                JsonNode before = get("/api/" + view + "?knownAt=0");
                assertThat(before.path("rows").isArray()).isTrue();
                assertThat(before.path("rows")).as(view).isEmpty();
            }
        }

        @Test
        void folds_to_the_same_after_a_late_fact_a_correction_and_a_retraction() throws Exception {
            JsonNode late = send("ssr2/note-occurrence", "late:1", "ARCHIVIST", noted("2017-05-02", ""));
            assertThat(notedOn("asOf=2017-05-02", late)).isEqualTo("2017-05-02");
            JsonNode corrected =
                    send("ssr2/note-occurrence", "late:2", "ARCHIVIST", noted("2017-06-03", inPlaceOf(late)));
            assertThat(notedOn("asOf=2017-05-02", corrected)).isEmpty();
            assertThat(notedOn("asOf=2017-06-03", corrected)).isEqualTo("2017-06-03");
            assertThat(notedOn("asOf=2017-05-02&knownAt=" + late.path("position"), corrected))
                    .isEqualTo("2017-05-02");
            JsonNode back = retract("late:3", corrected);
            assertThat(notedOn("asOf=2017-06-03", back))
                    .as("a retracted correction puts it back")
                    .isEqualTo("2017-05-02");
            JsonNode gone = retract("late:4", late);
            assertThat(notedOn("asOf=2017-06-03", gone)).isEmpty();
            assertFoldsToTheSame();
        }

        private static String inPlaceOf(JsonNode fact) {
            return ",\"corrects\":\"%s\",\"reason\":\"Misread\""
                    .formatted(fact.path("eventId").asText());
        }

        private static JsonNode retract(String key, JsonNode fact) throws IOException, InterruptedException {
            ObjectNode body = (ObjectNode) JSON.readTree(noted("2017-06-03", inPlaceOf(fact)));
            return send(
                    "ssr2/retract-review-fact",
                    key,
                    "ARCHIVIST",
                    body.retain("on").toString());
        }

        private static String noted(String day, String more) {
            return """
                {"on":{"occurredOn":"%s","precision":"DAY","evidence":[{"address":"https://example.org/","title":"Found late"}],
                "by":{"role":"ORG"},"attested":{"grade":"SECONDARY"}%s},"kind":"found-late","words":"Found late."}\
                """.formatted(day, more);
        }

        /** The day of the late fact as a page shows it, once it has come as far as the answer; empty if it is not there. */
        private static String notedOn(String moment, JsonNode answer) throws IOException, InterruptedException {
            JsonNode page = getAt(answer.path("position").asLong(), "/api/reviews/ssr2?" + moment);
            return page.at("/entry/row/noted")
                    .valueStream()
                    .filter(each -> each.path("kind").asText().equals("found-late"))
                    .map(each -> each.at("/on/on").asText())
                    .findFirst()
                    .orElse("");
        }
    }
}
