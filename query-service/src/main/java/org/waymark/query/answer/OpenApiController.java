package org.waymark.query.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.waymark.query.image.Entry;
import org.waymark.query.image.Possible;
import org.waymark.query.image.RowJson;

/** Describes every page of the read side in OpenAPI 3.1, from the methods that answer and the records that are sent. */
@RestController
final class OpenApiController {

    /** What every page is asked with, and what it says if it is. */
    private static final Map<String, String> COMMON = new TreeMap<>(Map.of(
            "asOf", "A day: what was true then. Today, if absent",
            "knownAt", "A day, an instant or a position: what was known then. The latest, if absent",
            "minPosition", "Waits until the page knows the event at this position; 503 after 3 s"));

    private static final Map<String, String> PAGED = new TreeMap<>(Map.of(
            "limit",
            "At most so many rows, 1 to " + Page.MOST,
            "cursor",
            "The next of the page before; its moment is that of the first page"));

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    OpenApiController(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String describe() {
        ObjectNode api = RowJson.mapper().createObjectNode().put("openapi", "3.1.0");
        api.putObject("info").put("title", "Waymark: answers").put("version", "1");
        ObjectNode paths = api.putObject("paths");
        RowSchema schemas = new RowSchema();
        pages().forEach((path, method) -> describe(method, paths.putObject(path).putObject("get"), path, schemas));
        api.putObject("components").set("schemas", schemas.schemas());
        return api.toString();
    }

    private Map<String, HandlerMethod> pages() {
        Map<String, HandlerMethod> pages = new TreeMap<>();
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(mapped -> mapped.getValue().hasMethodAnnotation(Reads.class))
                .forEach(mapped ->
                        mapped.getKey().getPatternValues().forEach(path -> pages.put(path, mapped.getValue())));
        return pages;
    }

    private static void describe(HandlerMethod method, ObjectNode get, String path, RowSchema schemas) {
        boolean paged = takes(method, Page.class);
        ArrayNode parameters = get.put(
                        "operationId", path.substring("/api/".length()).replaceAll("[/{}]+", "-"))
                .putArray("parameters");
        Arrays.stream(path.split("/"))
                .filter(part -> part.startsWith("{"))
                .forEach(part -> parameter(parameters, "path", part.substring(1, part.length() - 1), true));
        Asked.of(method).forEach((name, needed) -> parameter(parameters, "query", name, needed));
        COMMON.forEach(
                (name, words) -> parameter(parameters, "query", name, false).put("description", words));
        if (paged) {
            PAGED.forEach(
                    (name, words) -> parameter(parameters, "query", name, false).put("description", words));
        }
        ObjectNode responses = get.putObject("responses");
        ObjectNode found = responses.putObject("200").put("description", "The page at that moment");
        found.putObject("content").putObject("application/json").set("schema", answer(method, paged, schemas));
        new TreeMap<>(Map.of(
                        "304", "Nothing changed since the ETag that was sent",
                        "400", "Malformed: the answer says what and what would be right",
                        "404", "Not on record at that moment",
                        "503", "The views have not reached minPosition yet"))
                .forEach((status, words) -> responses.putObject(status).put("description", words));
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.asList(method.getMethod().getParameterTypes()).contains(type);
    }

    private static ObjectNode parameter(ArrayNode parameters, String in, String name, boolean needed) {
        ObjectNode parameter =
                parameters.addObject().put("name", name).put("in", in).put("required", needed);
        parameter.putObject("schema").put("type", "string");
        return parameter;
    }

    private static ObjectNode answer(HandlerMethod method, boolean paged, RowSchema schemas) {
        Reads reads = Objects.requireNonNull(method.getMethodAnnotation(Reads.class));
        ObjectNode answer = RowJson.mapper().createObjectNode().put("type", "object");
        ObjectNode properties = answer.putObject("properties");
        List.of("position", "knownAt")
                .forEach(name -> properties.putObject(name).put("type", "integer"));
        properties.putObject("epoch").put("type", "string");
        List.of("asOf")
                .forEach(
                        name -> properties.putObject(name).put("type", "string").put("format", "date"));
        properties
                .putObject("without")
                .put("type", "integer")
                .put("description", "How many events this release can't read; absent if there are none");
        List.of("position", "epoch", "asOf", "knownAt").forEach(answer.withArray("required")::add);
        if (paged) {
            properties.putObject("total").put("type", "integer");
            properties.putObject("next").put("type", "string");
            properties.putObject("rows").put("type", "array").set("items", entry(reads, schemas));
            answer.withArray("required").add("rows");
        } else if (reads.row() != Void.class) {
            properties.set("entry", entry(reads, schemas));
            answer.withArray("required").add("entry");
        }
        return answer;
    }

    private static ObjectNode entry(Reads reads, RowSchema schemas) {
        ObjectNode entry = RowJson.mapper().createObjectNode().put("type", "object");
        ObjectNode properties = entry.putObject("properties");
        properties.putObject("key").put("type", "string");
        properties
                .putObject("at")
                .put("type", "integer")
                .put(
                        "description",
                        "The last position at which something was recorded about the row, be it about another day");
        properties.set(
                "row", reads.row() == Void.class ? RowJson.mapper().createObjectNode() : schemas.of(reads.row()));
        if (reads.standing() != Void.class) {
            properties.set("standing", schemas.of(reads.standing()));
        }
        properties
                .putObject("possible")
                .put("type", "array")
                .put(
                        "description",
                        "What is not known on a day of the past: values that it may have, and the facts that leave it open")
                .set("items", schemas.of(Possible.class));
        properties
                .putObject("contradictions")
                .put("type", "array")
                .put(
                        "description",
                        "Positions of events that say they came after others which stand after them, or no more")
                .putObject("items")
                .put("type", "integer");
        properties
                .putObject("stoppedAt")
                .put("type", "integer")
                .put("description", "The position of the first event that could not be folded into the row");
        properties
                .putObject("stoppedBy")
                .put("type", "string")
                .put("description", "Why it could not")
                .withArray("enum")
                .addAll(Arrays.stream(Entry.By.values())
                        .map(by -> RowJson.mapper().getNodeFactory().textNode(by.name()))
                        .toList());
        entry.putArray("required").add("key").add("at").add("row");
        return entry;
    }
}
