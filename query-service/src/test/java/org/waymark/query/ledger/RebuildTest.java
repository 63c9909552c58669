package org.waymark.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.events.Occurrence;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.ReviewId;
import org.waymark.query.image.Histories;
import org.waymark.query.image.MemoryLog;
import org.waymark.query.image.Notes;

class RebuildTest {

    private final MemoryLog log = new MemoryLog();
    private final Histories history = new Histories(7, log);
    private final Notes notes = new Notes();
    private final EveryEvent every = new EveryEvent();

    @ParameterizedTest
    @EnumSource
    void what_is_folded_again_has_the_digest_of_what_is_shown(TestLedger.Kind kind) {
        try (TestLedger test = new TestLedger(kind, log, notes, every)) {
            for (int part = 1; part <= 5; part++) {
                history.append(40);
                test.follow(part * part);
                test.reopen();
            }
            List<Long> progress = new ArrayList<>();
            for (View<?> view : List.of(notes, every)) {
                Rebuild.Result result = test.rebuild().rebuild(view.name(), progress::add);
                assertThat(result.rebuilt()).isEqualTo(result.digest());
                assertThat(result.identical()).isTrue();
                assertThat(result.position()).isEqualTo(200);
                assertThat(result.versions()).isGreaterThan(50);
            }
            assertThat(progress).contains(200L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void goes_on_with_what_was_folded_again(TestLedger.Kind kind) {
        try (TestLedger test = new TestLedger(kind, log, notes)) {
            history.append(50);
            test.follow(10);
            test.rebuild().rebuild("notes", _ -> {});
            history.append(50);
            test.follow(10);
            assertThat(test.rebuild().rebuild("notes", _ -> {}).identical()).isTrue();
        }
    }

    /** What is not in memory is looked for in the database; a new row is in neither. */
    @ParameterizedTest
    @EnumSource
    void a_row_can_begin_after_a_restart(TestLedger.Kind kind) {
        try (TestLedger test = new TestLedger(kind, log, notes, every)) {
            history.append(10);
            test.follow(10);
            test.reopen();
            ReviewId review = new ReviewId("begun-later");
            Instant now = log.read(9, 1).getFirst().recordedAt();
            Occurrence on = log.read(0, 1).getFirst().event().on();
            log.append(new OccurrenceNoted(review, on, "meeting", "one"), now);
            test.follow(10);
            Moment moment = test.moment(notes, LocalDate.ofInstant(now, ZoneOffset.UTC), 11);
            assertThat(test.ledger.one(notes, moment, "begun-later")).isPresent();
            assertThat(test.rebuild().rebuild("notes", _ -> {}).identical()).isTrue();
        }
    }

    @Test
    void an_altered_version_is_found_and_replaced() {
        try (TestLedger test = new TestLedger(TestLedger.Kind.H2, log, notes)) {
            history.append(50);
            test.follow(50);
            JdbcClient.create(test.database)
                    .sql("DELETE FROM version WHERE known_from = (SELECT MIN(known_from) FROM version)")
                    .update();
            assertThat(test.rebuild().rebuild("notes", _ -> {}).identical()).isFalse();
            assertThat(test.rebuild().rebuild("notes", _ -> {}).identical()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_shown_no_more_is_dropped_after_a_restart(TestLedger.Kind kind) {
        try (TestLedger test = new TestLedger(kind, log, notes, every)) {
            history.append(700);
            test.follow(100);
            List.of("notes", "every-event").forEach(view -> test.rebuild().rebuild(view, _ -> {}));
            String shown = test.rebuild().digest("notes");
            test.reopen();
            assertThat(runs(test, "SELECT id FROM run")).hasSize(4);
            test.dropLeftovers();
            for (String table : List.of("version", "fact", "subject", "token")) {
                assertThat(runs(test, "SELECT run FROM token")).containsAll(runs(test, "SELECT run FROM " + table));
            }
            assertThat(runs(test, "SELECT id FROM run")).hasSize(2);
            assertThat(test.rebuild().digest("notes")).isEqualTo(shown);
        }
    }

    private static Set<Long> runs(TestLedger test, String sql) {
        return JdbcClient.create(test.database).sql(sql).query(Long.class).set();
    }

    @Test
    void a_view_that_misses_an_event_stops() {
        try (TestLedger test = new TestLedger(TestLedger.Kind.H2, log, notes)) {
            history.append(10);
            assertThatThrownBy(() -> test.follow(
                            10,
                            events -> events.stream()
                                    .filter(event -> event.position() != 5)
                                    .toList()))
                    .hasMessageContaining("is at 4; the event at 6 can't follow");
            assertThat(test.ledger.position("notes")).isZero();
        }
    }

    @Test
    void an_unknown_view_is_refused() {
        try (TestLedger test = new TestLedger(TestLedger.Kind.H2, log, notes)) {
            assertThatThrownBy(() -> test.rebuild().rebuild("nothing", _ -> {}))
                    .hasMessageContaining("No view nothing; there are [notes]");
        }
    }

    @Test
    void a_view_of_another_log_or_ahead_of_it_is_dropped() {
        try (TestLedger test = new TestLedger(TestLedger.Kind.H2, log, notes)) {
            history.append(20);
            test.follow(20);
            log.becomeAnother("epoch-1", 12);
            test.reopen();
            assertThat(test.ledger.position("notes")).isZero();
            test.follow(20);
            assertThat(test.rebuild().rebuild("notes", _ -> {}).identical()).isTrue();
            log.becomeAnother("epoch-2", 12);
            test.reopen();
            assertThat(test.ledger.position("notes")).isZero();
        }
    }
}
