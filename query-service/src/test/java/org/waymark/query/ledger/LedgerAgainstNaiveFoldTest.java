package org.waymark.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.events.Recorded;
import org.waymark.query.image.Histories;
import org.waymark.query.image.MemoryLog;
import org.waymark.query.image.Notes;
import org.waymark.query.ledger.NaiveFold.Expected;

/** On random histories the ledger says, at every moment, what folding everything again says. */
class LedgerAgainstNaiveFoldTest {

    private static final int EVENTS = 60;
    private static final List<String> KEYS = List.of("review-1", "review-2", "review-3");

    private final Notes notes = new Notes();

    @ParameterizedTest
    @EnumSource
    void every_row_is_as_it_was_true_and_as_it_was_known(TestLedger.Kind kind) {
        for (long seed = 1; seed <= (kind == TestLedger.Kind.H2 ? 12 : 3); seed++) {
            MemoryLog log = new MemoryLog();
            Histories history = new Histories(seed, log);
            try (TestLedger test = new TestLedger(kind, log, notes)) {
                for (int part = 0; part < 4; part++) {
                    history.append(EVENTS / 4);
                    test.follow(1 + (int) seed % 7);
                    test.reopen();
                }
                assertSame(test, seed);
            }
        }
    }

    private void assertSame(TestLedger test, long seed) {
        List<Recorded> events = test.log.read(0, EVENTS);
        NaiveFold<Notes.NotesRow> naive = new NaiveFold<>(notes);
        LocalDate last = events.getLast().effectiveOn();
        for (LocalDate asOf = Histories.FIRST_DAY.minusDays(31); !asOf.isAfter(last); asOf = asOf.plusDays(1)) {
            for (long knownAt = 0; knownAt <= EVENTS; knownAt += 3) {
                Moment moment = test.moment(notes, asOf, knownAt);
                List<Entry<Notes.NotesRow>> all = test.ledger.all(notes, moment);
                for (String key : KEYS) {
                    Optional<Expected> said = all.stream()
                            .filter(entry -> entry.key().equals(key))
                            .map(entry -> new Expected(entry.json(), entry.setBy()))
                            .findFirst();
                    assertThat(said)
                            .as("%s of seed %d as of %s, known at %d", key, seed, asOf, knownAt)
                            .isEqualTo(naive.at(events, key, asOf, knownAt));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_row_and_the_whole_list_say_the_same(TestLedger.Kind kind) {
        MemoryLog log = new MemoryLog();
        new Histories(4, log).append(EVENTS);
        try (TestLedger test = new TestLedger(kind, log, notes)) {
            test.follow(9);
            LocalDate last = log.read(EVENTS - 1, 1).getFirst().effectiveOn();
            for (long knownAt = 1; knownAt <= EVENTS; knownAt++) {
                Moment moment = test.moment(notes, last, knownAt);
                for (String key : KEYS) {
                    Optional<String> one = test.ledger.one(notes, moment, key).map(Entry::json);
                    assertThat(one)
                            .isEqualTo(test.ledger.all(notes, moment).stream()
                                    .filter(entry -> entry.key().equals(key))
                                    .map(Entry::json)
                                    .findFirst());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_row_changes_only_at_positions_named_as_its_changes(TestLedger.Kind kind) {
        MemoryLog log = new MemoryLog();
        new Histories(5, log).append(EVENTS);
        try (TestLedger test = new TestLedger(kind, log, notes)) {
            test.follow(EVENTS);
            LocalDate last = log.read(EVENTS - 1, 1).getFirst().effectiveOn();
            NaiveFold<Notes.NotesRow> naive = new NaiveFold<>(notes);
            List<Recorded> events = log.read(0, EVENTS);
            for (long knownAt = 1; knownAt <= EVENTS; knownAt++) {
                Moment moment = test.moment(notes, last, knownAt);
                List<String> changed = test.ledger.changed(notes, moment, knownAt - 1).stream()
                        .map(Entry::key)
                        .toList();
                for (String key : KEYS) {
                    if (!naive.at(events, key, last, knownAt).equals(naive.at(events, key, last, knownAt - 1))) {
                        assertThat(changed).as("changed at %d", knownAt).contains(key);
                    }
                }
            }
        }
    }

    record GrowingRow(Map<String, String> events) {}

    /** Rows that grow with every event. */
    private static final View<GrowingRow> GROWING = new View<>() {
        @Override
        public String name() {
            return "growing";
        }

        @Override
        public Class<GrowingRow> rowType() {
            return GrowingRow.class;
        }

        @Override
        public Set<String> keys(Recorded recorded) {
            return Set.of(recorded.stream());
        }

        @Override
        public GrowingRow apply(@Nullable GrowingRow row, Recorded recorded) {
            Map<String, String> events = new TreeMap<>(row == null ? Map.of() : row.events());
            events.put(recorded.eventId(), recorded.type());
            return new GrowingRow(events);
        }
    };

    @Test
    void a_row_that_grows_is_not_written_whole_with_each_event() {
        MemoryLog log = new MemoryLog();
        new Histories(6, log).append(300);
        try (TestLedger test = new TestLedger(TestLedger.Kind.H2, log, GROWING)) {
            test.follow(50);
            JdbcClient jdbc = JdbcClient.create(test.database);
            long said = jdbc
                    .sql("SELECT " + Versions.COLUMNS + " FROM version v " + Versions.BASE)
                    .query((row, _) -> Versions.read(row))
                    .list()
                    .stream()
                    .mapToLong(version -> (version.content() + version.setBy()).length())
                    .sum();
            long kept = jdbc.sql("SELECT SUM(LENGTH(content) + LENGTH(set_by)) FROM version")
                    .query(Long.class)
                    .single();
            assertThat(kept).isLessThan(said / 3);
        }
    }
}
