package org.waymark.stories;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A story as its file tells it: a first line that names it, then one command a line.
 *
 * @param problems lines that are no command; they are reported and left out
 */
record Story(String id, String title, List<StoryLine> lines, List<Problem> problems) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern PATH = Pattern.compile(
            "/commands/(people/[a-z0-9-]+|reviews/[a-z0-9-]+(/recommendations/[a-z0-9.-]+)?/[a-z]+(-[a-z]+)*)");

    /** A line that is no command, and why. */
    record Problem(int at, String line, String why) {}

    /** Says that a file is no story at all. */
    static final class NoStory extends Exception {
        private static final long serialVersionUID = 1;

        NoStory(String why) {
            super(why);
        }
    }

    /**
     * Reads a story.
     *
     * @param today what the word {@code today} in it stands for
     * @throws NoStory if the first line does not name it
     */
    static Story read(List<String> text, LocalDate today) throws NoStory {
        JsonNode header = header(text);
        Reader reader = new Reader(header, today);
        for (int i = 1; i < text.size(); i++) {
            reader.read(i + 1, text.get(i));
        }
        String id = header.path("story").asText();
        return new Story(id, header.path("title").asText(id), List.copyOf(reader.lines), List.copyOf(reader.problems));
    }

    private static JsonNode header(List<String> text) throws NoStory {
        try {
            JsonNode header = text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text.getFirst());
            for (String field : List.of("story", "person", "actingFor")) {
                if (header.path(field).asText("").isBlank()) {
                    throw new NoStory("line 1 must name the story: it has no \"%s\"".formatted(field));
                }
            }
            return header;
        } catch (JsonProcessingException broken) {
            throw new NoStory("line 1 must name the story, and is no JSON: " + broken.getOriginalMessage());
        }
    }

    private static final class Reader {
        private final JsonNode header;
        private final LocalDate today;
        private final List<StoryLine> lines = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Map<String, Integer> seen = new HashMap<>();

        private Reader(JsonNode header, LocalDate today) {
            this.header = header;
            this.today = today;
        }

        private void read(int at, String text) {
            if (text.isBlank()) {
                return;
            }
            try {
                JsonNode line = JSON.readTree(text);
                String id = line.path("line").asText("");
                String why = wrong(line, id);
                if (why.isEmpty()) {
                    seen.put(id, at);
                    lines.add(line(at, id, line));
                } else {
                    problems.add(new Problem(at, id, why));
                }
            } catch (JsonProcessingException broken) {
                problems.add(new Problem(at, "", "no JSON: " + broken.getOriginalMessage()));
            }
        }

        private String wrong(JsonNode line, String id) {
            String path = line.path("path").asText("");
            if (id.isBlank()) {
                return "it has no \"line\", the id of the line";
            }
            if (seen.containsKey(id)) {
                return "the line id is taken by line " + seen.get(id);
            }
            if (!PATH.matcher(path).matches()) {
                return "unknown path '" + path + "'";
            }
            boolean put = line.path("method").asText("POST").equals("PUT");
            if (put != path.startsWith("/commands/people/")) {
                return "unknown path '%s' for %s".formatted(path, put ? "PUT" : "POST");
            }
            return line.path("body").isObject() ? "" : "it has no \"body\"";
        }

        private StoryLine line(int at, String id, JsonNode line) {
            return new StoryLine(
                    at,
                    id,
                    line.path("method").asText("POST"),
                    line.path("path").asText(),
                    (ObjectNode) Today.in(line.path("body"), today),
                    line.path("person").asText(header.path("person").asText()),
                    line.path("actingFor").asText(header.path("actingFor").asText()));
        }
    }
}
