package org.waymark.command.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes what is asked of any stream over HTTP: {@code POST /commands/reviews/ssr2/agree-scope}. */
@RestController
final class CommandController {

    private final Reception reception;

    CommandController(Reception reception) {
        this.reception = reception;
    }

    @PostMapping("/commands/{*command}")
    ResponseEntity<String> take(
            HttpServletRequest request, @RequestHeader HttpHeaders headers, @RequestBody String body) {
        return reception.take(request.getRequestURI(), headers, body);
    }
}
