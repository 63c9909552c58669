package org.waymark.query.people;

import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.events.store.People;

/** Answers who stands behind the person ids. A name that was blanked is not here any more, at no moment of the past. */
@RestController
class PeopleController {

    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    /** The names by person id. */
    record PeopleRow(Map<String, String> people) {}

    @GetMapping("/api/people")
    ResponseEntity<PeopleRow> all() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new PeopleRow(people.names()));
    }
}
