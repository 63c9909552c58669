package org.waymark.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditsTest {

    private static final List<String> NAMES = List.of("a", "a-b", "a/c", "a~", "a0", "b", "工作", "😀", "\"q\"");
    private static final List<Object> VALUES =
            List.of("one", "one more", "😀", "😁", "工作\n", 1, 12, true, List.of("x", "y"));

    private final Random random = new Random(7);

    @Test
    void turn_one_row_into_another_whatever_changed() {
        RowTree.Node whole = RowTree.after(null, row(3), 1);
        RowTree.Node tree = whole;
        for (int position = 2; position < 2_000; position++) {
            tree = RowTree.after(tree, row(3), position);
            assertTurns(whole, tree);
            if (position % 7 == 0) {
                whole = tree;
            }
        }
    }

    private static void assertTurns(RowTree.Node from, RowTree.Node to) {
        assertThat(Edits.applied(from.json(), Edits.ofJson(from, to))).isEqualTo(to.json());
        assertThat(Edits.applied("{" + from.setBy() + "}", Edits.ofSources(from, to)))
                .isEqualTo("{" + to.setBy() + "}");
    }

    private ObjectNode row(int depth) {
        ObjectNode row = RowJson.mapper().createObjectNode();
        for (String name : NAMES) {
            switch (random.nextInt(depth > 0 ? 4 : 3)) {
                case 0 -> {}
                case 1, 2 -> row.putPOJO(name, VALUES.get(random.nextInt(VALUES.size())));
                default -> row.set(name, row(depth - 1));
            }
        }
        return RowJson.mapper().valueToTree(row);
    }

    @ParameterizedTest
    @CsvSource({
        "one,   one,  ''",
        "one,   two,  '9,3,3:two'",
        "one,   onto, '11,1,2:to'",
        "12,    112,  '10,0,1:1'",
        "😀,    😁,   '9,2,2:😁'" // not half a letter, which no database takes
    })
    void say_no_more_than_what_changed(String was, String is, String edits) {
        RowTree.Node from = RowTree.after(null, Map.of("name", was), 1);
        RowTree.Node to = RowTree.after(null, Map.of("name", is), 1);
        assertThat(Edits.ofJson(from, to)).isEqualTo(edits);
    }

    @Test
    void name_what_comes_and_what_goes() {
        RowTree.Node from = RowTree.after(null, Map.of("a", "1", "c", "3"), 1);
        RowTree.Node to = RowTree.after(null, Map.of("b", "2", "c", "3"), 1);
        assertThat(from.json()).isEqualTo("{\"a\":\"1\",\"c\":\"3\"}");
        assertThat(Edits.applied(from.json(), Edits.ofJson(from, to))).isEqualTo("{\"b\":\"2\",\"c\":\"3\"}");
        assertThat(Edits.applied(to.json(), Edits.ofJson(to, from))).isEqualTo(from.json());
    }
}
