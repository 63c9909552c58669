package org.waymark.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.waymark.stories.Outcome.State;

/**
 * Asks the server what a story would record. Lines of one review go in one request, since they are folded one on the
 * other; small reviews share one.
 */
final class DryRun {

    private static final int TOGETHER = 400;

    private final Server server;

    DryRun(Server server) {
        this.server = server;
    }

    /**
     * Returns what would become of each line, in the order of the file.
     *
     * @throws IOException if the server does not answer or can't try
     */
    List<Outcome> of(List<StoryLine> lines) throws IOException, InterruptedException {
        Map<String, Outcome> outcomes = new HashMap<>();
        for (List<StoryLine> chunk : chunks(lines)) {
            Map<String, StoryLine> byId = new HashMap<>();
            chunk.forEach(line -> byId.put(line.id(), line));
            for (JsonNode result : server.tryOut(chunk)) {
                StoryLine line = byId.get(result.path("line").asText());
                if (line != null) {
                    outcomes.put(line.id(), outcome(line, result));
                }
            }
        }
        return lines.stream()
                .map(line -> outcomes.getOrDefault(line.id(), unanswered(line)))
                .toList();
    }

    /**
     * Finds the day on which a story that speaks of today was begun: a line that is recorded already has one content only.
     *
     * @param days the first line that speaks of today, as it reads today, yesterday and so on
     * @return how many days ago it was begun, 0 if it was not
     */
    int begunDaysAgo(List<StoryLine> days) throws IOException, InterruptedException {
        JsonNode results = server.tryOut(days);
        for (int ago = 0; ago < results.size(); ago++) {
            if (results.get(ago).has("already")) {
                return ago;
            }
        }
        return 0;
    }

    private static Outcome unanswered(StoryLine line) {
        return line.names()
                ? new Outcome(line, State.NAMED, "the name of a person, outside the log", MissingNode.getInstance())
                : new Outcome(line, State.FAILED, "the server says nothing of this line", MissingNode.getInstance());
    }

    private static List<List<StoryLine>> chunks(List<StoryLine> lines) {
        SequencedMap<String, List<StoryLine>> reviews = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> !line.names())
                .forEach(line -> reviews.computeIfAbsent(line.review(), _ -> new ArrayList<>())
                        .add(line));
        List<List<StoryLine>> chunks = new ArrayList<>();
        for (List<StoryLine> review : reviews.values()) {
            if (!chunks.isEmpty() && chunks.getLast().size() + review.size() <= TOGETHER) {
                chunks.getLast().addAll(review);
            } else {
                chunks.add(new ArrayList<>(review));
            }
        }
        return chunks;
    }

    private static Outcome outcome(StoryLine line, JsonNode result) {
        if (result.has("already")) {
            return new Outcome(
                    line,
                    State.ALREADY,
                    "recorded before at position " + result.at("/already/position"),
                    result.path("already"));
        }
        if (result.has("refusal")) {
            return new Outcome(line, State.REFUSED, Server.refusal(result.path("refusal")), result);
        }
        if (result.has("malformed")) {
            return new Outcome(line, State.MALFORMED, result.path("malformed").asText(), result);
        }
        JsonNode on = result.at("/event/payload/on");
        String waived = on.at("/attested/waived").isEmpty() ? "" : " waiving " + on.at("/attested/waived");
        return new Outcome(
                line,
                State.RECORDED,
                "%s on %s, %s %s%s"
                        .formatted(
                                result.at("/event/type").asText(),
                                line.stream(),
                                on.path("precision").asText("DAY").toLowerCase(Locale.ROOT),
                                on.path("occurredOn").asText(),
                                waived),
                result);
    }
}
