package org.waymark.stories;

import static org.waymark.stories.Telling.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.waymark.stories.Telling.Entry;
import org.waymark.stories.Telling.Line;

/** Tells who sits on the team of one review, and who explains its recommendations afterwards. */
final class TeamLines {

    private final Telling telling;
    private final JsonNode team;

    TeamLines(Telling telling) {
        this.telling = telling;
        this.team = telling.review.path("team");
    }

    /** Tells the team where no dated entry does, and the shepherds where none names them. */
    void tellUndated() {
        JsonNode settings = telling.mapping.path("teams").path(telling.name());
        if (!settings.isMissingNode()) {
            When when = When.of(
                    settings.path("on").asText(), settings.path("precision").asText());
            String by = settings.path("by").asText();
            selected(telling.line("select-review-team", when, by, team.path("sources"))
                    .because(settings.path("reason").asText()));
            if (settings.has("leaders")) {
                Line leaders = telling.line("select-leadership", when, "TEAM", team.path("sources"))
                        .telling(telling.pointer + "/team/members");
                leaders.fields.set("leaders", settings.path("leaders"));
                leaders.add();
            }
        }
        boolean dated = !telling.entries("ImplementationShepherdsDesignated").isEmpty();
        if (telling.review.has("implementationShepherds") && !dated) {
            When report = When.ofEntry(
                    telling.entries("FinalReportSubmitted").getFirst().node());
            shepherds(telling.line(
                    "designate-implementation-shepherds",
                    When.by(report.on()),
                    "TEAM",
                    telling.review.path("shepherdSources")));
        }
    }

    void selected(Line line) {
        if (team.has("size")) {
            line.fields.set("size", team.path("size"));
        }
        if (team.has("bySource")) {
            ArrayNode seats = line.fields.putArray("seats");
            team.path("bySource").forEach(source -> seats.add(seats(source)));
        }
        if (team.has("members")) {
            ArrayNode members = line.fields.putArray("members");
            team.path("members").forEach(member -> members.add(member(member.asText())));
        }
        if (team.has("size") || team.has("bySource")) {
            line.citing(team.path("sources")).telling(telling.pointer + "/team");
        }
        line.add();
    }

    private ObjectNode seats(JsonNode source) {
        String group = source.path("group").asText();
        JsonNode known = telling.mapping.path("groups").path(group);
        ObjectNode seats = JSON.createObjectNode();
        seats.put(known.isMissingNode() ? "otherwise" : "group", known.asText(group));
        return seats.put("members", source.path("members").asInt());
    }

    private ObjectNode member(String printed) {
        ObjectNode member = JSON.createObjectNode().put("person", telling.person(printed));
        return printed.contains("Board designee") ? member.put("group", "BOARD") : member;
    }

    void joined(Entry entry, String verb) {
        JsonNode additions = team.path("additions");
        for (int i = 0; i < additions.size(); i++) {
            String group = telling.mapping
                    .path("groups")
                    .path(additions.get(i).path("group").asText())
                    .asText();
            for (int seat = 0; seat < additions.get(i).path("members").asInt(); seat++) {
                telling.line(
                                verb,
                                When.ofEntry(entry.node()),
                                "SOAC:" + group,
                                entry.node().path("sources"))
                        .with("group", group)
                        .telling(entry.pointer(), telling.pointer + "/team/additions/" + i)
                        .add();
            }
        }
    }

    void shepherds(Line line) {
        ArrayNode shepherds = line.fields.putArray("shepherds");
        telling.review.path("implementationShepherds").forEach(name -> shepherds.add(telling.person(name.asText())));
        line.citing(telling.review.path("shepherdSources"))
                .telling(telling.pointer + "/implementationShepherds", telling.pointer + "/shepherdSources")
                .add();
    }
}
