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
    private final Kinds kinds;

    CommandController(Reception reception, Kinds kinds) {
        this.reception = reception;
        this.kinds = kinds;
    }

    @PostMapping("/commands/{*command}")
    ResponseEntity<String> take(
            HttpServletRequest request, @RequestHeader HttpHeaders headers, @RequestBody String body) {
        String path = request.getRequestURI();
        return reception.take(kinds.find(path).orElseThrow(() -> new NoSuchCommand(path)), headers, body);
    }
}
