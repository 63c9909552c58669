package org.waymark.command.desk;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DeskRuleTest {

    @Test
    void each_rule_has_its_sentence_in_both_languages() throws IOException {
        Catalogue.assertHolds("desk", DeskRule.values());
    }

    @Test
    void each_rule_is_refused_by_a_test() throws IOException {
        TestCalls.assertRefuse("desk", DeskRule.values());
    }
}
