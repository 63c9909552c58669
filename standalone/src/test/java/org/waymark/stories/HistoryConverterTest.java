package org.waymark.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.waymark.events.Occurrence;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.store.EventJson;
import org.waymark.events.store.EventNames;
import org.waymark.stories.HistoryConverter.Converted;

class HistoryConverterTest {

    private static final Path FOLDER = Path.of("../stories");
    private static Converted converted;

    @BeforeAll
    static void convert() throws IOException {
        converted = HistoryConverter.convert(FOLDER);
    }

    private static List<ObjectNode> commands() {
        return converted.lines().stream()
                .filter(line -> line.at("/body/on").isObject())
                .toList();
    }

    private static List<JsonNode> entries() {
        List<JsonNode> entries = new ArrayList<>();
        converted
                .source()
                .path("reviews")
                .forEach(review -> review.path("dates").forEach(entries::add));
        return entries;
    }

    private static Occurrence on(JsonNode line) {
        return EventJson.mapper().convertValue(line.at("/body/on"), Occurrence.class);
    }

    @Nested
    class The_mapping {
        @Test
        void knows_exactly_the_kinds_of_the_source() {
            Set<String> kinds =
                    entries().stream().map(e -> e.path("event").asText()).collect(Collectors.toSet());
            Set<String> mapped = new TreeSet<>();
            converted.mapping().path("kinds").fieldNames().forEachRemaining(mapped::add);
            assertThat(mapped).isEqualTo(kinds).hasSize(75);
        }

        @Test
        void gives_a_reason_for_each_kind_it_leaves_out() {
            converted
                    .mapping()
                    .path("kinds")
                    .forEach(kind -> assertThat(kind.path("as").asText().equals("LEFT_OUT")
                                    && kind.path("why").asText().isEmpty())
                            .isFalse());
        }

        @Test
        void adjusts_entries_that_exist_only() {
            Set<String> known = new HashSet<>();
            converted
                    .source()
                    .path("reviews")
                    .forEach(review -> review.path("dates")
                            .forEach(entry -> known.add(review.path("id").asText() + " "
                                    + entry.path("event").asText() + " "
                                    + entry.path("date").asText())));
            Set<String> adjusted = new TreeSet<>();
            converted.mapping().path("entries").fieldNames().forEachRemaining(adjusted::add);
            assertThat(known).containsAll(adjusted);
        }

        @Test
        void says_where_every_detail_goes() {
            converted
                    .source()
                    .path("reviews")
                    .forEach(review -> review.path("dates").forEach(entry -> {
                        JsonNode settings = converted
                                .mapping()
                                .path("entries")
                                .path(review.path("id").asText() + " "
                                        + entry.path("event").asText() + " "
                                        + entry.path("date").asText());
                        boolean told = settings.has("words")
                                || settings.has("reason")
                                || settings.has("detailIn")
                                || entry.path("detail").asText().startsWith("see conflicts");
                        assertThat(told || !entry.has("detail")).as("%s", entry).isTrue();
                    }));
        }
    }

    @Nested
    class The_story {
        @Test
        void is_the_file_in_the_repository() throws IOException {
            assertThat(Files.readString(FOLDER.resolve("icann-history.jsonl"))).isEqualTo(converted.story());
            assertThat(Files.readString(FOLDER.resolve("icann-history-report.json")))
                    .isEqualTo(converted.reportJson());
            assertThat(Files.readString(FOLDER.resolve("icann-history-report.md")))
                    .isEqualTo(HistoryReport.summary(converted.report(), converted.mapping()));
        }

        @Test
        void has_a_body_for_each_line_that_its_event_takes() {
            Map<String, String> events = new TreeMap<>();
            EventNames.all().keySet().forEach(name -> events.put(imperative(name), name));
            for (ObjectNode line : commands()) {
                String[] path = line.path("path").asText().split("/");
                String verb = path[path.length - 1];
                ObjectNode body = line.path("body").deepCopy();
                if (path.length > 5) {
                    body.put("recommendationId", path[3] + "/" + path[5]);
                } else {
                    body.put("reviewId", path[3]);
                }
                if (verb.equals("share-scope")) {
                    body.put("scopeVersion", 1);
                }
                assertThat(events).containsKey(verb);
                WaymarkEvent event = EventJson.read(events.get(verb), body.toString());
                assertThat(event.on().attested()).isNotNull();
                assertThat(event.on().evidence()).isNotEmpty();
            }
        }

        @Test
        void names_nobody_outside_the_table_of_names() {
            Set<String> surnames = converted.lines().stream()
                    .filter(line ->
                            line.has("method") && !line.path("line").asText().equals("person-archivist"))
                    .map(line -> line.at("/body/name").asText())
                    .map(name -> name.substring(name.lastIndexOf(' ') + 1))
                    .collect(Collectors.toSet());
            assertThat(surnames).hasSizeGreaterThan(20);
            for (ObjectNode line : commands()) {
                Claims.eachValue(
                        "",
                        line.path("body"),
                        (_, value) -> assertThat(surnames)
                                .noneMatch(name ->
                                        List.of(value.asText().split("\\W+")).contains(name)));
            }
        }

        @Test
        void names_every_person_it_speaks_of() {
            Set<String> named = converted.lines().stream()
                    .filter(line -> line.has("method"))
                    .map(line -> line.path("path").asText().substring("/commands/people/".length()))
                    .collect(Collectors.toSet());
            for (ObjectNode line : commands()) {
                for (String field : List.of("person", "successor", "leaders", "shepherds", "members")) {
                    Claims.eachValue(
                            "",
                            line.path("body").path(field),
                            (pointer, value) -> assertThat(value.isMissingNode()
                                            || value.isNumber()
                                            || pointer.endsWith("/group")
                                            || named.contains(value.asText()))
                                    .as("%s", value)
                                    .isTrue());
                }
            }
        }

        @Test
        void pauses_ssr2_in_october_2017_and_restarts_it_on_7_june_2018() {
            JsonNode pause = only("/commands/reviews/ssr2/pause-review");
            assertThat(pause.at("/body/on/occurredOn").asText()).isEqualTo("2017-10-01");
            assertThat(pause.at("/body/on/precision").asText()).isEqualTo("MONTH");
            assertThat(on(pause).effectiveOn(LocalDate.of(2026, 11, 1))).isEqualTo("2017-10-31");
            assertThat(only("/commands/reviews/ssr2/restart-review")
                            .at("/body/on/occurredOn")
                            .asText())
                    .isEqualTo("2018-06-07");
        }

        private static JsonNode only(String path) {
            List<ObjectNode> found = commands().stream()
                    .filter(l -> l.path("path").asText().equals(path))
                    .toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }

        @Test
        void schedules_each_review_first_and_tells_each_by_day() {
            Map<String, LocalDate> last = new TreeMap<>();
            for (ObjectNode line : commands()) {
                String review = line.path("path").asText().split("/")[3];
                LocalDate day = on(line).effectiveOn(LocalDate.of(2026, 11, 1));
                assertThat(last.containsKey(review))
                        .isEqualTo(!line.path("path").asText().endsWith("/schedule-review"));
                assertThat(day).isAfterOrEqualTo(last.getOrDefault(review, LocalDate.MIN));
                last.put(review, day);
            }
            assertThat(last).hasSize(15);
        }
    }

    @Nested
    class The_report {
        @Test
        void accounts_for_every_value_of_the_source() {
            int[] input = {0};
            Claims.eachValue("", converted.source(), (_, _) -> input[0]++);
            int told = 0;
            int leftOut = 0;
            for (JsonNode fact : converted.report().path("facts")) {
                told += fact.has("recorded") ? fact.path("values").asInt() : 0;
                leftOut += fact.path("leftOut").asText().isBlank()
                        ? 0
                        : fact.path("values").asInt();
            }
            assertThat(told + leftOut).isEqualTo(input[0]);
            assertThat(converted.report().at("/values/all").asInt()).isEqualTo(input[0]);
            assertThat(converted.report().at("/values/recorded").asInt()).isEqualTo(told);
        }

        @Test
        void leaves_no_dated_entry_recommendation_or_board_action_out() {
            for (JsonNode fact : converted.report().path("facts")) {
                if (fact.has("leftOut")) {
                    assertThat(fact.path("pointer").asText())
                            .doesNotContain("/dates/", "/boardHistory/", "/implementation/", "/decisionsLog/");
                }
            }
        }

        @Test
        void names_every_line_of_the_story() {
            Set<String> named = new HashSet<>();
            converted.report().path("facts").forEach(f -> f.path("recorded").forEach(line -> named.add(line.asText())));
            assertThat(named)
                    .isEqualTo(commands().stream()
                            .map(l -> l.path("line").asText())
                            .collect(Collectors.toSet()));
        }
    }

    @Nested
    class Totals {
        @Test
        void after_each_board_action_are_those_of_the_source() {
            int compared = 0;
            for (JsonNode review : converted.source().path("reviews")) {
                for (JsonNode row : review.path("boardActions")) {
                    if (row.has("approvedAfter")) {
                        LocalDate day = LocalDate.parse(row.path("date").asText());
                        assertThat(totals(review, day))
                                .as("%s on %s", review.path("id"), day)
                                .isEqualTo(Map.of(
                                        "APPROVED", row.path("approvedAfter").asInt(),
                                        "PENDING", row.path("pendingAfter").asInt(),
                                        "PASSED_THROUGH",
                                                row.path("passedThroughAfter").asInt(),
                                        "REJECTED", row.path("rejectedAfter").asInt()));
                        compared++;
                    }
                }
            }
            assertThat(compared).isEqualTo(6);
        }

        @Test
        void of_ssr2_are_those_the_source_was_checked_by() {
            JsonNode ssr2 = review("SSR2");
            assertThat(totals(ssr2, LocalDate.of(2021, 7, 22)))
                    .isEqualTo(Map.of("APPROVED", 13, "PENDING", 34, "REJECTED", 16, "PASSED_THROUGH", 0));
            assertThat(totals(ssr2, LocalDate.of(2026, 5, 26)).get("PENDING")).isEqualTo(1);
            assertThat(totals(ssr2, LocalDate.of(2026, 5, 27)))
                    .isEqualTo(Map.of("APPROVED", 25, "PENDING", 0, "REJECTED", 38, "PASSED_THROUGH", 0));
        }

        @Test
        void of_today_are_the_dispositions_the_source_gives() {
            for (JsonNode review : converted.source().path("reviews")) {
                Map<String, Map<String, String>> parts = parts(review, LocalDate.of(2026, 11, 1));
                for (JsonNode recommendation : review.path("recommendations")) {
                    Set<String> given = new TreeSet<>();
                    recommendation
                            .path("currentDisposition")
                            .forEach(d -> given.add(
                                    d.asText().replaceAll("(?=[A-Z])", "_").toUpperCase(Locale.ROOT)));
                    String number = recommendation.path("number").asText().toLowerCase(Locale.ROOT);
                    assertThat(new TreeSet<>(parts.get(number).values()))
                            .as(number)
                            .isEqualTo(given);
                }
            }
        }

        private static JsonNode review(String id) {
            for (JsonNode review : converted.source().path("reviews")) {
                if (review.path("id").asText().equals(id)) {
                    return review;
                }
            }
            throw new AssertionError(id);
        }

        private static Map<String, Integer> totals(JsonNode review, LocalDate day) {
            Map<String, Integer> totals =
                    new TreeMap<>(Map.of("APPROVED", 0, "PENDING", 0, "PASSED_THROUGH", 0, "REJECTED", 0));
            parts(review, day).values().forEach(parts -> parts.values().forEach(d -> totals.merge(d, 1, Integer::sum)));
            return totals;
        }

        /** Folds the Board's actions of a review up to the day: disposition by part by recommendation. */
        private static Map<String, Map<String, String>> parts(JsonNode review, LocalDate day) {
            String id = converted
                    .mapping()
                    .path("reviews")
                    .path(review.path("id").asText())
                    .path("id")
                    .asText();
            Map<String, Map<String, String>> parts = new TreeMap<>();
            for (ObjectNode line : commands()) {
                String[] path = line.path("path").asText().split("/");
                boolean acted = path[3].equals(id) && path[path.length - 1].equals("record-board-action");
                if (acted && !on(line).effectiveOn(LocalDate.of(2026, 11, 1)).isAfter(day)) {
                    parts.computeIfAbsent(path[5], _ -> new TreeMap<>())
                            .put(
                                    line.at("/body/part").asText(),
                                    line.at("/body/disposition").asText());
                }
            }
            return parts;
        }
    }

    /** Turns an event's name into the verb of its command, {@code ScopeAgreed} into {@code agree-scope}. */
    private static String imperative(String event) {
        return switch (event) {
            case "BoardActedOnReport" -> "record-board-action-on-report";
            case "OccurrenceNoted" -> "note-occurrence";
            case "ReviewTeamSelected" -> "select-review-team";
            case "ReviewTeamConvened" -> "convene-review-team";
            case "ImplementationShepherdsDesignated" -> "designate-implementation-shepherds";
            case "MemberJoined" -> "add-member";
            case "MemberResigned" -> "record-resignation";
            case "MemberReplaced" -> "replace-member";
            case "ScopeSharedWithLeadership" -> "share-scope";
            case "BoardDesigneeAppointed" -> "appoint-board-designee";
            case "CallForVolunteersOpened" -> "open-call-for-volunteers";
            case "CallForVolunteersExtended" -> "extend-call-for-volunteers";
            case "TermsOfReferenceAdopted" -> "adopt-terms-of-reference";
            case "BoardActionDueSet" -> "set-board-action-due";
            case "BoardActionRecorded" -> "record-board-action";
            case "DecisionRecorded" -> "record-decision";
            case "MilestonePlanned" -> "plan-milestone";
            case "MilestoneRescheduled" -> "reschedule-milestone";
            case "MilestoneReached" -> "reach-milestone";
            case "ReviewScheduled" -> "schedule-review";
            case "ReviewDeferred" -> "defer-review";
            case "ReviewPaused" -> "pause-review";
            case "ReviewRestarted" -> "restart-review";
            case "ReviewClosed" -> "close-review";
            case "LeadershipSelected" -> "select-leadership";
            case "PublicCommentOpened" -> "open-public-comment";
            case "PublicCommentClosed" -> "close-public-comment";
            case "DraftReportPublished" -> "publish-draft-report";
            case "FinalReportAdopted" -> "adopt-final-report";
            case "FinalReportSubmitted" -> "submit-final-report";
            case "RecommendationDrafted" -> "draft-recommendation";
            case "RecommendationPrioritized" -> "prioritize-recommendation";
            case "ConsensusDesignated" -> "designate-consensus";
            case "MinorityStatementFiled" -> "file-minority-statement";
            case "PassThroughNotified" -> "notify-pass-through";
            case "PassThroughAnswered" -> "answer-pass-through";
            case "CommunityPriorityAssigned" -> "assign-community-priority";
            case "ImplementationStatusReported" -> "report-implementation-status";
            default -> "not in this story: " + event;
        };
    }
}
