package org.waymark.stories;

import static org.waymark.stories.Telling.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes the story of ICANN's reviews from {@code stories/source/reviews.json}, and the report that says of every value
 * of the source where it went. The same input gives the same bytes.
 */
public final class HistoryConverter {

    private static final String STORY = "icann-history";

    private final JsonNode source;
    private final JsonNode mapping;
    private final SortedMap<String, String> people = new TreeMap<>();
    private final Claims claims = new Claims();
    private final List<ObjectNode> lines = new ArrayList<>();

    private HistoryConverter(JsonNode source, JsonNode mapping) {
        this.source = source;
        this.mapping = mapping;
    }

    /** Writes story and reports into the folder that holds {@code source/} and {@code mapping.json}. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length == 0 ? "stories" : arguments[0]);
        Converted converted = convert(folder);
        Files.writeString(folder.resolve(STORY + ".jsonl"), converted.story());
        Files.writeString(folder.resolve(STORY + "-report.json"), converted.reportJson());
        Files.writeString(
                folder.resolve(STORY + "-report.md"), HistoryReport.summary(converted.report(), converted.mapping()));
    }

    /** Converts without writing. */
    static Converted convert(Path folder) throws IOException {
        JsonNode source = JSON.readTree(folder.resolve("source/reviews.json").toFile());
        JsonNode mapping = JSON.readTree(folder.resolve("mapping.json").toFile());
        return new HistoryConverter(source, mapping).convert();
    }

    /** What the converter makes. */
    record Converted(JsonNode source, JsonNode mapping, List<ObjectNode> lines, ObjectNode report) {

        String story() {
            return lines.stream().map(ObjectNode::toString).collect(Collectors.joining("\n", "", "\n"));
        }

        String reportJson() throws IOException {
            StringBuilder text = new StringBuilder("{\n");
            report.properties().forEach(e -> {
                if (!e.getKey().equals("facts")) {
                    text.append("\"%s\": %s,%n".formatted(e.getKey(), e.getValue()));
                }
            });
            List<String> facts = new ArrayList<>();
            report.path("facts").forEach(fact -> facts.add(fact.toString()));
            return text.append("\"facts\": [\n")
                    .append(String.join(",\n", facts))
                    .append("\n]\n}\n")
                    .toString();
        }
    }

    private Converted convert() {
        Map<String, Source> sources = new HashMap<>();
        source.path("sources")
                .properties()
                .forEach(e -> sources.put(e.getKey(), Source.of(e.getKey(), e.getValue(), mapping.path("titles"))));
        sources.keySet().forEach(id -> claims.leftOut("/sources/" + id, "no fact that was recorded rests on it"));
        claims.leftOut("/about", mapping.path("leftOut").path("/about").asText());
        claims.leftOut("/program", mapping.path("leftOut").path("/program").asText());
        List<List<Draft>> reviews = new ArrayList<>();
        for (int i = 0; i < source.path("reviews").size(); i++) {
            reviews.add(tell(new Telling(source, i, mapping, sources, people, claims)));
        }
        header();
        reviews.forEach(this::number);
        ObjectNode report = JSON.createObjectNode().put("story", STORY).put("lines", lines.size() - 1);
        report.setAll(claims.report(source, JSON));
        return new Converted(source, mapping, List.copyOf(lines), report);
    }

    private static List<Draft> tell(Telling telling) {
        RecommendationLines recommendations = new RecommendationLines(telling);
        TeamLines team = new TeamLines(telling);
        recommendations.tell();
        team.tellUndated();
        new EntryLines(telling, recommendations, team).tell();
        new OtherLines(telling).tell();
        return telling.drafts.stream().sorted(Draft.TELLING).toList();
    }

    private void header() {
        lines.add(JSON.createObjectNode()
                .put("story", STORY)
                .put("title", "ICANN's reviews, 2010 to 2026, from public pages")
                .put("person", "archivist")
                .put("actingFor", "ARCHIVIST"));
        people.put("archivist", "Archivist of public records");
        people.forEach((id, name) -> {
            ObjectNode line = JSON.createObjectNode()
                    .put("line", "person-" + id)
                    .put("method", "PUT")
                    .put("path", "/commands/people/" + id);
            line.putObject("body").put("name", name);
            lines.add(line);
        });
    }

    private void number(List<Draft> drafts) {
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            String id = "%s-%04d".formatted(draft.review(), i + 1);
            lines.add(JSON.createObjectNode()
                    .put("line", id)
                    .put("path", draft.path())
                    .set("body", draft.body()));
            draft.from().forEach(pointer -> claims.recorded(pointer, id));
            draft.cites().forEach(cited -> claims.recorded("/sources/" + cited, id));
        }
    }
}
