package org.waymark.drills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** A running application, as its users see it over HTTP. */
record Waymark(URI url) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** An answer: the status and what was said. */
    record Answer(int status, JsonNode body) {}

    /**
     * Sends a command, again while it loses a race.
     *
     * @throws IOException if no answer comes
     */
    Answer send(Asked asked) throws IOException {
        Answer answer;
        do {
            answer = exchange(request("/commands/reviews/" + asked.path())
                    .POST(BodyPublishers.ofString(asked.body().toString()))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", asked.key())
                    .header("Waymark-Person", "driller")
                    .header("Waymark-Acting-For", asked.actingFor()));
        } while (answer.status() == 409 && answer.body().path("type").asText().equals("/conflict"));
        return answer;
    }

    /** Sends a command that has to be answered with the place of its event. */
    Told settle(Asked asked) throws IOException {
        Answer answer = send(asked);
        if (answer.status() != 201) {
            throw new Violation(
                    "The command %s was answered %d when it was sent again: %s",
                    asked.key(), answer.status(), answer.body());
        }
        return Told.of(asked, answer.body());
    }

    String epoch() throws IOException {
        return get("/api/status").body().path("epoch").asText();
    }

    List<String> views() throws IOException {
        return get("/api/status").body().path("views").findValuesAsText("view");
    }

    /** Returns where the log ends, whatever the views have seen of it. */
    long head() throws IOException {
        JsonNode view = get("/api/status").body().path("views").path(0);
        return view.path("position").asLong() + view.path("lagEvents").asLong();
    }

    /** Reads the whole trail, once it has come as far as the log: each event by its position. */
    SortedMap<Long, JsonNode> trail() throws IOException {
        long head = head();
        SortedMap<Long, JsonNode> rows = new TreeMap<>();
        String cursor = "";
        do {
            String page = "/api/trail?limit=500" + cursor;
            Answer answer = get(page + "&minPosition=" + head);
            for (long deadline = deadline(); answer.status() == 503; answer = get(page + "&minPosition=" + head)) {
                check(deadline, "The trail did not come as far as the log, which ends at position " + head);
            }
            for (JsonNode entry : answer.body().path("rows")) {
                rows.put(entry.path("key").asLong(), entry.path("row"));
            }
            cursor = answer.body().hasNonNull("next")
                    ? "&cursor=" + answer.body().path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        return rows;
    }

    /** Folds a view again beside the one that is shown and returns what that says: IDENTICAL, if all is well. */
    String replay(String view) throws IOException {
        Answer answer = exchange(request("/actuator/replay/" + view).POST(BodyPublishers.noBody()));
        for (long deadline = deadline(); answer.body().path("state").asText().equals("RUNNING"); ) {
            check(deadline, "The replay of " + view + " did not end");
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            answer = get("/actuator/replay/" + view);
        }
        return answer.body().path("state").asText();
    }

    private static long deadline() {
        return System.nanoTime() + PATIENCE.toNanos();
    }

    private static void check(long deadline, String what) {
        if (System.nanoTime() > deadline) {
            throw new Violation("%s within %d s.", what, PATIENCE.toSeconds());
        }
    }

    private Answer get(String path) throws IOException {
        return exchange(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE);
    }

    private static Answer exchange(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            boolean json =
                    answer.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(answer.statusCode(), json ? JSON.readTree(answer.body()) : JSON.missingNode());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
