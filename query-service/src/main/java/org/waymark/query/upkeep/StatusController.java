package org.waymark.query.upkeep;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.query.answer.Answer;
import org.waymark.query.answer.Moments;

/** Tells how far the image has come; never answered from a cache. */
@RestController
final class StatusController {

    private final Lag lag;
    private final Moments moments;

    StatusController(Lag lag, Moments moments) {
        this.lag = lag;
        this.moments = moments;
    }

    @GetMapping("/api/status")
    Answer status() {
        return Answer.at(moments.now()).with("image", lag.now());
    }
}
