package org.waymark.command.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.command.desk.Catalogue;
import org.waymark.command.desk.Rule;
import org.waymark.command.desk.TestCalls;
import org.waymark.command.desk.Verb;
import org.waymark.events.rules.RulePacks;

class RecommendationRuleTest {

    @Test
    void each_rule_has_its_sentence_in_both_languages() throws IOException {
        Catalogue.assertHolds("recommendation", RecommendationRule.values());
    }

    @Test
    void each_rule_is_refused_or_waived_by_a_test() throws IOException {
        TestCalls.assertRefuse("recommendation", RecommendationRule.values());
    }

    @Test
    void each_next_step_is_a_command() {
        assertThat(VERBS).hasSize(31);
        assertThat(RecommendationRule.values())
                .extracting(Rule::nextStep)
                .allMatch(step -> step.isEmpty() || step.equals("schedule-review") || VERBS.contains(step));
    }

    @Test
    void each_pack_gives_each_command_to_somebody() {
        assertThat(RulePacks.shipped().all())
                .allSatisfy(pack ->
                        assertThat(VERBS).allMatch(verb -> !pack.mayDo(verb).isEmpty(), pack.id()));
    }

    private static final List<String> VERBS = Stream.of(RecommendationCommand.class.getPermittedSubclasses())
            .flatMap(group -> Stream.of(group.getPermittedSubclasses()))
            .map(Verb::of)
            .toList();
}
