package org.waymark.command.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.events.store.EventJson;

/** Describes every command in OpenAPI 3.1, from the same schemas that bodies are held against. */
@RestController
final class OpenApiController {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final Kinds kinds;

    OpenApiController(Kinds kinds) {
        this.kinds = kinds;
    }

    @GetMapping(path = "/commands/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String describe() {
        ObjectNode api = EventJson.mapper().createObjectNode().put("openapi", "3.1.0");
        api.putObject("info").put("title", "Waymark: commands").put("version", "1");
        ObjectNode paths = api.putObject("paths");
        kinds.all().forEach(kind -> describe(kind, paths));
        return api.toString();
    }

    private void describe(StreamKind<?, ?> kind, ObjectNode paths) {
        kinds.forms(kind).forEach((verb, form) -> {
            String path = kind.path() + "/" + verb;
            ObjectNode post = paths.putObject(path).putObject("post");
            post.put("operationId", verb)
                    .put("summary", words(verb))
                    .put("x-stream", kind.name())
                    .put("x-group", form.group())
                    .put("x-verb", verb);
            ArrayNode parameters = post.putArray("parameters");
            Matcher variables = VARIABLE.matcher(path);
            while (variables.find()) {
                parameter(parameters, "path", variables.group(1), true);
            }
            parameter(parameters, "header", Sent.KEY, true);
            parameter(parameters, "header", Sent.PERSON, true);
            parameter(parameters, "header", Sent.ACTING_FOR, true);
            parameter(parameters, "header", "If-Match", false);
            content(post.putObject("requestBody").put("required", true), "application/json")
                    .set("schema", form.schema());
            answers(post.putObject("responses"));
        });
    }

    private static String words(String verb) {
        String words = verb.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static void parameter(ArrayNode parameters, String in, String name, boolean needed) {
        parameters
                .addObject()
                .put("name", name)
                .put("in", in)
                .put("required", needed)
                .putObject("schema")
                .put("type", "string");
    }

    private static ObjectNode content(ObjectNode owner, String type) {
        return owner.putObject("content").putObject(type);
    }

    private static void answers(ObjectNode responses) {
        ObjectNode recorded = content(responses.putObject("201").put("description", "Recorded"), "application/json")
                .putObject("schema")
                .put("type", "object");
        ObjectNode fields = recorded.putObject("properties");
        fields.putObject("eventId").put("type", "string");
        fields.putObject("position").put("type", "integer");
        fields.putObject("version").put("type", "integer");
        Map.of(
                        "400", "Malformed, or in the future",
                        "403", "The role has not the authority",
                        "409", "A rule is not kept, or others recorded first",
                        "412", "The version seen is not the present one",
                        "422", "The key was used for another command")
                .forEach((status, words) -> content(
                                responses.putObject(status).put("description", words), "application/problem+json")
                        .putObject("schema")
                        .put("type", "object"));
    }
}
