package org.waymark.stories;

import static org.waymark.stories.Telling.JSON;
import static org.waymark.stories.Telling.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import org.waymark.stories.Telling.Entry;
import org.waymark.stories.Telling.Line;

/** Tells the recommendations of one review: their text, consensus, priority, and the final report that lists them. */
final class RecommendationLines {

    private final Telling telling;
    private final JsonNode recommendations;

    RecommendationLines(Telling telling) {
        this.telling = telling;
        this.recommendations = telling.review.path("recommendations");
    }

    boolean listed() {
        return !recommendations.isEmpty();
    }

    void tell() {
        for (int i = 0; i < recommendations.size(); i++) {
            JsonNode recommendation = recommendations.get(i);
            String pointer = telling.pointer + "/recommendations/" + i;
            draft(recommendation, pointer);
            consensus(recommendation, pointer);
            priority(recommendation, pointer);
            new OutcomeLines(telling, recommendation, pointer).tell();
        }
        undatedFinalReport();
    }

    private Entry report() {
        return telling.entries("FinalReportSubmitted").getFirst();
    }

    /** The recommendation stood in the final report at the latest. */
    private When reported() {
        return When.by(When.ofEntry(report().node()).on());
    }

    private void draft(JsonNode recommendation, String pointer) {
        SequencedSet<String> cites = new LinkedHashSet<>(texts(recommendation.path("titleSources")));
        cites.addAll(texts(report().node().path("sources")));
        Line line = telling.line(number(recommendation), "draft-recommendation", reported(), "TEAM", cites)
                .with("printedAs", number(recommendation));
        for (String field : List.of("title", "topic")) {
            if (recommendation.has(field)) {
                line.with(field, recommendation.path(field).asText());
            }
            line.telling(pointer + "/" + field);
        }
        if (recommendation.has("addressee")) {
            ArrayNode addressees = line.fields.putArray("addressees");
            recommendation.path("addressee").forEach(a -> addressees.add(group(a.asText())));
        }
        line.telling(pointer + "/number", pointer + "/addressee", pointer + "/titleSources")
                .add();
    }

    private String group(String printed) {
        return Optional.of(telling.mapping.path("groups").path(printed))
                .filter(JsonNode::isTextual)
                .orElseThrow()
                .asText();
    }

    private void consensus(JsonNode recommendation, String pointer) {
        JsonNode consensus = recommendation.path("consensus");
        if (!consensus.isMissingNode()) {
            telling.line(
                            number(recommendation),
                            "designate-consensus",
                            reported(),
                            "LEADERSHIP",
                            texts(consensus.path("sources")))
                    .with("level", consensus.path("level").asText())
                    .telling(pointer + "/consensus")
                    .add();
        }
    }

    private void priority(JsonNode recommendation, String pointer) {
        JsonNode priority = recommendation.path("teamPriority");
        if (!priority.isMissingNode()) {
            telling.line(
                            number(recommendation),
                            "prioritize-recommendation",
                            reported(),
                            "TEAM",
                            texts(priority.path("sources")))
                    .with("priority", priority.path("level").asText())
                    .because(
                            priority.has("stage")
                                    ? "Set by the plenary that adopted the report; the copy has no day."
                                    : "")
                    .telling(pointer + "/teamPriority")
                    .add();
        }
    }

    /** Adds the report's counts and its list of recommendations to the line that submits it. */
    void finalReport(Line line) {
        count(line, "recommendationCount", "recommendationCount", "");
        count(line, "componentCount", "partCount", "componentSources");
        if (listed()) {
            ArrayNode printed = line.fields.putArray("recommendations");
            recommendations.forEach(recommendation -> printed.add(printed(recommendation)));
        }
        line.add();
    }

    private void count(Line line, String of, String field, String sources) {
        if (telling.review.has(of)) {
            line.fields.set(field, telling.review.path(of));
            line.citing(telling.review.path(sources));
            line.telling(telling.pointer + "/" + of, telling.pointer + "/" + sources);
        }
    }

    private static ObjectNode printed(JsonNode recommendation) {
        ObjectNode printed =
                JSON.createObjectNode().put("number", number(recommendation).toLowerCase(Locale.ROOT));
        if (recommendation.has("consensus")) {
            printed.put("level", recommendation.path("consensus").path("level").asText());
        }
        if (recommendation.has("teamPriority")) {
            printed.put(
                    "priority",
                    recommendation.path("teamPriority").path("level").asText());
        }
        return printed;
    }

    private void undatedFinalReport() {
        JsonNode settings = telling.mapping.path("finalReports").path(telling.name());
        if (!settings.isMissingNode()) {
            When when = When.of(
                    settings.path("on").asText(), settings.path("precision").asText());
            finalReport(telling.line("submit-final-report", when, "TEAM", settings.path("sources"))
                    .because(settings.path("reason").asText()));
        }
    }

    /** A dated Board action is told by those lines of the recommendations that are of its day. */
    void boardActionEntry(Entry entry) {
        When when = When.ofEntry(entry.node());
        for (Draft draft : List.copyOf(telling.drafts)) {
            if (draft.verb().equals("record-board-action")
                    && draft.effectiveOn().equals(when.effectiveOn())) {
                telling.settings(entry.node())
                        .path("fields")
                        .properties()
                        .forEach(e -> draft.body().set(e.getKey(), e.getValue()));
                telling.drafts.set(telling.drafts.indexOf(draft), draft.alsoTelling(entry.pointer()));
            }
        }
    }

    void notified(Entry entry, JsonNode kind) {
        for (JsonNode recommendation : recommendations) {
            for (String group : texts(recommendation.path("passThroughTo"))) {
                telling.line(
                                number(recommendation),
                                kind.path("verb").asText(),
                                When.ofEntry(entry.node()),
                                kind.path("by").asText(),
                                texts(entry.node().path("sources")))
                        .with("part", OutcomeLines.partPassed(recommendation))
                        .with("group", group(group))
                        .telling(entry.pointer())
                        .add();
            }
        }
    }

    static String number(JsonNode recommendation) {
        return recommendation.path("number").asText();
    }
}
