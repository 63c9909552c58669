package org.waymark.stories;

import static org.waymark.stories.Telling.JSON;
import static org.waymark.stories.Telling.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.waymark.events.Precision;
import org.waymark.stories.Telling.Entry;
import org.waymark.stories.Telling.Line;

/** Turns the dated entries of one review into lines, each kind as the mapping says. */
final class EntryLines {

    private final Telling telling;
    private final RecommendationLines recommendations;
    private final TeamLines team;

    EntryLines(Telling telling, RecommendationLines recommendations, TeamLines team) {
        this.telling = telling;
        this.recommendations = recommendations;
        this.team = team;
    }

    void tell() {
        schedule();
        telling.entries().forEach(this::tell);
    }

    private void tell(Entry entry) {
        JsonNode kind = telling.kind(entry.node());
        switch (Use.valueOf(kind.path("as").asText())) {
            case EVENT -> line(entry, kind.path("verb").asText()).add();
            case NOTED -> noted(entry, kind).add();
            case FINAL_REPORT -> finalReport(entry);
            case BOARD_ACTION -> boardAction(entry);
            case TEAM -> team.selected(line(entry, kind.path("verb").asText()));
            case MEMBERS -> team.joined(entry, kind.path("verb").asText());
            case SHEPHERDS -> team.shepherds(line(entry, kind.path("verb").asText()));
            case PASS_THROUGH -> recommendations.notified(entry, kind);
            case CLOSES_ON, UNTIL, SCHEDULES -> {}
            case LEFT_OUT ->
                telling.claims.leftOut(entry.pointer(), kind.path("why").asText());
        }
    }

    /** Starts the line of an entry, adds the lines that the mapping wants beside it. */
    private Line line(Entry entry, String verb) {
        JsonNode kind = telling.kind(entry.node());
        JsonNode settings = telling.settings(entry.node());
        String by = settings.path("by").asText(kind.path("by").asText());
        Line line = telling.line(verb, when(entry), by, entry.node().path("sources"))
                .because(settings.path("reason").asText(kind.path("reason").asText("")))
                .graded(settings.path("grade").asText(""))
                .with(kind.path("fields"))
                .with(settings.path("fields"))
                .telling(entry.pointer());
        if (kind.has("dateAs")) {
            line.fields.set(kind.path("dateAs").asText(), planned(When.ofEntry(entry.node())));
        }
        for (String person : new String[] {"person", "successor"}) {
            if (line.fields.has(person)) {
                telling.knownPerson(line.fields.path(person).asText());
            }
        }
        plannedEnd(entry, line);
        settings.path("also")
                .forEach(also -> telling.line(
                                also.path("verb").asText(),
                                when(entry),
                                also.path("by").asText(),
                                entry.node().path("sources"))
                        .with(also.path("fields"))
                        .telling(entry.pointer())
                        .add());
        return line;
    }

    private Line noted(Entry entry, JsonNode kind) {
        String name = entry.node()
                .path("event")
                .asText()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        String words = telling.settings(entry.node())
                .path("words")
                .asText(kind.path("words").asText());
        return line(entry, "note-occurrence").with("kind", name).with("words", words);
    }

    /** The day of the entry, unless that is a plan: then the day of the document that tells it. */
    private When when(Entry entry) {
        JsonNode settings = telling.settings(entry.node());
        return settings.has("on")
                ? When.of(
                        settings.path("on").asText(), settings.path("precision").asText())
                : When.ofEntry(entry.node());
    }

    /** Other entries of the source say until when this one is planned to last. */
    private void plannedEnd(Entry entry, Line line) {
        Map<Use, String> fields = Map.of(Use.CLOSES_ON, "closesOn", Use.UNTIL, "until");
        for (Entry other : telling.entries()) {
            JsonNode kind = telling.kind(other.node());
            String field = fields.get(Use.valueOf(kind.path("as").asText()));
            boolean first = telling.entries(kind.path("of").asText("-")).stream()
                    .findFirst()
                    .filter(entry::equals)
                    .isPresent();
            if (field != null && first) {
                line.fields.set(field, planned(When.ofEntry(other.node())));
                line.citing(other.node().path("sources")).telling(other.pointer());
            }
        }
    }

    static ObjectNode planned(When when) {
        return JSON.createObjectNode()
                .put("date", when.on().toString())
                .put("precision", when.precision().name());
    }

    private void finalReport(Entry entry) {
        recommendations.finalReport(line(entry, "submit-final-report"));
    }

    private void boardAction(Entry entry) {
        if (recommendations.listed()) {
            recommendations.boardActionEntry(entry);
        } else {
            line(entry, "record-board-action-on-report")
                    .with("unit", "RECOMMENDATION")
                    .add();
        }
    }

    /** Schedules the review: by the entry that is its mandate, else not later than its earliest dated entry. */
    private void schedule() {
        Entry first = telling.entries().stream()
                .min(Comparator.comparing(e -> When.ofEntry(e.node()).effectiveOn()))
                .orElseThrow();
        Entry mandate = telling.entries(telling.about.path("scheduledBy").asText("-")).stream()
                .findFirst()
                .orElse(first);
        When told = When.ofEntry(mandate.node());
        LocalDate earliest = told.effectiveOn();
        boolean itself = telling.about.has("scheduledBy");
        Line line = telling.line(
                        "schedule-review",
                        itself ? told : new When(earliest, Precision.BY),
                        telling.about.path("by").asText("ORG"),
                        mandate.node().path("sources"))
                .because(telling.review.path("mandate").asText())
                .with("kind", telling.about.path("kind").asText())
                .with("name", telling.review.path("name").asText())
                .with("printedAs", telling.about.path("printedAs").asText())
                .with("pack", telling.about.path("pack").asText());
        for (String field : texts(JSON.createArrayNode()
                .add("id")
                .add("code")
                .add("iteration")
                .add("name")
                .add("type")
                .add("mandate")
                .add("framework"))) {
            line.telling(telling.pointer + "/" + field);
        }
        for (Entry entry : telling.entries("ReviewDue", "MandateApproved")) {
            line.citing(entry.node().path("sources")).telling(entry.pointer());
        }
        telling.entries("ReviewDue").forEach(due -> line.fields.set("dueOn", planned(When.ofEntry(due.node()))));
        line.add();
    }
}
