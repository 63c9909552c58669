package org.waymark.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.events.Group;
import org.waymark.events.PersonId;
import org.waymark.events.PlannedDate;

class RowTreeTest {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Row(
            String text,
            @Nullable String absent,
            Map<String, Part> parts,
            Map<Group, Integer> seats,
            Map<String, String> none,
            @JsonInclude(JsonInclude.Include.ALWAYS) int count,
            @JsonInclude(JsonInclude.Include.ALWAYS) Map<String, String> shown,
            PersonId person,
            PlannedDate planned,
            Instant at,
            List<String> list) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(String name, @Nullable LocalDate on, Map<String, String> empty, boolean open) {}

    private static final Part PART = new Part("part \"1\"", LocalDate.of(2026, 3, 1), Map.of(), true);

    private static Row row(Map<String, Part> parts, int count) {
        return new Row(
                "text/工作~\n",
                null,
                parts,
                new TreeMap<>(Map.of(Group.NCUC, 1, Group.ASO, 2, Group.ALAC, 3)),
                Map.of(),
                count,
                Map.of(),
                new PersonId("person-1"),
                PlannedDate.day(LocalDate.of(2026, 5, 1)),
                Instant.parse("2026-03-01T10:00:00Z"),
                List.of("b", "a"));
    }

    @Test
    void says_what_jackson_says_of_the_same_row() throws JsonProcessingException {
        Row row = row(Map.of("a", PART, "a-b", PART, "a/c", PART), 0);
        RowTree.Node tree = RowTree.after(null, row, 7);
        assertThat(tree.json()).isEqualTo(CanonicalJson.write(RowJson.tree(row)));
        assertThat(RowJson.mapper().readValue(tree.json(), Row.class).parts()).isEqualTo(row.parts());
    }

    @Test
    void keeps_the_source_of_what_stays_and_names_that_of_what_changes() throws JsonProcessingException {
        RowTree.Node first = RowTree.after(null, row(Map.of("a", PART), 1), 7);
        RowTree.Node second = RowTree.after(first, row(Map.of("a", PART, "a-b", PART), 2), 8);
        Map<?, ?> sources = RowJson.mapper().readValue("{" + second.setBy() + "}", Map.class);
        assertThat(sources.get("/parts/a/name")).isEqualTo(7);
        assertThat(sources.get("/parts/a-b/name")).isEqualTo(8);
        assertThat(sources.get("/count")).isEqualTo(8);
        assertThat(sources.get("/shown")).isEqualTo(7);
        assertThat(sources.get("/list/1")).isEqualTo(7);
    }

    @Test
    void writes_the_sources_in_the_order_of_their_pointers() throws JsonProcessingException {
        Map<String, Part> parts = Map.of("a", PART, "a-b", PART, "a/c", PART, "a~", PART, "a0", PART);
        String setBy = "{" + RowTree.after(null, row(parts, 1), 7).setBy() + "}";
        assertThat(setBy).isEqualTo(CanonicalJson.write(RowJson.mapper().readTree(setBy)));
    }

    @Test
    void is_the_same_tree_when_nothing_changed() {
        RowTree.Node first = RowTree.after(null, row(Map.of("a", PART), 1), 7);
        Part equal = new Part("part \"1\"", LocalDate.of(2026, 3, 1), new TreeMap<>(), true);
        assertThat(RowTree.after(first, row(Map.of("a", equal), 1), 8)).isSameAs(first);
    }
}
