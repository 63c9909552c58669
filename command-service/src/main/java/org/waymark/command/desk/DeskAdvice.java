package org.waymark.command.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.waymark.events.Malformed;
import org.waymark.events.Recorded;
import org.waymark.events.Unreadable.LaterRelease;
import org.waymark.events.store.EventJson;
import org.waymark.events.store.LogUnavailable;
import org.waymark.events.store.OutcomeUnknown;

/** Answers what stood against a command, as {@code application/problem+json}. Anything unforeseen is logged here, once. */
@RestControllerAdvice(basePackages = "org.waymark.command")
final class DeskAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(DeskAdvice.class);

    @ExceptionHandler
    ResponseEntity<String> refused(Refusal refusal) {
        Rule rule = refusal.rule();
        HttpStatus status = rule == DeskRule.THE_DAY_HAS_BEGUN
                ? HttpStatus.BAD_REQUEST
                : rule.kind() == Rule.Kind.AUTHORITY ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT;
        String path = "/rules/" + rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
        ObjectNode problem = problem(status, path, "A rule was not kept", rule.because());
        problem.setAll(asJson(refusal));
        return answer(status, problem);
    }

    /** Returns a refusal as the fields that problems and rehearsals share. */
    static ObjectNode asJson(Refusal refusal) {
        Rule rule = refusal.rule();
        ObjectNode json =
                EventJson.mapper().createObjectNode().put("rule", rule.name()).put("detail", rule.because());
        json.set("parameters", EventJson.mapper().valueToTree(refusal.parameters()));
        return rule.nextStep().isEmpty() ? json : json.put("nextStep", rule.nextStep());
    }

    @ExceptionHandler
    ResponseEntity<String> malformed(Malformed malformed) {
        return answer(HttpStatus.BAD_REQUEST, "/malformed", "This can't be what it claims to be", malformed);
    }

    @ExceptionHandler
    ResponseEntity<String> unreadable(HttpMessageNotReadableException missing) {
        return malformed(Malformed.because("body", "(none)", "the command as JSON"));
    }

    @ExceptionHandler
    ResponseEntity<String> unknown(NoSuchCommand unknown) {
        return answer(HttpStatus.NOT_FOUND, "/no-such-command", "There is no such command", unknown);
    }

    @ExceptionHandler
    ResponseEntity<String> reused(KeyReused reused) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, "/key-reused", "One key, one command", reused);
    }

    @ExceptionHandler
    ResponseEntity<String> overtaken(Overtaken overtaken) {
        HttpStatus status = overtaken.foretold() ? HttpStatus.PRECONDITION_FAILED : HttpStatus.CONFLICT;
        ObjectNode problem = problem(status, "/conflict", "Others recorded first", overtaken.getMessage());
        problem.set(
                "events",
                EventJson.mapper()
                        .valueToTree(overtaken.between().stream()
                                .map(DeskAdvice::asJson)
                                .toList()));
        return answer(status, problem);
    }

    private static ObjectNode asJson(Recorded recorded) {
        ObjectNode json = EventJson.mapper()
                .createObjectNode()
                .put("position", recorded.position())
                .put("eventId", recorded.eventId())
                .put("type", recorded.type())
                .put("stream", recorded.stream())
                .put("version", recorded.version())
                .put("recordedAt", recorded.recordedAt().toString())
                .put("actingFor", recorded.recorder().actingFor());
        json.set(
                "recordedBy", EventJson.mapper().valueToTree(recorded.recorder().person()));
        json.set("payload", EventJson.mapper().valueToTree(recorded.event()));
        return json;
    }

    @ExceptionHandler
    ResponseEntity<String> later(LaterRelease later) {
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "/recorded-by-a-later-release",
                "Send it to a service of the later release",
                later);
    }

    @ExceptionHandler
    ResponseEntity<String> unavailable(LogUnavailable unavailable) {
        String type = unavailable instanceof OutcomeUnknown ? "/outcome-unknown" : "/log-unavailable";
        ResponseEntity<String> answer =
                answer(HttpStatus.SERVICE_UNAVAILABLE, type, "Send it again with the same key", unavailable);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<String> unforeseen(Exception unforeseen) {
        if (unforeseen instanceof ErrorResponse known) { // Spring's own: wrong method, wrong media type
            HttpStatusCode status = known.getStatusCode();
            return answer(
                    status,
                    problem(
                            status,
                            "about:blank",
                            "Not answered",
                            known.getBody().getDetail()));
        }
        LOG.error("A command failed", unforeseen);
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        return answer(status, problem(status, "/defect", "Our defect", "Something went wrong here; it is logged."));
    }

    private static ResponseEntity<String> answer(HttpStatus status, String type, String title, Exception why) {
        return answer(status, problem(status, type, title, why.getMessage()));
    }

    private static ObjectNode problem(HttpStatusCode status, String type, String title, String detail) {
        return EventJson.mapper()
                .createObjectNode()
                .put("type", type)
                .put("title", title)
                .put("status", status.value())
                .put("detail", detail);
    }

    private static ResponseEntity<String> answer(HttpStatusCode status, ObjectNode problem) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.toString());
    }
}
