package org.waymark.command.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.waymark.events.Malformed;
import org.waymark.events.store.EventJson;

/**
 * Lists every command of a stream as possible for a role today, or the rule against it. Each command is rehearsed with
 * values that fit its form; a rule that speaks of those values, not of the state, does not stand against it.
 */
@RestController
final class PossibleController {

    private static final String NOBODY = "nobody";

    private final Reception reception;
    private final Surroundings surroundings;
    private final Kinds kinds;
    private final Streams recorded;

    PossibleController(Reception reception, Surroundings surroundings, Kinds kinds, Streams recorded) {
        this.reception = reception;
        this.surroundings = surroundings;
        this.kinds = kinds;
        this.recorded = recorded;
    }

    @GetMapping(path = "/commands/possible", produces = MediaType.APPLICATION_JSON_VALUE)
    String possible(@RequestParam String stream, @RequestParam String by) {
        ObjectNode answer = EventJson.mapper().createObjectNode();
        list(kinds.ofStream(stream), stream, Sent.actor(NOBODY, by), answer.putArray("commands"));
        return answer.toString();
    }

    private void list(StreamKind<?, ?> kind, String stream, Actor actor, ArrayNode commands) {
        String id = stream.substring(kind.name().length() + 1);
        String path = UriComponentsBuilder.fromPath(kind.path())
                .build(kind.variables(id))
                .toString();
        Streams read = new Rehearsal(recorded);
        kinds.forms(kind).forEach((verb, form) -> {
            ObjectNode body = new Probe(actor, surroundings.today(), id).fill(form.schema());
            ObjectNode command = commands.addObject().put("verb", verb).put("path", path + "/" + verb);
            judge(
                    command,
                    () -> reception.decide(
                            new Kinds.Target<>(kind, id, verb), new Sent(path, body, actor, null, null), read));
        });
    }

    private static void judge(ObjectNode command, Runnable decision) {
        try {
            decision.run();
            command.put("possible", true);
        } catch (Refusal refusal) {
            command.put("possible", refusal.rule().speaksOfFields());
            if (!refusal.rule().speaksOfFields()) {
                command.setAll(DeskAdvice.asJson(refusal));
            }
        } catch (Malformed unfit) {
            command.put("possible", true);
        }
    }
}
