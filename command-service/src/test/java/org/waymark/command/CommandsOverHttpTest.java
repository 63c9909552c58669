package org.waymark.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.store.EventJson;
import org.waymark.events.store.EventLog;
import org.waymark.events.store.TestLog;

/** Commands as the screen and the stories send them, against the real service on H2. */
class CommandsOverHttpTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext service;
    private static String address;

    @BeforeAll
    static void start(@TempDir Path folder) {
        SpringApplication application = new SpringApplication(CommandService.class);
        service = application.run("--server.port=0", "--waymark.data=" + folder, "--logging.level.root=warn");
        address = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
        letOthersComeBetween();
    }

    /** Done once, by another thread, after the next command is decided and before it is appended. */
    private static final AtomicReference<Runnable> inTheMidstOfTheNext = new AtomicReference<>(() -> {});

    private static void letOthersComeBetween() {
        service.getBean(CommandBus.class).registerHandlerInterceptor((unitOfWork, chain) -> {
            unitOfWork.onPrepareCommit(_ -> CompletableFuture.runAsync(inTheMidstOfTheNext.getAndSet(() -> {}))
                    .join());
            return chain.proceed();
        });
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private record Answer(int status, String type, JsonNode json) {}

    private static final String TEAM = "TEAM";
    private static final int REVIEW_COMMANDS = 48;
    private static final int RECOMMENDATION_COMMANDS = 31;

    @Nested
    class What_a_later_release_recorded {

        @Test
        void makes_commands_on_its_stream_and_those_that_ask_it_unavailable_and_no_others() throws Exception {
            review("later");
            review("later-review");
            recordedByALaterRelease("recommendation/later/9", 0);
            Answer own = post("later/recommendations/9/draft-recommendation", "later-1", TEAM, draft("One"));
            assertThat(own.status()).isEqualTo(503);
            assertThat(own.json().path("type").asText()).isEqualTo("/recorded-by-a-later-release");
            assertThat(own.json().path("detail").asText()).contains("RecommendationSung", "recommendation/later/9");
            recordedByALaterRelease("review/later-review", 1);
            assertThat(post("later-review/recommendations/1/draft-recommendation", "later-2", TEAM, draft("Two"))
                            .status())
                    .isEqualTo(503);
            assertThat(post("later/recommendations/1/draft-recommendation", "later-3", TEAM, draft("Three"))
                            .status())
                    .isEqualTo(201);
        }

        private static void recordedByALaterRelease(String stream, long version) throws SQLException {
            try (Connection log = service.getBean(DataSource.class).getConnection();
                    PreparedStatement insert = log.prepareStatement("""
                            INSERT INTO event (position, event_id, stream, version, type, revision, recorded_at, payload, metadata)
                            VALUES ((SELECT position + 1 FROM log_head), ?, ?, ?, 'RecommendationSung', '1',
                              (SELECT recorded_at FROM log_head), '{}', '{}')
                            """)) {
                insert.setString(
                        1,
                        UUID.nameUUIDFromBytes(stream.getBytes(StandardCharsets.UTF_8))
                                .toString());
                insert.setString(2, stream);
                insert.setLong(3, version);
                insert.executeUpdate();
                log.createStatement().executeUpdate("UPDATE log_head SET position = position + 1");
            }
        }
    }

    /** What was open on the day of the closing is waived by name, though it was done by today. */
    @Test
    void what_other_streams_say_is_judged_on_the_day_of_the_command() {
        review("closing");
        String recommendation =
                "\"recommendationId\":\"closing/1\",\"on\":{\"occurredOn\":\"%s\",\"by\":{\"role\":\"ORG\"}}";
        TestLog.appendElsewhere(
                service,
                read(
                        "BoardActionRecorded",
                        "{" + recommendation.formatted("2026-02-01")
                                + ",\"part\":\"whole\",\"disposition\":\"APPROVED\",\"passedTo\":[]}"),
                0);
        TestLog.appendElsewhere(
                service,
                read(
                        "ImplementationStatusReported",
                        "{" + recommendation.formatted("2026-03-10") + ",\"status\":\"COMPLETE\"}"),
                1);
        assertThat(waivedByClosing("2026-03-09")).contains("NO_RECOMMENDATION_IS_OPEN");
        assertThat(waivedByClosing("2026-03-10")).doesNotContain("NO_RECOMMENDATION_IS_OPEN");
    }

    private static String waivedByClosing(String day) {
        String close = """
                {"commands":[{"line":1,"path":"/commands/reviews/closing/close-review","body":{"on":{"occurredOn":"%s",
                "by":{"role":"BOARD"},"evidence":[{"address":"https://example.org/closed"}],"attested":{"grade":"PRIMARY"}}}}]}
                """.formatted(day);
        Answer tried =
                send("POST", "/commands/try", close, "Waymark-Person", "anna", "Waymark-Acting-For", "ARCHIVIST");
        JsonNode waived = tried.json().at("/results/0/event/payload/on/attested/waived");
        assertThat(waived.isArray()).as(tried.json().toString()).isTrue();
        return waived.toString();
    }

    @Nested
    class A_command {

        @Test
        void is_answered_with_the_place_of_its_event_and_a_repeated_key_with_the_same() {
            review("same");
            String body = draft("Publish everything");
            Answer first = post("same/recommendations/1/draft-recommendation", "key-same", TEAM, body);
            assertThat(first.status()).isEqualTo(201);
            assertThat(first.json().path("version").asLong()).isZero();
            assertThat(first.json().path("position").asLong()).isPositive();

            Answer again = post("same/recommendations/1/draft-recommendation", "key-same", TEAM, body);
            assertThat(again).isEqualTo(first);
            assertThat(log().stream("recommendation/same/1")).hasSize(1);
        }

        @Test
        void sent_many_times_at_once_under_one_key_is_recorded_once() {
            review("once");
            List<Answer> answers = IntStream.range(0, 16)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(
                            () -> post(
                                    "once/recommendations/1/draft-recommendation", "key-once", TEAM, draft("Publish")),
                            task -> Thread.ofVirtual().start(task)))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(answers).extracting(Answer::status).containsOnly(201);
            assertThat(answers)
                    .extracting(Answer::json)
                    .containsOnly(answers.getFirst().json());
            assertThat(log().stream("recommendation/once/1")).hasSize(1);
        }

        @Test
        void leaves_who_recorded_it_with_the_event() {
            review("who");
            post("who/recommendations/1/draft-recommendation", "key-who", TEAM, draft("Publish"));
            var recorded = log().stream("recommendation/who/1").getFirst();
            assertThat(recorded.recorder().person()).hasToString("anna");
            assertThat(recorded.recorder().actingFor()).isEqualTo("TEAM");
            assertThat(recorded.recorder().authenticated()).isFalse();
            assertThat(recorded.recorder().pack()).isEqualTo("bylaws-2016");
            assertThat(recorded.recorder().idempotencyKey()).isEqualTo("key-who");
        }

        @Test
        void with_a_key_that_was_used_for_another_is_refused() {
            review("other");
            post("other/recommendations/1/draft-recommendation", "key-other", TEAM, draft("Publish"));
            Answer other = post("other/recommendations/1/draft-recommendation", "key-other", TEAM, draft("Hide"));
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.json().path("type").asText()).isEqualTo("/key-reused");
            assertThat(post("other/recommendations/1/draft-recommendation", "key-other", TEAM, bare())
                            .status())
                    .as("although it is malformed")
                    .isEqualTo(422);
        }

        @Test
        void that_no_rule_keeps_from_being_recorded_twice_is_not_under_one_key() {
            review("twice");
            Answer first = post("twice/note-occurrence", "key-twice", TEAM, NOTE);
            post("twice/note-occurrence", "key-twice-2", TEAM, NOTE);
            assertThat(post("twice/note-occurrence", "key-twice", TEAM, NOTE)).isEqualTo(first);
            assertThat(log().stream("review/twice")).hasSize(3);
            assertThat(post("twice/note-occurrence", "key-twice-3", TEAM, NOTE)
                            .json()
                            .path("version")
                            .asLong())
                    .isEqualTo(3);
        }

        @Test
        void on_an_older_version_than_the_present_is_shown_what_came_between() {
            review("stale");
            post("stale/recommendations/1/draft-recommendation", "key-stale-1", TEAM, draft("Publish"));
            post("stale/recommendations/1/reword-recommendation", "key-stale-2", TEAM, reword("Publish most"));
            String path = "stale/recommendations/1/reword-recommendation";
            Answer stale = post(path, "key-stale-3", TEAM, reword("Publish some"), "If-Match", "\"0\"");
            assertThat(stale.status()).isEqualTo(412);
            assertThat(stale.type()).isEqualTo("application/problem+json");
            JsonNode between = stale.json().path("events");
            assertThat(between).hasSize(1);
            assertThat(between.get(0).path("type").asText()).isEqualTo("RecommendationReworded");
            assertThat(between.get(0).path("payload").path("text").asText()).isEqualTo("Publish most");
            assertThat(between.get(0).path("recordedBy").asText()).isEqualTo("anna");

            assertThat(post(path, "key-stale-4", TEAM, reword("Publish some"), "If-Match", "\"1\"")
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void that_loses_a_race_against_another_process_is_shown_what_came_first_and_may_be_sent_again() {
            review("race");
            post("race/recommendations/1/draft-recommendation", "key-race-1", TEAM, draft("Publish"));
            String path = "race/recommendations/1/reword-recommendation";
            WaymarkEvent theirs = reworded("race/1", "Publish most");
            inTheMidstOfTheNext.set(() -> TestLog.appendElsewhere(service, theirs, 1));
            Answer lost = post(path, "key-race-2", TEAM, reword("Publish some"));
            assertThat(lost.status()).isEqualTo(409);
            assertThat(lost.json().path("type").asText()).isEqualTo("/conflict");
            assertThat(lost.json()
                            .path("events")
                            .get(0)
                            .path("payload")
                            .path("text")
                            .asText())
                    .isEqualTo("Publish most");

            assertThat(post(path, "key-race-2", TEAM, reword("Publish some")).status())
                    .isEqualTo(201);
        }

        @Test
        void is_decided_on_what_another_process_recorded_before() {
            review("elsewhere");
            String path = "elsewhere/recommendations/1/";
            post(path + "draft-recommendation", "key-elsewhere-1", TEAM, draft("Publish"));
            TestLog.appendElsewhere(service, reworded("elsewhere/1", "Publish most"), 1);
            Answer same = post(path + "reword-recommendation", "key-elsewhere-2", TEAM, reword("Publish most"));
            assertThat(same.json().path("rule").asText()).isEqualTo("IT_CHANGES_SOMETHING");
            TestLog.appendElsewhere(service, reworded("elsewhere/1", "Publish some"), 2);
            Answer again = post(path + "reword-recommendation", "key-elsewhere-2", TEAM, reword("Publish most"));
            assertThat(again.json().path("version").asLong()).isEqualTo(3);
        }

        private static WaymarkEvent reworded(String id, String text) {
            return read(
                    "RecommendationReworded",
                    "{\"recommendationId\":\"" + id
                            + "\",\"on\":{\"occurredOn\":\"2026-03-14\",\"by\":{\"role\":\"TEAM\"}}," + "\"text\":\""
                            + text + "\"}");
        }
    }

    @Nested
    class A_problem {

        @Test
        void names_the_rule_and_the_next_step() {
            review("rule");
            Answer refused = post("rule/recommendations/1/finalize-recommendation", "key-rule", TEAM, bare());
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.type()).isEqualTo("application/problem+json");
            assertThat(refused.json().path("type").asText()).isEqualTo("/rules/the-recommendation-is-on-record");
            assertThat(refused.json().path("rule").asText()).isEqualTo("THE_RECOMMENDATION_IS_ON_RECORD");
            assertThat(refused.json().path("status").asInt()).isEqualTo(409);
            assertThat(refused.json().path("nextStep").asText()).isEqualTo("draft-recommendation");

            post("rule/recommendations/1/draft-recommendation", "key-rule-2", TEAM, draft("Publish"));
            assertThat(post("rule/recommendations/1/withdraw-recommendation", "key-rule", TEAM, bare())
                            .status())
                    .as("a refusal leaves no receipt, its key is free")
                    .isEqualTo(201);
        }

        @Test
        void with_the_authority_is_403() {
            review("role");
            Answer missing = post("role/recommendations/1/draft-recommendation", "key-role", "BOARD", draft("Publish"));
            assertThat(missing.status()).isEqualTo(403);
            assertThat(missing.json().path("rule").asText()).isEqualTo("EVERYBODY_RECORDS_IN_THEIR_OWN_NAME");
            assertThat(missing.json().path("parameters").path("by").path("role").asText())
                    .isEqualTo("TEAM");
            String board = draft("Publish").replace("\"TEAM\"", "\"BOARD\"");
            assertThat(post("role/recommendations/1/draft-recommendation", "key-role", "BOARD", board)
                            .json()
                            .path("rule")
                            .asText())
                    .isEqualTo("THE_RULES_GIVE_THIS_TO_THE_ROLE");
        }

        @Test
        void with_the_future_is_400() {
            review("future");
            String body = draft("Publish").replace("2026-03-14", "2099-01-01");
            Answer future = post("future/recommendations/1/draft-recommendation", "key-future", TEAM, body);
            assertThat(future.status()).isEqualTo(400);
            assertThat(future.json().path("rule").asText()).isEqualTo("THE_DAY_HAS_BEGUN");
        }

        @Test
        void with_the_body_says_which_field_and_what_would_be_right() {
            review("body");
            String path = "body/recommendations/1/draft-recommendation";
            assertMalformed(path, draft("x").replace("printedAs", "printdAs"), "printdAs", "known are");
            assertMalformed(path, draft("x").replace("\"printedAs\":\"1\",", ""), "printedAs", "it is needed");
            assertMalformed(path, draft("x").replace("\"TEAM\"", "\"TEEM\""), "on.by.role", "one of TEAM, LEADERSHIP");
            assertMalformed(path, draft("x").replace("2026-03-14", "14.3.2026"), "on.occurredOn", "a day such as");
            assertMalformed(path, draft(" "), "text", "words");
            assertMalformed(path, "{", "body", "JSON");
            assertMalformed(path, "[]", "body", "an object");
            assertMalformed(path, "", "body", "as JSON");
            assertMalformed(path, draft("x".repeat(300_000)), "body", "at most");
            assertMalformed("Body/recommendations/1/draft-recommendation", draft("x"), "Body", "such as ssr2");
        }

        @Test
        void with_a_header_or_the_path_names_it() {
            assertThat(post("body/recommendations/1/do-something", "key", TEAM, bare())
                            .status())
                    .isEqualTo(404);
            assertThat(post("body/recommendations/1/withdraw-recommendation", "key", "KING", bare())
                            .json()
                            .path("detail")
                            .asText())
                    .contains("KING", "one of TEAM");
            assertThat(send("POST", "/commands/reviews/body/recommendations/1/withdraw-recommendation", bare())
                            .json()
                            .path("detail")
                            .asText())
                    .contains("Idempotency-Key");
        }

        private static void assertMalformed(String path, String body, String field, String expected) {
            Answer malformed = post(path, "key-malformed", TEAM, body);
            assertThat(malformed.status()).isEqualTo(400);
            assertThat(malformed.json().path("type").asText()).isEqualTo("/malformed");
            assertThat(malformed.json().path("detail").asText()).contains(field, expected);
        }
    }

    @Test
    void a_correction_takes_the_place_of_a_fact_and_a_retraction_takes_it_out() {
        review("correct");
        String path = "correct/recommendations/1/";
        String drafted = post(path + "draft-recommendation", "key-c1", TEAM, draft("Publsh"))
                .json()
                .path("eventId")
                .asText();
        String why = ",\"corrects\":\"" + drafted + "\",\"reason\":\"Misspelt\"},";
        Answer unnamed = post(path + "draft-recommendation", "key-c2", TEAM, draft("Publish"));
        assertThat(unnamed.json().path("rule").asText()).isEqualTo("A_NUMBER_IS_DRAFTED_ONCE");
        Answer corrected = post(
                path + "draft-recommendation", "key-c2", TEAM, draft("Publish").replace("},", why));
        assertThat(corrected.status()).isEqualTo(201);
        Answer twice = post(
                path + "draft-recommendation", "key-c3", TEAM, draft("Publish!").replace("},", why));
        assertThat(twice.json().path("rule").asText()).isEqualTo("A_CORRECTION_NAMES_A_STANDING_FACT");

        String withdrawn = post(path + "withdraw-recommendation", "key-c4", TEAM, bare())
                .json()
                .path("eventId")
                .asText();
        String retract = bare().replace("}}", "},\"corrects\":\"" + withdrawn + "\",\"reason\":\"Never happened\"}");
        assertThat(post(path + "reword-recommendation", "key-c5", TEAM, reword("Publish all"))
                        .json()
                        .path("rule")
                        .asText())
                .isEqualTo("IT_STILL_STANDS");
        Answer retracted = post(path + "retract-recommendation-fact", "key-c6", TEAM, retract);
        assertThat(retracted.status()).isEqualTo(201);
        assertThat(post(path + "reword-recommendation", "key-c5", TEAM, reword("Publish all"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void trying_tells_what_would_be_recorded_and_records_nothing() {
        review("try");
        long before = log().position();
        String path = "\"path\":\"/commands/reviews/try/recommendations/1/";
        Answer tried = send(
                "POST",
                "/commands/try",
                "{\"commands\":["
                        + "{\"line\":\"1\"," + path + "withdraw-recommendation\",\"body\":" + bare() + "},"
                        + "{\"line\":\"2\"," + path + "draft-recommendation\",\"body\":" + draft("Publish") + "},"
                        + "{\"line\":\"3\"," + path + "withdraw-recommendation\",\"body\":" + bare() + "},"
                        + "{\"line\":\"4\"," + path + "reword-recommendation\",\"body\":{}}]}",
                "Waymark-Person",
                "anna",
                "Waymark-Acting-For",
                TEAM);
        assertThat(tried.status()).isEqualTo(200);
        JsonNode results = tried.json().path("results");
        assertThat(results.get(0).path("refusal").path("rule").asText()).isEqualTo("THE_RECOMMENDATION_IS_ON_RECORD");
        assertThat(results.get(1).path("event").path("type").asText()).isEqualTo("RecommendationDrafted");
        assertThat(results.get(1).path("event").path("payload").path("pack").asText())
                .isEqualTo("bylaws-2016");
        assertThat(results.get(2).path("event").path("type").asText()).isEqualTo("RecommendationWithdrawn");
        assertThat(results.get(3).path("malformed").asText()).contains("on", "needed");
        assertThat(log().position()).isEqualTo(before);
    }

    @Test
    void trying_a_key_that_was_answered_gives_its_answer() {
        review("tried");
        Answer first = post("tried/recommendations/1/draft-recommendation", "key-tried", TEAM, draft("Publish"));
        Answer tried = send(
                "POST",
                "/commands/try",
                "{\"commands\":[{\"key\":\"key-tried\",\"path\":\"/commands/reviews/tried/recommendations/1/"
                        + "draft-recommendation\",\"body\":" + draft("Publish") + "}]}",
                "Waymark-Person",
                "anna",
                "Waymark-Acting-For",
                TEAM);
        assertThat(tried.json().path("results").get(0).path("already")).isEqualTo(first.json());
    }

    @Test
    void what_is_possible_lists_every_command_with_the_rule_against_it() {
        review("possible");
        Answer before = send("GET", "/commands/possible?stream=recommendation/possible/1&by=TEAM", "");
        assertThat(before.status()).isEqualTo(200);
        assertThat(before.json().path("commands")).hasSize(RECOMMENDATION_COMMANDS);
        assertThat(send("GET", "/commands/possible?stream=review/possible&by=SOAC:GNSO", "")
                        .json()
                        .path("commands"))
                .hasSize(REVIEW_COMMANDS);
        assertThat(possible(before)).containsExactly("draft-recommendation", "retract-recommendation-fact");

        post("possible/recommendations/1/draft-recommendation", "key-possible", TEAM, draft("Publish"));
        Answer after = send("GET", "/commands/possible?stream=recommendation/possible/1&by=TEAM", "");
        assertThat(possible(after))
                .contains("reword-recommendation")
                .doesNotContain("draft-recommendation", "prioritize-recommendation");
        JsonNode call = after.json().path("commands").get(5);
        assertThat(call.path("rule").asText()).isEqualTo("THE_RULES_GIVE_THIS_TO_THE_ROLE");
        assertThat(call.path("parameters").path("allowed").get(0).asText()).isEqualTo("LEADERSHIP");
        JsonNode draft = after.json().path("commands").get(0);
        assertThat(draft.path("path").asText())
                .isEqualTo("/commands/reviews/possible/recommendations/1/draft-recommendation");
        assertThat(draft.path("rule").asText()).isEqualTo("A_NUMBER_IS_DRAFTED_ONCE");
        assertThat(draft.path("nextStep").asText()).isEqualTo("reword-recommendation");
    }

    private static List<String> possible(Answer answer) {
        return answer.json()
                .path("commands")
                .valueStream()
                .filter(command -> command.path("possible").asBoolean())
                .map(command -> command.path("verb").asText())
                .toList();
    }

    @Test
    void the_description_has_a_form_for_every_command() {
        JsonNode api = send("GET", "/commands/openapi.json", "").json();
        assertThat(api.path("paths")).hasSize(REVIEW_COMMANDS + RECOMMENDATION_COMMANDS);
        JsonNode post = api.path("paths")
                .path("/commands/reviews/{review}/recommendations/{number}/record-board-action")
                .path("post");
        assertThat(post.path("x-stream").asText()).isEqualTo("recommendation");
        assertThat(post.path("x-group").asText()).isEqualTo("board");
        JsonNode schema = post.path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        assertThat(schema.path("required").valueStream().map(JsonNode::asText)).containsExactly("on", "disposition");
        assertThat(schema.path("properties").path("disposition").path("enum")).hasSize(4);
        assertThat(schema.path("properties")
                        .path("on")
                        .path("properties")
                        .path("occurredOn")
                        .path("format")
                        .asText())
                .isEqualTo("date");
        assertThat(schema.path("properties").has("recommendationId")).isFalse();
    }

    @Test
    void a_name_is_kept_beside_the_log_and_can_be_taken_away() {
        assertThat(send("PUT", "/commands/people/anna", "{\"name\":\"Anna Example\"}")
                        .status())
                .isEqualTo(204);
        assertThat(service.getBean(org.waymark.events.store.People.class).names())
                .containsEntry("anna", "Anna Example");
        assertThat(send("PUT", "/commands/people/anna", "{\"name\":\"\"}").status())
                .isEqualTo(204);
        assertThat(service.getBean(org.waymark.events.store.People.class).names())
                .doesNotContainValue("Anna Example");
        assertThat(send("PUT", "/commands/people/anna", "{}").status()).isEqualTo(400);
    }

    @Test
    void commands_and_refusals_are_counted() {
        review("count");
        post("count/recommendations/1/withdraw-recommendation", "key-count", TEAM, bare());
        String metrics = text("/actuator/prometheus");
        assertThat(metrics)
                .contains("waymark_refusals_total{rule=\"THE_RECOMMENDATION_IS_ON_RECORD\"}")
                .contains("waymark_commands_total{outcome=\"refused\",stream=\"recommendation\"}")
                .contains("waymark_command_seconds_count");
        assertThat(text("/actuator/health")).contains("UP");
    }

    private static final String NOTE = """
            {"on":{"occurredOn":"2026-03-14","by":{"role":"TEAM"}},"kind":"meeting","words":"They met."}""";

    private static String bare() {
        return "{\"on\":{\"occurredOn\":\"2026-03-14\",\"by\":{\"role\":\"TEAM\"}}}";
    }

    private static String draft(String text) {
        return "{\"on\":{\"occurredOn\":\"2026-03-14\",\"by\":{\"role\":\"TEAM\"}},\"printedAs\":\"1\",\"text\":\""
                + text + "\"}";
    }

    private static String reword(String text) {
        return "{\"on\":{\"occurredOn\":\"2026-03-14\",\"by\":{\"role\":\"TEAM\"}},\"text\":\"" + text + "\"}";
    }

    private static EventLog log() {
        return service.getBean(EventLog.class);
    }

    /** Puts a review on record as another process would. */
    private static void review(String id) {
        TestLog.appendElsewhere(
                service,
                read(
                        "ReviewScheduled",
                        "{\"reviewId\":\"" + id + "\",\"on\":{\"occurredOn\":\"2026-01-01\",\"by\":{\"role\":\"ORG\"}},"
                                + "\"kind\":\"ATRT\",\"name\":\"A review\",\"printedAs\":\"A\",\"pack\":\"bylaws-2016\"}"),
                0);
    }

    private static WaymarkEvent read(String name, String json) {
        return EventJson.read(name, json);
    }

    private static Answer post(String path, String key, String actingFor, String body, String... more) {
        String[] headers = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "Idempotency-Key", key, "Waymark-Person", "anna", "Waymark-Acting-For", actingFor),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new);
        return send("POST", "/commands/reviews/" + path, body, headers);
    }

    private static Answer send(String method, String path, String body, String... headers) {
        HttpResponse<String> response = exchange(method, path, body, headers);
        try {
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    EventJson.mapper().readTree(response.body().isEmpty() ? "{}" : response.body()));
        } catch (IOException unreadable) {
            throw new AssertionError(response.body(), unreadable);
        }
    }

    private static String text(String path) {
        return exchange("GET", path, "").body();
    }

    private static HttpResponse<String> exchange(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
