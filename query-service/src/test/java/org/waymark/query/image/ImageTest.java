package org.waymark.query.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waymark.events.Recorded;

/** On random histories the image says, at every moment, what folding everything again says; and what is not known. */
class ImageTest {

    private static final int EVENTS = 45;
    private static final List<String> KEYS = List.of("review-1", "review-2", "review-3");
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);

    private final Notes notes = new Notes();
    private final MemoryLog log = new MemoryLog();
    private final Image image = new Image(List.of(notes), log);

    private int notKnown;
    private int contradictions;

    private void follow(int atOnce) {
        while (image.position() < log.position()) {
            image.take(log.read(image.position(), atOnce));
        }
    }

    private Moment moment(LocalDate asOf, long knownAt) {
        return new Moment(image.position(), image.epoch(), asOf, knownAt);
    }

    @Test
    void every_row_is_as_it_was_true_and_as_it_was_known_and_says_what_is_not() {
        for (long seed = 1; seed <= 10; seed++) {
            ImageTest test = new ImageTest();
            new Histories(seed, test.log).append(EVENTS);
            test.follow(1 + (int) seed % 7);
            if (seed % 3 == 0) {
                test.image.forget();
            }
            test.assertSame(seed);
            notKnown += test.notKnown;
            contradictions += test.contradictions;
        }
        assertThat(notKnown).as("values that were not known").isGreaterThan(300);
        assertThat(contradictions)
                .as("facts that say they came after what did not")
                .isGreaterThan(100);
    }

    private void assertSame(long seed) {
        List<Recorded> events = log.read(0, EVENTS);
        Naive<Notes.Draft, Notes.NotesRow> naive = new Naive<>(notes);
        LocalDate last = LocalDate.of(2026, 4, 1);
        for (LocalDate asOf = LocalDate.of(2025, 12, 1); !asOf.isAfter(last); asOf = asOf.plusDays(6)) {
            for (long knownAt = 0; knownAt <= EVENTS; knownAt += 6) {
                Moment moment = moment(asOf, knownAt);
                List<Entry<Notes.NotesRow>> all = image.all(notes, moment);
                for (String key : KEYS) {
                    Optional<Entry<Notes.NotesRow>> said = all.stream()
                            .filter(entry -> entry.key().equals(key))
                            .findFirst();
                    String where = "%s of seed %d as of %s, known at %d".formatted(key, seed, asOf, knownAt);
                    assertSame(where, said, naive.at(events, key, asOf, knownAt));
                    assertThat(image.one(notes, moment, key).isPresent()).isEqualTo(said.isPresent());
                }
            }
        }
    }

    private void assertSame(String where, Optional<Entry<Notes.NotesRow>> said, Naive.May may) {
        assertThat(said.isPresent()).as(where).isEqualTo(!may.rows().isEmpty());
        if (said.isEmpty()) {
            return;
        }
        JsonNode row = RowJson.tree(said.get().row());
        assertThat(row).as(where).isEqualTo(may.rows().getFirst());
        assertThat(said.get().contradictions()).as(where).isEqualTo(may.contradictions());
        contradictions += may.contradictions().size();
        List<Possible> possible = said.get().possible(_ -> null);
        notKnown += possible.size();
        for (Map.Entry<String, Set<JsonNode>> leaf : Naive.leaves(may).entrySet()) {
            boolean known = possible.stream().noneMatch(open -> covers(open.pointer(), "/row" + leaf.getKey()));
            if (known) {
                assertThat(leaf.getValue()).as("%s %s", where, leaf.getKey()).hasSize(1);
            }
        }
        for (Possible open : possible) {
            Set<JsonNode> values = may.values(open.pointer().substring("/row".length()));
            assertThat(values)
                    .as("%s %s may be otherwise", where, open.pointer())
                    .hasSizeGreaterThan(1);
            assertThat(values)
                    .as("%s %s", where, open.pointer())
                    .containsAll(open.values().stream()
                            .map(value -> value == null
                                    ? MissingNode.getInstance()
                                    : RowJson.mapper().<JsonNode>valueToTree(value))
                            .toList());
            assertThat(open.facts()).as(where).isNotEmpty();
        }
    }

    private static boolean covers(String pointer, String leaf) {
        return leaf.equals(pointer) || leaf.startsWith(pointer + "/");
    }

    @Test
    void today_nothing_is_only_possible() {
        new Histories(3, log).append(EVENTS);
        follow(EVENTS);
        for (Entry<Notes.NotesRow> entry : image.all(notes, moment(TODAY, EVENTS))) {
            assertThat(entry.possible(_ -> null)).isEmpty();
        }
    }

    @Test
    void a_row_changes_only_at_positions_named_as_its_changes() {
        new Histories(5, log).append(EVENTS);
        follow(EVENTS);
        Naive<Notes.Draft, Notes.NotesRow> naive = new Naive<>(notes);
        List<Recorded> events = log.read(0, EVENTS);
        for (long knownAt = 1; knownAt <= EVENTS; knownAt++) {
            List<String> changed = image.recordedSince(notes, moment(TODAY, knownAt), knownAt - 1).stream()
                    .map(Entry::key)
                    .toList();
            for (String key : KEYS) {
                for (LocalDate day : List.of(TODAY, LocalDate.of(2026, 1, 20))) {
                    if (!naive.at(events, key, day, knownAt).equals(naive.at(events, key, day, knownAt - 1))) {
                        assertThat(changed).as("changed at %d", knownAt).contains(key);
                    }
                }
                assertThat(image.lastChange(notes, key, knownAt) == knownAt).isEqualTo(changed.contains(key));
            }
        }
    }

    @Test
    void what_is_remembered_changes_no_answer() {
        new Histories(9, log).append(300);
        follow(50);
        List<JsonNode> before = rows();
        image.forget();
        assertThat(image.eventsAtHand()).isZero();
        assertThat(rows()).isEqualTo(before);
        new Histories(10, log).append(100);
        follow(7);
        Image again = new Image(List.of(notes), log);
        while (again.position() < log.position()) {
            again.take(log.read(again.position(), 100));
        }
        assertThat(new Replay(List.of(notes), image, log).run(TODAY, _ -> {}).identical())
                .isTrue();
    }

    private List<JsonNode> rows() {
        return List.of(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 5, 1), TODAY).stream()
                .flatMap(day -> image.all(notes, moment(day, image.position())).stream())
                .map(entry -> RowJson.tree(entry.row()))
                .toList();
    }

    @Test
    void another_log_begins_the_image_anew() {
        new Histories(2, log).append(20);
        follow(20);
        log.becomeAnother("epoch-2", 12);
        image.begin();
        assertThat(image.position()).isZero();
        follow(5);
        assertThat(image.epoch()).isEqualTo("epoch-2");
        assertThat(image.position()).isEqualTo(12);
    }
}
