package org.waymark.command.desk;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DeskRuleTest {

    @Test
    void each_rule_has_its_sentence_in_both_languages() throws IOException {
        Catalogue.assertHolds("desk", DeskRule.values());
    }
}
