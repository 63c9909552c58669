package org.waymark.command.review;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.command.desk.Reception;

/** Takes what is asked of a review over HTTP. */
@RestController
class ReviewController {

    private final Reception reception;
    private final Reviews reviews;

    ReviewController(Reception reception, Reviews reviews) {
        this.reception = reception;
        this.reviews = reviews;
    }

    @PostMapping(Reviews.PATH + "/{verb}")
    ResponseEntity<String> take(
            @PathVariable Map<String, String> path, @RequestHeader HttpHeaders headers, @RequestBody String body) {
        return reception.take(reviews, path, headers, body);
    }
}
