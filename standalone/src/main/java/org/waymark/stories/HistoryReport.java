package org.waymark.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sums the import report up for a reader. */
final class HistoryReport {

    private HistoryReport() {}

    static String summary(JsonNode report, JsonNode mapping) {
        JsonNode values = report.path("values");
        StringBuilder text = new StringBuilder("""
            # The import of ICANN's reviews

            Made by `HistoryConverter` from `source/reviews.json` by the rules of `mapping.json`; `icann-history-report.json`
            beside it lists each fact with its lines, or the reason why it has none. Don't edit: convert again.

            The source holds %d values: %d are recorded, %d are left out. The story has %d lines.

            ## Left out

            | values | why |
            | ---: | --- |
            """.formatted(
                        values.path("all").asInt(),
                        values.path("recorded").asInt(),
                        values.path("leftOut").asInt(),
                        report.path("lines").asInt()));
        SortedMap<String, Integer> reasons = new TreeMap<>();
        report.path("facts").forEach(fact -> {
            if (fact.has("leftOut")) {
                reasons.merge(fact.path("leftOut").asText(), fact.path("values").asInt(), Integer::sum);
            }
        });
        reasons.forEach((why, count) -> text.append("| %d | %s |%n".formatted(count, why)));
        text.append("""

            ## How dated entries are told

            | entry | as | verb or field | why |
            | --- | --- | --- | --- |
            """);
        mapping.path("kinds")
                .properties()
                .forEach(kind -> text.append("| %s | %s | %s | %s |%n"
                        .formatted(
                                kind.getKey(),
                                kind.getValue()
                                        .path("as")
                                        .asText()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '),
                                kind.getValue()
                                        .path("verb")
                                        .asText(kind.getValue().path("of").asText("")),
                                kind.getValue().path("why").asText(""))));
        text.append("\n## Choices of days\n\n").append(CHOICES);
        return text.append(mapping.path("teams").properties().stream()
                        .map(team -> "- %s, the team: %s%n"
                                .formatted(
                                        team.getKey(),
                                        team.getValue().path("why").asText()))
                        .collect(Collectors.joining()))
                .toString();
    }

    private static final String CHOICES = """
        - A review is scheduled not later than the day of its earliest dated entry, since no source tells when it was scheduled.
          The pilot holistic review is scheduled on the day of its mandate.
        - A recommendation, its consensus level and its team priority stand in the final report at the latest: they are dated
          not later than the day on which the report was submitted.
        - A fact without a date is dated not later than the newest evidence the source looked at.
        - A deadline is no occurrence. It becomes a field of the event it belongs to, or an occurrence dated by the document
          that sets it.
        - "In part": part 1 is what the Board decides itself, part 2 what it passes through. The sources name no parts.
        - Status words that the list of Waymark lacks ("dependent on ...") are recorded as on hold, with the printed words.
        - A fact is primary when ICANN, its Board or an SO/AC published one of its documents in its own name; wikis, mailing
          lists, mirrors and copies are secondary.
        """;
}
