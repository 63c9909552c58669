package org.waymark.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryPlayerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = """
        {"story":"tale","title":"A tale","person":"ada","actingFor":"ORG"}\
        """;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void start() throws IOException {
        desk = new Desk();
    }

    @AfterEach
    void end() {
        desk.server.stop(0);
    }

    /** A command side that records everything but the verb {@code refuse-me}; it holds no rule. */
    private static final class Desk {
        private final HttpServer server;
        private final Map<String, String> bodies = new ConcurrentHashMap<>();
        private final Map<String, Integer> positions = new ConcurrentHashMap<>();
        private final List<String> order = new ArrayList<>();
        private final List<String> people = new ArrayList<>();
        private final AtomicInteger races = new AtomicInteger();
        private volatile UnaryOperator<String> before = path -> path;

        private Desk() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/commands/try", this::tryOut);
            server.createContext("/commands/people/", exchange -> {
                people.add(exchange.getRequestURI().getPath());
                answer(exchange, 204, "");
            });
            server.createContext("/commands/reviews/", this::record);
            server.start();
        }

        private String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        private void tryOut(HttpExchange exchange) throws IOException {
            ObjectNode results = JSON.createObjectNode();
            for (JsonNode command : JSON.readTree(exchange.getRequestBody()).path("commands")) {
                ObjectNode result = results.withArray("results")
                        .addObject()
                        .put("line", command.path("line").asText());
                Integer position = positions.get(command.path("key").asText());
                String recorded = bodies.get(command.path("key").asText());
                if (recorded != null && !recorded.equals(command.path("body").toString())) {
                    result.put("malformed", "the key was used for other content");
                } else if (position != null) {
                    result.putObject("already").put("position", position);
                } else if (command.path("path").asText().endsWith("refuse-me")) {
                    result.putObject("refusal").put("rule", "NOBODY_IS_REFUSED").put("detail", "No.");
                } else {
                    result.putObject("event").put("type", "OccurrenceNoted").set("payload", command.path("body"));
                }
            }
            answer(exchange, 200, results.toString());
        }

        private void record(HttpExchange exchange) throws IOException {
            String path = before.apply(exchange.getRequestURI().getPath());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            if (path.endsWith("refuse-me")) {
                answer(exchange, 409, """
                    {"type":"/rules/nobody-is-refused","rule":"NOBODY_IS_REFUSED","detail":"No.","nextStep":"note-occurrence"}\
                    """);
            } else if (path.endsWith("race") && races.getAndIncrement() == 0) {
                answer(exchange, 409, "{\"type\":\"/conflict\"}");
            } else if (path.endsWith("unknown-verb")) {
                answer(exchange, 404, "{}");
            } else if (!bodies.computeIfAbsent(key, _ -> body).equals(body)) {
                answer(exchange, 422, "{}");
            } else {
                answer(exchange, 201, receipt(key, path));
            }
        }

        private synchronized String receipt(String key, String path) {
            if (!positions.containsKey(key)) {
                positions.put(key, positions.size() + 1);
                order.add(path);
            }
            return "{\"eventId\":\"e%d\",\"position\":%d,\"version\":0}"
                    .formatted(positions.get(key), positions.get(key));
        }

        private static void answer(HttpExchange exchange, int status, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }
    }

    private record Run(int code, String said) {}

    private Run play(Path file, String... options) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of("--url", desk.url(), file.toString()));
        words.addAll(List.of(options));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = StoryPlayer.run(
                new PrintStream(said, true, StandardCharsets.UTF_8), false, () -> false, words.toArray(String[]::new));
        return new Run(code, said.toString(StandardCharsets.UTF_8));
    }

    private Path story(String... lines) throws IOException {
        return Files.write(
                folder.resolve("tale.jsonl"), List.of((HEADER + "\n" + String.join("\n", lines)).split("\n")));
    }

    private static String note(String id, String path) {
        return """
            {"line":"%s","path":"/commands/reviews/%s","body":{"on":{"occurredOn":"2026-03-14"}}}\
            """.formatted(id, path);
    }

    @Nested
    class Playing {
        @Test
        void records_each_line_under_its_own_key() throws Exception {
            Path file = story(
                    """
                    {"line":"p","method":"PUT","path":"/commands/people/ada","body":{"name":"Ada Invented"}}\
                    """,
                    note("a", "demo1/schedule-review"),
                    note("b", "demo1/recommendations/1.1/draft-recommendation"));
            Run run = play(file, "--yes");
            assertThat(run.code()).isEqualTo(StoryPlayer.DONE);
            assertThat(run.said()).contains("Played: 2 recorded, 1 names of people.");
            assertThat(desk.positions.keySet()).containsExactlyInAnyOrder("tale:a", "tale:b");
            assertThat(desk.people).containsExactly("/commands/people/ada");
        }

        @Test
        void records_nothing_the_second_time_and_says_so() throws Exception {
            Path file = story(note("a", "demo1/schedule-review"), note("b", "demo1/note-occurrence"));
            play(file, "--yes");
            Run again = play(file, "--yes");
            assertThat(again.code()).isEqualTo(StoryPlayer.DONE);
            assertThat(again.said()).contains("Nothing new was recorded: 2 already recorded.");
            assertThat(desk.positions).hasSize(2);
        }

        @Test
        void goes_on_after_a_refusal_and_names_its_line() throws Exception {
            Run run = play(
                    story(
                            note("a", "demo1/schedule-review"),
                            note("b", "demo1/refuse-me"),
                            note("c", "demo1/note-occurrence")),
                    "--yes");
            assertThat(run.code()).isEqualTo(StoryPlayer.SOME_BAD);
            assertThat(run.said()).contains("line 3 (b) refused: NOBODY_IS_REFUSED: No. Next: note-occurrence");
            assertThat(desk.order)
                    .containsExactly(
                            "/commands/reviews/demo1/schedule-review", "/commands/reviews/demo1/note-occurrence");
        }

        @Test
        void tells_of_a_line_whose_content_changed_under_its_id() throws Exception {
            play(story(note("a", "demo1/schedule-review")), "--yes");
            Run run = play(story(note("a", "demo1/schedule-review").replace("03-14", "03-15")), "--yes");
            assertThat(run.code()).isEqualTo(StoryPlayer.SOME_BAD);
            assertThat(run.said()).contains("line 2 (a) malformed: recorded before with other content");
        }

        @Test
        void asks_again_after_a_lost_race() throws Exception {
            Run run = play(story(note("a", "demo1/race")), "--yes");
            assertThat(run.code()).isEqualTo(StoryPlayer.DONE);
            assertThat(desk.races).hasValue(2);
        }

        @Test
        void keeps_the_order_of_a_review_and_its_recommendations() throws Exception {
            List<String> lines = new ArrayList<>();
            for (String review : List.of("demo1", "demo2", "demo3")) {
                lines.add(note(review + "s", review + "/schedule-review"));
                for (int i = 1; i <= 20; i++) {
                    lines.add(
                            note(review + "d" + i, "%s/recommendations/%d/draft-recommendation".formatted(review, i)));
                }
                lines.add(note(review + "f", review + "/submit-final-report"));
                for (int i = 1; i <= 20; i++) {
                    lines.add(note(review + "b" + i, "%s/recommendations/%d/record-board-action".formatted(review, i)));
                }
            }
            assertThat(play(story(lines.toArray(String[]::new)), "--yes").code())
                    .isEqualTo(StoryPlayer.DONE);
            for (String review : List.of("demo1", "demo2", "demo3")) {
                List<String> told = desk.order.stream()
                        .filter(path -> path.contains(review))
                        .toList();
                assertThat(told).hasSize(42);
                assertThat(told.getFirst()).endsWith("schedule-review");
                assertThat(told.subList(1, 21)).allMatch(path -> path.endsWith("draft-recommendation"));
                assertThat(told.get(21)).endsWith("submit-final-report");
            }
        }

        @Test
        void keeps_the_order_of_the_file_at_a_pace() throws Exception {
            play(
                    story(
                            note("a", "demo1/schedule-review"),
                            note("b", "demo2/schedule-review"),
                            note("c", "demo1/note-occurrence")),
                    "--yes",
                    "--pace",
                    "1ms");
            assertThat(desk.order)
                    .extracting(path -> path.substring("/commands/reviews/".length()))
                    .containsExactly("demo1/schedule-review", "demo2/schedule-review", "demo1/note-occurrence");
        }

        @Test
        void goes_on_another_day_with_the_today_of_the_day_it_began() throws Exception {
            Path file = story(note("a", "demo1/schedule-review").replace("2026-03-14", "today-30"));
            play(file, "--yes", "--today", "2026-11-24");
            Run later = play(file, "--yes", "--today", "2026-12-02");
            assertThat(later.code()).isEqualTo(StoryPlayer.DONE);
            assertThat(later.said()).contains("Nothing new was recorded: 1 already recorded.");
            assertThat(desk.bodies.get("tale:a")).contains("2026-10-25");
        }

        @Test
        void stops_when_the_server_goes_and_goes_on_where_it_was() throws Exception {
            Path file = story(
                    note("a", "demo1/schedule-review"),
                    note("b", "demo1/note-occurrence"),
                    note("c", "demo1/note-occurrence"));
            AtomicInteger calls = new AtomicInteger();
            desk.before = path -> {
                if (calls.getAndIncrement() == 1) {
                    throw new IllegalStateException("the connection breaks here");
                }
                return path;
            };
            Run broken = play(file, "--yes");
            assertThat(broken.code()).isEqualTo(StoryPlayer.UNREACHABLE);
            assertThat(broken.said())
                    .contains("Played: 1 recorded, 2 not sent.")
                    .contains("Run the same again to go on.");
            Run resumed = play(file, "--yes");
            assertThat(resumed.code()).isEqualTo(StoryPlayer.DONE);
            assertThat(resumed.said()).contains("Played: 2 recorded, 1 already recorded.");
        }

        @Test
        void records_nothing_when_nobody_agrees() throws Exception {
            Run run = play(story(note("a", "demo1/schedule-review")));
            assertThat(run.code()).isEqualTo(StoryPlayer.MISUNDERSTOOD);
            assertThat(run.said()).contains("Nothing was recorded.");
            assertThat(desk.positions).isEmpty();
        }

        @Test
        void writes_the_event_ids_into_the_import_report() throws Exception {
            Path report = Files.writeString(folder.resolve("report.json"), """
                {"facts":[{"pointer":"/x","values":1,"recorded":["a"]},{"pointer":"/y","values":2,"leftOut":"why"}]}\
                """);
            Path out = folder.resolve("out.json");
            play(story(note("a", "demo1/schedule-review")), "--yes", "--report", report.toString(), out.toString());
            assertThat(JSON.readTree(out.toFile()).at("/facts/0/events/0").asText())
                    .isEqualTo("e1");
            assertThat(JSON.readTree(out.toFile()).at("/facts/1").has("events")).isFalse();
        }
    }

    @Nested
    class A_dry_run {
        @Test
        void tells_each_line_and_records_nothing() throws Exception {
            Run run = play(story(note("a", "demo1/schedule-review"), note("b", "demo1/refuse-me")), "--dry-run");
            assertThat(run.code()).isEqualTo(StoryPlayer.SOME_BAD);
            assertThat(run.said())
                    .contains("line 2 (a) OccurrenceNoted on demo1, day 2026-03-14")
                    .contains("line 3 (b) refused: NOBODY_IS_REFUSED: No.")
                    .contains("Dry run: 1 would be recorded, 1 refused.");
            assertThat(desk.positions).isEmpty();
        }
    }

    @Nested
    class A_bad_file {
        @Test
        void loses_only_its_bad_lines_and_each_is_named() throws Exception {
            Run run = play(
                    story(
                            note("a", "demo1/schedule-review"),
                            "{\"line\":\"b\",",
                            note("a", "demo1/note-occurrence"),
                            note("c", "demo1/Note_Occurrence"),
                            "{\"path\":\"/commands/reviews/demo1/note-occurrence\",\"body\":{}}",
                            note("d", "demo1/unknown-verb"),
                            note("e", "demo1/note-occurrence")),
                    "--yes");
            assertThat(run.code()).isEqualTo(StoryPlayer.SOME_BAD);
            assertThat(run.said())
                    .contains("line 3: no JSON")
                    .contains("line 4 (a): the line id is taken by line 2")
                    .contains("line 5 (c): unknown path '/commands/reviews/demo1/Note_Occurrence'")
                    .contains("line 6: it has no \"line\"")
                    .contains(
                            "line 7 (d) malformed: the server knows no command '/commands/reviews/demo1/unknown-verb'");
            assertThat(desk.positions.keySet()).containsExactlyInAnyOrder("tale:a", "tale:e");
        }

        @Test
        void is_no_story_without_a_first_line_that_names_it() throws Exception {
            Path file = Files.writeString(folder.resolve("none.jsonl"), note("a", "demo1/schedule-review"));
            Run run = play(file, "--yes");
            assertThat(run.code()).isEqualTo(StoryPlayer.MISUNDERSTOOD);
            assertThat(run.said()).contains("line 1 must name the story");
        }

        @Test
        void that_is_missing_is_named() throws Exception {
            assertThat(play(folder.resolve("nowhere.jsonl")).said())
                    .contains("There is no file " + folder.resolve("nowhere.jsonl"));
        }
    }

    @Nested
    class A_command_line {
        @Test
        void that_names_no_listening_server_is_told_so() throws Exception {
            desk.server.stop(0);
            Run run = play(story(note("a", "demo1/schedule-review")), "--yes");
            assertThat(run.code()).isEqualTo(StoryPlayer.UNREACHABLE);
            assertThat(run.said()).contains(desk.url() + " does not answer: nobody listens there");
        }

        @Test
        void that_names_a_server_of_another_kind_is_told_so() throws Exception {
            desk.server.removeContext("/commands/try");
            Run run = play(story(note("a", "demo1/schedule-review")), "--yes");
            assertThat(run.code()).isEqualTo(StoryPlayer.UNREACHABLE);
            assertThat(run.said()).contains(desk.url() + " can't try a story: POST /commands/try answers 404");
        }

        @Test
        void with_an_unknown_option_is_explained() throws Exception {
            Run run = play(story(note("a", "demo1/schedule-review")), "--fast");
            assertThat(run.code()).isEqualTo(StoryPlayer.MISUNDERSTOOD);
            assertThat(run.said()).contains("unknown option '--fast'").contains("Usage: story");
        }

        @Test
        void with_a_pace_without_unit_is_explained() throws Exception {
            assertThat(play(story(note("a", "demo1/schedule-review")), "--pace", "5")
                            .said())
                    .contains("no pause such as 250ms");
        }
    }

    @Nested
    class The_word_today {
        @Test
        void stands_for_a_day_anywhere_in_a_body() throws Exception {
            JsonNode body = JSON.readTree("""
                {"on":{"occurredOn":"today-30"},"dueOn":[{"date":"today+9"}],"words":"today we met","day":"today","n":7}\
                """);
            assertThat(Today.in(body, LocalDate.of(2026, 3, 1))).isEqualTo(JSON.readTree("""
                {"on":{"occurredOn":"2026-01-30"},"dueOn":[{"date":"2026-03-10"}],"words":"today we met","day":"2026-03-01","n":7}\
                """));
        }
    }
}
