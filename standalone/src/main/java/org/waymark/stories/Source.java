package org.waymark.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.waymark.events.Attested.Grade;
import org.waymark.events.Evidence;

/** A document of the source file, with the grade that its publisher gives it. */
record Source(String id, Evidence evidence, Grade grade) {

    /** Hosts on which ICANN, its Board or an SO/AC publishes in its own name; wikis and mailing lists are not among them. */
    private static final Set<String> PUBLISHERS =
            Set.of("icann.org", "www.icann.org", "archive.icann.org", "www.vip.icann.org", "atlarge.icann.org");

    static Source of(String id, JsonNode source, JsonNode titles) {
        String address = source.path("url").asText();
        String title = titles.path(id).asText(source.path("title").asText());
        return new Source(
                id,
                new Evidence(address, title),
                gradeOf(address, source.path("note").asText("")));
    }

    /** Grades by the publisher: the body that acted is primary; wikis, lists, mirrors and copies are secondary. */
    private static Grade gradeOf(String address, String note) {
        boolean copy = note.contains("mirror") || note.contains("secondary") || note.contains("slides");
        String host = address.startsWith("http") ? URI.create(address).getHost() : "";
        return !copy && PUBLISHERS.contains(host) ? Grade.PRIMARY : Grade.SECONDARY;
    }

    /** Returns the grade of a fact that several documents tell: that of the best of them. */
    static Grade best(Collection<Source> sources) {
        List<Grade> grades = sources.stream().map(Source::grade).toList();
        return grades.contains(Grade.PRIMARY) ? Grade.PRIMARY : Grade.SECONDARY;
    }
}
