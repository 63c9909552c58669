package org.waymark.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waymark.query.image.Histories;
import org.waymark.query.image.MemoryLog;

/** How many rows a view has that grows with every event. */
class CountsTest {

    private final MemoryLog log = new MemoryLog();
    private final EveryEvent every = new EveryEvent();

    @ParameterizedTest
    @EnumSource
    void what_was_true_by_a_day_and_known_by_a_position_is_counted(TestLedger.Kind kind) {
        new Histories(3, log).append(60);
        LocalDate day = log.read(30, 1).getFirst().effectiveOn();
        try (TestLedger test = new TestLedger(kind, log, every)) {
            test.follow(7);
            for (long known : new long[] {0, 25, 60}) {
                Moment moment = test.moment(every, day, known);
                long expected = log.read(0, (int) known).stream()
                        .filter(event -> !event.effectiveOn().isAfter(day))
                        .count();
                assertThat(test.ledger.count(every, moment)).isEqualTo(expected);
                assertThat(test.ledger.perDay(every, moment, LocalDate.of(2000, 1, 1), day).values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .isEqualTo(expected);
            }
            assertThat(test.ledger.count(every, test.moment(every, day, 60))).isBetween(20L, 59L);
        }
    }
}
