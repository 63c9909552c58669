package org.waymark.command.desk;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.events.Malformed;
import org.waymark.events.PersonId;
import org.waymark.events.store.People;

/** Gives people their names, beside the log. An empty name takes it away. */
@RestController
final class PeopleController {

    private static final int LONGEST = 200;

    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    @PutMapping("/commands/people/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void name(@PathVariable String id, @RequestBody String body) {
        JsonNode name = Sent.json(body).path("name");
        if (!name.isTextual() || name.asText().length() > LONGEST) {
            throw Malformed.because("name", "(none)", "a name of at most 200 characters, or \"\" to take it away");
        }
        if (name.asText().isBlank()) {
            people.blank(new PersonId(id));
        } else {
            people.name(new PersonId(id), name.asText().strip());
        }
    }
}
