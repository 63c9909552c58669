package org.waymark.stories;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.waymark.stories.Outcome.State;

/** The command side as a story's player sees it. */
final class Server implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 5;

    private final URI url;
    private final String story;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Says that the server answers, but not as a command side that can try. */
    static final class Unwilling extends IOException {
        private static final long serialVersionUID = 1;

        Unwilling(String why) {
            super(why);
        }
    }

    Server(URI url, String story) {
        this.url = url;
        this.story = story;
    }

    String key(StoryLine line) {
        return story + ":" + line.id();
    }

    /**
     * Sends one line; a lost race or a busy server is asked again.
     *
     * @throws IOException if the server does not answer
     */
    Outcome send(StoryLine line, boolean already) throws IOException, InterruptedException {
        HttpRequest request = request(line.path())
                .method(line.method(), BodyPublishers.ofString(line.body().toString()))
                .header("Idempotency-Key", key(line))
                .header("Waymark-Person", line.person())
                .header("Waymark-Acting-For", line.actingFor())
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        for (int attempt = 1; attempt < ATTEMPTS && askAgain(answer); attempt++) {
            Thread.sleep(Duration.ofMillis(100L * attempt));
            answer = client.send(request, BodyHandlers.ofString());
        }
        return outcome(line, already, answer);
    }

    private static boolean askAgain(HttpResponse<String> answer) {
        boolean race =
                answer.statusCode() == 409 && json(answer).path("type").asText().endsWith("/conflict");
        return race || answer.statusCode() == 503 || answer.statusCode() == 429;
    }

    private static Outcome outcome(StoryLine line, boolean already, HttpResponse<String> answer) {
        JsonNode body = json(answer);
        return switch (answer.statusCode()) {
            case 204 -> new Outcome(line, State.NAMED, "", MissingNode.getInstance());
            case 200, 201 -> new Outcome(line, already ? State.ALREADY : State.RECORDED, "", body);
            case 403, 409 -> new Outcome(line, State.REFUSED, refusal(body), body);
            case 404 ->
                new Outcome(line, State.MALFORMED, "the server knows no command '%s'".formatted(line.path()), body);
            case 422 ->
                new Outcome(
                        line,
                        State.MALFORMED,
                        "recorded before with other content under the same line id; give the line a new id",
                        body);
            case 400 -> new Outcome(line, State.MALFORMED, detail(body, answer), body);
            default ->
                new Outcome(
                        line,
                        State.FAILED,
                        "the server answers %d: %s".formatted(answer.statusCode(), detail(body, answer)),
                        body);
        };
    }

    private static String detail(JsonNode body, HttpResponse<String> answer) {
        return body.path("detail")
                .asText(body.path("title")
                        .asText(answer.body().lines().findFirst().orElse("no words")));
    }

    /** Reads a refusal, in the form it has alone or in the answer to a dry run. */
    static String refusal(JsonNode refusal) {
        String words = refusal.path("rule").asText(refusal.path("type").asText()) + ": "
                + refusal.path("detail").asText();
        String with = refusal.path("parameters").isEmpty() ? "" : " " + refusal.path("parameters");
        return words
                + with
                + (refusal.hasNonNull("nextStep")
                        ? " Next: " + refusal.path("nextStep").asText()
                        : "");
    }

    /**
     * Asks what would be recorded; nothing is.
     *
     * @return the results by line id, or the server's words where it can't try at all
     */
    JsonNode tryOut(List<StoryLine> lines) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        for (StoryLine line : lines) {
            ObjectNode command = body.withArray("commands").addObject();
            command.put("line", line.id()).put("key", key(line)).put("path", line.path());
            command.put("person", line.person())
                    .put("actingFor", line.actingFor())
                    .set("body", line.body());
        }
        HttpResponse<String> answer = client.send(
                request("/commands/try")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .header("Waymark-Person", lines.getFirst().person())
                        .header("Waymark-Acting-For", lines.getFirst().actingFor())
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new Unwilling(
                    "POST /commands/try answers %d: %s".formatted(answer.statusCode(), detail(json(answer), answer)));
        }
        return json(answer).path("results");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path))
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return answer.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(answer.body());
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
