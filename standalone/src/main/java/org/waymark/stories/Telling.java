package org.waymark.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.stream.StreamSupport;
import org.waymark.events.Attested.Grade;

/** One review of the source on its way into lines: what the source and the mapping say, and the drafts made so far. */
final class Telling {

    static final ObjectMapper JSON = new ObjectMapper();

    final JsonNode mapping;
    final JsonNode review;
    final String pointer;
    final JsonNode about;
    final Claims claims;
    final List<Draft> drafts = new ArrayList<>();
    private final Map<String, Source> sources;
    private final SortedMap<String, String> people;

    Telling(
            JsonNode source,
            int index,
            JsonNode mapping,
            Map<String, Source> sources,
            SortedMap<String, String> people,
            Claims claims) {
        this.mapping = mapping;
        this.review = source.path("reviews").get(index);
        this.pointer = "/reviews/" + index;
        this.about = mapping.path("reviews").path(name());
        this.sources = sources;
        this.people = people;
        this.claims = claims;
        this.newestEvidence = LocalDate.parse(
                source.path("about").path("newestEvidence").asText(),
                DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));
    }

    private final LocalDate newestEvidence;

    /** Returns the day up to which the source looked: no fact without a date can be later. */
    When newestEvidence() {
        return When.by(newestEvidence);
    }

    String name() {
        return review.path("id").asText();
    }

    String id() {
        return about.path("id").asText();
    }

    /** Returns the settings of the mapping for one entry, or a missing node. */
    JsonNode settings(JsonNode entry) {
        return mapping.path("entries")
                .path(name() + " " + entry.path("event").asText() + " "
                        + entry.path("date").asText());
    }

    JsonNode kind(JsonNode entry) {
        return mapping.path("kinds").path(entry.path("event").asText());
    }

    /** Returns the dated entry of a kind with its place, where the review has one. */
    List<Entry> entries(String... kinds) {
        List<Entry> found = new ArrayList<>();
        JsonNode dates = review.path("dates");
        for (int i = 0; i < dates.size(); i++) {
            if (kinds.length == 0
                    || List.of(kinds).contains(dates.get(i).path("event").asText())) {
                found.add(new Entry(pointer + "/dates/" + i, dates.get(i)));
            }
        }
        return found;
    }

    /** A dated entry and its JSON pointer. */
    record Entry(String pointer, JsonNode node) {}

    /** Starts a line on the review itself. */
    Line line(String verb, When when, String by, JsonNode cites) {
        return new Line("", verb, when, by, texts(cites));
    }

    /** Starts a line on one of its recommendations. */
    Line line(String number, String verb, When when, String by, Collection<String> cites) {
        return new Line(number.toLowerCase(Locale.ROOT), verb, when, by, cites);
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Returns the id of a person the source names, and remembers the name for the table of names. */
    String person(String printed) {
        String name = printed.replaceAll("\\s*\\(.*\\)", "");
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String id = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        people.put(id, name);
        return id;
    }

    /** Remembers the name of a person whose id the mapping gives. */
    void knownPerson(String id) {
        people.put(id, mapping.path("people").path(id).asText());
    }

    /** A line in the making. */
    final class Line {
        private final String number;
        private final String verb;
        private final When when;
        private final SequencedSet<String> cites;
        private final ObjectNode by = JSON.createObjectNode();
        final ObjectNode fields = JSON.createObjectNode();
        private final List<String> from = new ArrayList<>();
        private String reason = "";
        private String grade = "";

        private Line(String number, String verb, When when, String by, Collection<String> cites) {
            this.number = number;
            this.verb = verb;
            this.when = when;
            this.cites = new LinkedHashSet<>(cites);
            String[] parts = by.split(":");
            this.by.put("role", parts[0]);
            if (parts.length > 1) {
                this.by.put("group", parts[1]);
            }
        }

        Line citing(JsonNode more) {
            cites.addAll(texts(more));
            return this;
        }

        Line because(String words) {
            reason = words;
            return this;
        }

        Line graded(String given) {
            grade = given;
            return this;
        }

        Line with(JsonNode more) {
            more.properties().forEach(e -> fields.set(e.getKey(), e.getValue()));
            return this;
        }

        Line with(String field, String value) {
            fields.put(field, value);
            return this;
        }

        Line telling(String... pointers) {
            from.addAll(List.of(pointers));
            return this;
        }

        void add() {
            ObjectNode body = JSON.createObjectNode();
            body.set("on", on());
            fields.properties().forEach(e -> body.set(e.getKey(), e.getValue()));
            drafts.add(new Draft(id(), number, verb, when.effectiveOn(), body, List.copyOf(from), List.copyOf(cites)));
        }

        private ObjectNode on() {
            ObjectNode on = JSON.createObjectNode();
            on.put("occurredOn", when.on().toString())
                    .put("precision", when.precision().name());
            List<Source> cited = cites.stream().map(sources::get).toList();
            ArrayNode evidence = on.putArray("evidence");
            cited.forEach(s -> evidence.addObject()
                    .put("address", s.evidence().address())
                    .put("title", s.evidence().title()));
            if (!reason.isEmpty()) {
                on.put("reason", reason);
            }
            on.set("by", by);
            Grade best = grade.isEmpty() ? Source.best(cited) : Grade.valueOf(grade);
            on.putObject("attested").put("grade", best.name());
            return on;
        }
    }
}
