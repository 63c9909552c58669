package org.waymark.command.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.events.Malformed;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.store.EventJson;
import org.waymark.events.store.EventNames;
import org.waymark.events.store.Receipt;

/**
 * Tells what commands would become, each on top of those before it; nothing is recorded. The dry run of a story, the
 * preview of a form and batch entry use it.
 */
@RestController
final class TryController {

    private static final int MOST = 5_000;

    private final Reception reception;
    private final Kinds kinds;
    private final Surroundings surroundings;
    private final Streams recorded;

    TryController(Reception reception, Kinds kinds, Surroundings surroundings, Streams recorded) {
        this.reception = reception;
        this.kinds = kinds;
        this.surroundings = surroundings;
        this.recorded = recorded;
    }

    @PostMapping(path = "/commands/try", produces = MediaType.APPLICATION_JSON_VALUE)
    String rehearse(@RequestHeader HttpHeaders headers, @RequestBody String body) {
        JsonNode commands = Sent.json(body).path("commands");
        if (!commands.isArray() || commands.size() > MOST) {
            throw Malformed.because("commands", commands.size() + " commands", "a list of at most " + MOST);
        }
        Rehearsal rehearsal = new Rehearsal(recorded);
        ObjectNode answer = EventJson.mapper().createObjectNode();
        ArrayNode results = answer.putArray("results");
        commands.forEach(command -> results.add(result(command, headers, rehearsal)));
        return answer.toString();
    }

    private ObjectNode result(JsonNode command, HttpHeaders headers, Rehearsal rehearsal) {
        ObjectNode result = EventJson.mapper().createObjectNode();
        result.set("line", command.path("line"));
        try {
            Kinds.Target<?> target = kinds.target(command.path("path").asText());
            Sent sent = sent(target, command, headers);
            Optional<Receipt> already = reception.already(sent);
            if (already.isPresent()) {
                result.set("already", EventJson.mapper().valueToTree(already.get()));
                ((ObjectNode) result.path("already")).retain("eventId", "position", "version");
                return result;
            }
            WaymarkEvent event = reception.decide(target, sent, rehearsal);
            rehearsal.add(event, surroundings.today());
            result.putObject("event")
                    .put("type", EventNames.nameOf(event.getClass()))
                    .set("payload", EventJson.mapper().valueToTree(event));
        } catch (Refusal refusal) {
            result.set("refusal", DeskAdvice.asJson(refusal));
        } catch (Malformed | KeyReused | NoSuchCommand malformed) {
            result.put("malformed", malformed.getMessage());
        }
        return result;
    }

    private static Sent sent(Kinds.Target<?> target, JsonNode command, HttpHeaders headers) {
        Actor actor = command.has("person") || command.has("actingFor")
                ? Sent.actor(
                        command.path("person").asText(headers.getFirst(Sent.PERSON)),
                        command.path("actingFor").asText(headers.getFirst(Sent.ACTING_FOR)))
                : Sent.actor(headers);
        return new Sent(
                target.words(), command.path("body"), actor, command.path("key").asText(null), null);
    }
}
