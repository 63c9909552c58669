package org.waymark.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.events.Role;
import org.waymark.events.rules.RulePack;
import org.waymark.events.rules.RulePacks;

/** The stories in the repository, without a server. */
class StoriesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static Story story(String name) throws Exception {
        return Story.read(Files.readAllLines(Path.of("../stories", name)), TODAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"icann-history.jsonl", "live-demo.jsonl"})
    void every_line_can_be_read(String name) throws Exception {
        assertThat(story(name).problems()).isEmpty();
        assertThat(story(name).lines()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"icann-history.jsonl", "live-demo.jsonl"})
    void every_decision_is_taken_by_a_role_to_which_the_rules_give_it(String name) throws Exception {
        Map<String, RulePack> packs = new HashMap<>();
        for (StoryLine line : story(name).lines()) {
            if (!line.names()) {
                String verb = line.path().substring(line.path().lastIndexOf('/') + 1);
                if (verb.equals("schedule-review")) {
                    packs.put(
                            line.review(),
                            RulePacks.shipped()
                                    .byId(line.body().path("pack").asText())
                                    .orElseThrow());
                }
                Role role = Role.valueOf(line.body().at("/on/by/role").asText());
                assertThat(packs.get(line.review()).mayDo().get(verb))
                        .as("%s %s", line.id(), verb)
                        .contains(role);
            }
        }
    }

    @Test
    void the_demo_is_marked_as_fictional_wherever_a_name_shows() throws Exception {
        Story demo = story("live-demo.jsonl");
        assertThat(demo.title()).contains("fictional");
        for (StoryLine line : demo.lines()) {
            if (line.path().endsWith("/schedule-review")) {
                assertThat(line.body().path("name").asText()).contains("Fictional");
            }
            if (line.names() && !line.person().equals(line.path().substring("/commands/people/".length()))) {
                assertThat(line.body().path("name").asText()).contains("fictional");
            }
        }
    }

    @Test
    void the_demo_is_recorded_by_those_who_decide_and_never_in_the_future() throws Exception {
        for (StoryLine line : story("live-demo.jsonl").lines()) {
            if (!line.names()) {
                JsonNode by = line.body().at("/on/by");
                String group = by.has("group") ? ":" + by.path("group").asText() : "";
                assertThat(line.actingFor()).isEqualTo(by.path("role").asText() + group);
                assertThat(LocalDate.parse(line.body().at("/on/occurredOn").asText()))
                        .isBeforeOrEqualTo(TODAY);
                assertThat(line.body().at("/on/attested").isMissingNode()).isTrue();
            }
        }
    }

    @Test
    void words_of_the_history_are_free_of_the_sources_ids() throws Exception {
        Pattern id = Pattern.compile("\\((cct|ssr|rds|atrt|phr|whois)\\d?-[a-z0-9]+\\)");
        List<StoryLine> lines = story("icann-history.jsonl").lines();
        assertThat(lines).noneMatch(line -> id.matcher(line.body().toString()).find());
    }
}
