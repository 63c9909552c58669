package org.waymark.stories;

import static org.waymark.stories.Telling.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.waymark.stories.Telling.Line;

/** Tells what one review of the source says outside its dated entries and its recommendations. */
final class OtherLines {

    private final Telling telling;

    OtherLines(Telling telling) {
        this.telling = telling;
    }

    void tell() {
        decisions();
        minorityStatements();
        answers();
        facts();
        nominees();
        leftOut();
    }

    private void decisions() {
        JsonNode decisions = telling.review.path("decisionsLog");
        for (int i = 0; i < decisions.size(); i++) {
            JsonNode decision = decisions.get(i);
            String meeting = decision.path("meeting").asText();
            boolean leadership = meeting.startsWith("LT");
            telling.line(
                            "record-decision",
                            When.ofEntry(decision),
                            leadership ? "LEADERSHIP" : "TEAM",
                            decision.path("sources"))
                    .with("number", meeting)
                    .with("body", leadership ? "LEADERSHIP_TEAM" : "REVIEW_TEAM")
                    .with("meeting", meeting)
                    .with("words", decision.path("decision").asText() + ".")
                    .telling(telling.pointer + "/decisionsLog/" + i)
                    .add();
        }
    }

    private void minorityStatements() {
        JsonNode statements = telling.review.path("minorityStatements");
        for (int i = 0; i < statements.size(); i++) {
            JsonNode statement = statements.get(i);
            JsonNode known = telling.mapping.path("minorityStatements").path(telling.name() + " " + i);
            for (String number : texts(known.path("recommendations"))) {
                minorityStatement(statement, known, number, telling.pointer + "/minorityStatements/" + i);
            }
        }
    }

    private void minorityStatement(JsonNode statement, JsonNode known, String number, String from) {
        When report =
                When.ofEntry(telling.entries("FinalReportSubmitted").getFirst().node());
        Line line = telling.line(
                        number,
                        "file-minority-statement",
                        When.by(report.on()),
                        "MEMBER",
                        texts(statement.path("sources")))
                .telling(from);
        ArrayNode members = line.fields.putArray("members");
        statement.path("members").forEach(name -> members.add(telling.person(name.asText())));
        ArrayNode groups = line.fields.putArray("groups");
        statement
                .path("groups")
                .forEach(group -> groups.add(
                        telling.mapping.path("groups").path(group.asText()).asText()));
        line.with("words", known.path("words").asText()).add();
    }

    private void answers() {
        JsonNode answers = telling.review.path("passThroughResponses");
        for (int i = 0; i < answers.size(); i++) {
            JsonNode known = telling.mapping.path("answers").path(telling.name() + " " + i);
            String group = telling.mapping
                    .path("groups")
                    .path(answers.get(i).path("group").asText())
                    .asText();
            telling.line(
                            known.path("recommendation").asText(),
                            "answer-pass-through",
                            When.ofEntry(answers.get(i)),
                            "SOAC:" + group,
                            texts(answers.get(i).path("sources")))
                    .with("part", "whole")
                    .with("group", group)
                    .with("answer", known.path("answer").asText())
                    .with("words", known.path("words").asText())
                    .telling(telling.pointer + "/passThroughResponses/" + i)
                    .add();
        }
    }

    /** Facts for which the mapping gives day and words. */
    private void facts() {
        for (JsonNode fact : telling.mapping.path("otherFacts")) {
            String[] at = fact.path("pointer").asText().split(" ");
            if (at[0].equals(telling.name())) {
                When when =
                        When.of(fact.path("on").asText(), fact.path("precision").asText());
                JsonNode cites = fact.has("sources")
                        ? fact.path("sources")
                        : telling.review.at(at[1]).path("sources");
                Line line = telling.line(
                                fact.path("verb").asText(),
                                when,
                                fact.path("by").asText(),
                                cites)
                        .because(fact.path("reason").asText(""))
                        .graded(fact.path("grade").asText(""))
                        .with(fact.path("fields"))
                        .telling(telling.pointer + at[1]);
                if (fact.has("tells")) {
                    line.telling(telling.pointer + fact.path("tells").asText());
                }
                line.add();
            }
        }
    }

    /** Numbers of nominees stand in the words of the dated entry, conflicts in the reason of what they contradict. */
    private void nominees() {
        List<Draft> drafts = List.copyOf(telling.drafts);
        for (Draft draft : drafts) {
            boolean nominees = draft.body().path("kind").asText().equals("gnso-nominations-adopted");
            boolean conflict = draft.body().at("/on/attested/grade").asText().equals("CONFLICTING");
            String also = nominees ? "/team/gnsoNominees" : conflict ? "/conflicts" : "";
            if (!also.isEmpty() && !telling.review.at(also).isMissingNode()) {
                telling.drafts.set(drafts.indexOf(draft), draft.alsoTelling(telling.pointer + also));
            }
        }
    }

    private void leftOut() {
        telling.mapping.path("leftOut").properties().forEach(e -> {
            String[] at = e.getKey().split("[ *]+");
            if (e.getKey().startsWith("*") || (at.length > 1 && at[0].equals(telling.name()))) {
                telling.claims.leftOut(
                        telling.pointer + at[at.length - 1], e.getValue().asText());
            }
        });
        JsonNode rows = telling.review.path("boardActions");
        for (int i = 0; i < rows.size(); i++) {
            for (String total : List.of("approvedAfter", "pendingAfter", "passedThroughAfter", "rejectedAfter")) {
                telling.claims.leftOut(
                        telling.pointer + "/boardActions/" + i + "/" + total,
                        "a total that Waymark computes; a test compares it");
            }
        }
        boolean reported = telling.drafts.stream().anyMatch(d -> d.verb().equals("submit-final-report"));
        if (!reported) {
            telling.claims.leftOut(telling.pointer + "/recommendationCount", "no final report is on record");
        }
    }
}
