package org.waymark.command.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.command.desk.Actor;
import org.waymark.command.desk.Desk;
import org.waymark.command.desk.Facts;
import org.waymark.command.desk.OtherStreams;
import org.waymark.command.desk.Refusal;
import org.waymark.command.desk.Verb;
import org.waymark.events.By;
import org.waymark.events.Fact;
import org.waymark.events.PersonId;
import org.waymark.events.Role;
import org.waymark.events.review.CourseEvent.ReviewScheduled;
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.rules.RulePack;
import org.waymark.events.rules.RulePacks;
import org.waymark.events.store.EventJson;

/** The real history of the reviews, held against the rules: what an archivist attests is recorded, with what it waives. */
class ReviewHistoryTest {

    private static final Path STORY = Path.of("..", "stories", "icann-history.jsonl");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final RulePacks PACKS = RulePacks.shipped();
    private static final Actor ARCHIVIST = new Actor(new PersonId("archivist"), By.of(Role.ARCHIVIST), false);

    private final Map<String, Facts<ReviewEvent>> streams = new HashMap<>();
    private final Map<String, RulePack> packs = new HashMap<>();

    @Test
    void is_recorded_line_by_line() throws IOException {
        List<String> refused = new ArrayList<>();
        int recorded = 0;
        for (String line : Files.readAllLines(STORY)) {
            JsonNode json = EventJson.mapper().readTree(line);
            String[] path = json.path("path").asText().split("/");
            if (path.length != 5 || !path[2].equals("reviews")) {
                continue;
            }
            try {
                record(path[3], command(path[3], path[4], (ObjectNode) json.get("body")));
                recorded++;
            } catch (Refusal refusal) {
                refused.add(json.path("line").asText() + " " + path[4] + ": " + refusal.rule() + refusal.parameters());
            }
        }
        assertThat(refused).isEmpty();
        assertThat(recorded).isGreaterThan(100);
    }

    private void record(String review, ReviewCommand command) {
        Facts<ReviewEvent> facts = streams.getOrDefault(review, Facts.none());
        LocalDate day = command.on().effectiveOn(TODAY);
        RulePack pack = packs.getOrDefault(review, new Reviews().pack(command, day, PACKS));
        Desk desk = new Desk(ARCHIVIST, TODAY, TODAY.plusDays(1), pack, OtherStreams.NONE);
        ReviewEvent event = Review.decide(facts, command, desk);
        if (event instanceof ReviewScheduled scheduled) {
            packs.put(review, PACKS.byId(scheduled.pack()).orElseThrow());
        }
        long version = facts.version() + 1;
        streams.put(review, facts.with(new Fact<>(review + version, version, day, event)));
    }

    private static ReviewCommand command(String review, String verb, ObjectNode body) throws IOException {
        body.put("reviewId", review);
        Class<?> record = Stream.of(ReviewCommand.class.getPermittedSubclasses())
                .flatMap(group -> Stream.of(group.getPermittedSubclasses()))
                .filter(command -> Verb.of(command).equals(verb))
                .findFirst()
                .orElseThrow();
        return (ReviewCommand) EventJson.mapper().treeToValue(body, record);
    }
}
