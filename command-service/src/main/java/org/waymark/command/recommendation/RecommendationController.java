package org.waymark.command.recommendation;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.command.desk.Reception;

/** Takes what is asked of a recommendation over HTTP. */
@RestController
class RecommendationController {

    private final Reception reception;
    private final Recommendations recommendations;

    RecommendationController(Reception reception, Recommendations recommendations) {
        this.reception = reception;
        this.recommendations = recommendations;
    }

    @PostMapping(Recommendations.PATH + "/{verb}")
    ResponseEntity<String> take(
            @PathVariable Map<String, String> path, @RequestHeader HttpHeaders headers, @RequestBody String body) {
        return reception.take(recommendations, path, headers, body);
    }
}
