package org.waymark.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/** A story's lines, sent as fast as they are answered. */
record Story(List<String> lines) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Sends every line; returns the last position. */
    long play(Wire wire) throws IOException {
        JsonNode story = JSON.readTree(lines.getFirst());
        long position = 0;
        for (String text : lines.subList(1, lines.size())) {
            JsonNode line = JSON.readTree(text);
            boolean names = line.path("method").asText().equals("PUT");
            Wire.Answer answer = wire.send(
                            names ? "PUT" : "POST",
                            line.path("path").asText(),
                            line.path("body").toString(),
                            "Content-Type: application/json",
                            "Idempotency-Key: " + story.path("story").asText() + ":"
                                    + line.path("line").asText(),
                            "Waymark-Person: "
                                    + line.path("person")
                                            .asText(story.path("person").asText()),
                            "Waymark-Acting-For: "
                                    + line.path("actingFor")
                                            .asText(story.path("actingFor").asText()))
                    .expect(names ? 204 : 201);
            position = names
                    ? position
                    : JSON.readTree(answer.body()).path("position").asLong();
        }
        return position;
    }
}
