package org.waymark.stories;

import static org.waymark.stories.Telling.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.IntStream;
import org.waymark.stories.Telling.Line;

/** Tells what became of one recommendation: the Board's actions, the community's priority, the reported work. */
final class OutcomeLines {

    private static final Map<String, String> DISPOSITIONS = Map.of(
            "approved", "APPROVED", "rejected", "REJECTED", "pending", "PENDING", "passedThrough", "PASSED_THROUGH");

    private final Telling telling;
    private final JsonNode recommendation;
    private final String pointer;
    private final String number;

    OutcomeLines(Telling telling, JsonNode recommendation, String pointer) {
        this.telling = telling;
        this.recommendation = recommendation;
        this.pointer = pointer;
        this.number = RecommendationLines.number(recommendation);
    }

    void tell() {
        JsonNode history = recommendation.path("boardHistory");
        for (int i = 0; i < history.size(); i++) {
            boardAction(history.get(i), pointer + "/boardHistory/" + i);
        }
        telling.claims.leftOut(pointer + "/currentDisposition", "follows from the Board's actions; a test compares it");
        communityPriority();
        JsonNode reports = recommendation.path("implementation");
        for (int i = 0; i < reports.size(); i++) {
            status(reports.get(i), pointer + "/implementation/" + i);
        }
    }

    private void boardAction(JsonNode action, String from) {
        boolean dated = action.has("date");
        When when = dated ? When.ofEntry(action) : telling.newestEvidence();
        List<Integer> rows = rowsOf(action);
        SequencedSet<String> cites = new LinkedHashSet<>();
        rows.forEach(row ->
                cites.addAll(texts(telling.review.path("boardActions").get(row).path("sources"))));
        Line line = telling.line(number, "record-board-action", when, "BOARD", cites)
                .with("part", part(action))
                .with("disposition", DISPOSITIONS.get(action.path("action").asText()))
                .because(dated ? "" : "The day of the action was not found; it is not later than the newest evidence.")
                .telling(from);
        rows.forEach(row -> line.telling(telling.pointer + "/boardActions/" + row));
        if (action.path("action").asText().equals("passedThrough")) {
            passedTo(line);
        }
        line.add();
    }

    /** Finds the Board actions of the same date, or without one: they hold the sources. */
    private List<Integer> rowsOf(JsonNode action) {
        JsonNode rows = telling.review.path("boardActions");
        List<Integer> same = IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).path("date").equals(action.path("date")))
                .boxed()
                .toList();
        if (same.isEmpty()) {
            throw new IllegalStateException("no Board action of that day: " + action);
        }
        return same;
    }

    /**
     * Names the part of a split recommendation: 1 is the part on which the Board itself decides, 2 the one it passes
     * through. The sources say "in part" and no more.
     */
    private static String part(JsonNode action) {
        if (!action.has("part")) {
            return "whole";
        }
        return action.path("action").asText().equals("passedThrough") ? "2" : "1";
    }

    static String partPassed(JsonNode recommendation) {
        for (JsonNode action : recommendation.path("boardHistory")) {
            if (action.path("action").asText().equals("passedThrough")) {
                return part(action);
            }
        }
        throw new IllegalStateException("never passed through: " + recommendation);
    }

    private void passedTo(Line line) {
        List<String> told = texts(recommendation.path("passThroughTo"));
        List<String> answered = telling.mapping
                        .path("answers")
                        .path(telling.name() + " 0")
                        .path("recommendation")
                        .asText()
                        .equals(number)
                ? List.of("GNSO")
                : List.of();
        ArrayNode passedTo = line.fields.putArray("passedTo");
        told.forEach(passedTo::add);
        answered.forEach(passedTo::add);
        if (passedTo.isEmpty()) {
            line.fields.remove("passedTo");
        }
        line.telling(pointer + "/passThroughTo");
    }

    private void communityPriority() {
        String printed = recommendation.path("communityPriority").asText("");
        if (printed.isEmpty()) {
            return;
        }
        JsonNode known = telling.mapping.path("communityPriorities").path(printed);
        Line line = telling.line(
                        number,
                        "assign-community-priority",
                        When.by(snapshot()),
                        "ORG",
                        texts(recommendation.path("titleSources")))
                .with("priority", known.path("priority").asText(printed))
                .because("Read from a status page; the day of the assignment was not found.")
                .telling(pointer + "/communityPriority");
        if (known.has("rationale")) {
            line.with("rationale", known.path("rationale").asText());
        }
        line.add();
    }

    private LocalDate snapshot() {
        return texts(recommendation.path("titleSources")).stream()
                .map(telling.mapping.path("snapshots")::path)
                .filter(JsonNode::isTextual)
                .map(day -> LocalDate.parse(day.asText()))
                .findFirst()
                .orElseThrow();
    }

    private void status(JsonNode report, String from) {
        boolean dated = report.has("asOf");
        When when = dated
                ? When.of(report.path("asOf").asText(), report.path("precision").asText())
                : telling.newestEvidence();
        String printed = report.path("status").asText();
        JsonNode known = telling.mapping.path("statuses").path(printed);
        Line line = telling.line(number, "report-implementation-status", when, "ORG", texts(report.path("sources")))
                .with("status", known.path("status").asText(printed))
                .because(dated ? "" : "The page prints no day; it is not later than the newest evidence.")
                .telling(from);
        if (known.has("words")) {
            line.with("words", known.path("words").asText());
        }
        line.add();
    }
}
