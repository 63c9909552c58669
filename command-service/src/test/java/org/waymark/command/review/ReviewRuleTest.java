package org.waymark.command.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.command.desk.Catalogue;
import org.waymark.command.desk.Rule;
import org.waymark.command.desk.TestCalls;
import org.waymark.command.desk.Verb;
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.rules.RulePacks;

class ReviewRuleTest {

    @Test
    void each_rule_has_its_sentence_in_both_languages() throws IOException {
        Catalogue.assertHolds("review", ReviewRule.values());
    }

    @Test
    void each_rule_is_refused_or_waived_by_a_test() throws IOException {
        TestCalls.assertRefuse("review", ReviewRule.values());
    }

    @Test
    void each_command_is_recorded_by_a_test() throws IOException {
        assertThat(EVENTS).hasSameSizeAs(VERBS);
        assertThat(TestCalls.made("review", "assertRecords")).containsAll(EVENTS);
    }

    @Test
    void each_next_step_is_a_command() {
        assertThat(VERBS).hasSize(48);
        assertThat(ReviewRule.values())
                .extracting(Rule::nextStep)
                .filteredOn(step -> !step.isEmpty())
                .hasSizeGreaterThan(30)
                .allMatch(step -> VERBS.contains(step) || OF_RECOMMENDATIONS.contains(step));
    }

    @Test
    void each_pack_gives_each_command_to_somebody() {
        assertThat(RulePacks.shipped().all())
                .isNotEmpty()
                .allSatisfy(pack ->
                        assertThat(VERBS).allMatch(verb -> !pack.mayDo(verb).isEmpty(), pack.id()));
    }

    private static final List<String> OF_RECOMMENDATIONS = List.of("designate-consensus", "prioritize-recommendation");

    private static final List<String> VERBS =
            leaves(ReviewCommand.class).map(Verb::of).toList();

    private static final List<String> EVENTS =
            leaves(ReviewEvent.class).map(Class::getSimpleName).toList();

    private static Stream<Class<?>> leaves(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses()).flatMap(group -> Stream.of(group.getPermittedSubclasses()));
    }
}
