package org.waymark.query.answer;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.waymark.events.Malformed;

/** Answers questions that can't be answered, in the form of RFC 9457. */
@RestControllerAdvice("org.waymark.query")
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "1";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(Malformed malformed) {
        return problem(HttpStatus.BAD_REQUEST, malformed.getMessage(), Map.of()).build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> misfit(MethodArgumentTypeMismatchException misfit) {
        Class<?> wanted = misfit.getRequiredType();
        String expected = wanted == null
                ? "another value"
                : wanted.isEnum()
                        ? "one of " + Arrays.toString(wanted.getEnumConstants())
                        : wanted == LocalDate.class ? "a day such as 2026-03-14" : "a whole number";
        return malformed(Malformed.because(misfit.getName(), misfit.getValue(), expected));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException missing) {
        return malformed(Malformed.because(missing.getParameterName(), "(none)", "a value, since it is needed"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unbound(BindException unbound) {
        FieldError first = unbound.getFieldError();
        return malformed(Malformed.because(
                first == null ? "query" : first.getField(),
                first == null ? "" : String.valueOf(first.getRejectedValue()),
                "a value of the parameter's type"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> absent(Absent absent) {
        Map<String, Object> more = absent.begin()
                .<Map<String, Object>>map(begin -> Map.of(
                        begin.exactly() ? "firstDay" : "onRecordBy", begin.on().toString()))
                .orElse(Map.of());
        return problem(HttpStatus.NOT_FOUND, absent.getMessage(), more).build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notYet(MomentInterceptor.NotYet notYet) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, notYet.getMessage(), Map.of())
                .retryAfter(RETRY_AFTER_SECONDS)
                .build();
    }

    /** What is not at hand could not be read from the log again. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unread(DataAccessException unread) {
        LOG.warn("The log can't be read at the moment", unread);
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "The log can't be read at the moment", Map.of())
                .retryAfter(RETRY_AFTER_SECONDS)
                .build();
    }

    private record Problem(ProblemDetail detail, HttpHeaders headers) {

        Problem retryAfter(String seconds) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds);
            return this;
        }

        ResponseEntity<ProblemDetail> build() {
            return ResponseEntity.status(detail.getStatus())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .headers(headers)
                    .body(detail);
        }
    }

    private static Problem problem(HttpStatus status, String words, Map<String, Object> more) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, words);
        more.forEach(detail::setProperty);
        return new Problem(detail, new HttpHeaders());
    }
}
