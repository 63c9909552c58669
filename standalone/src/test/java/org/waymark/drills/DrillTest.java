package org.waymark.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A few rounds of what {@code ./dev drill kill} does at length. */
class DrillTest {

    private static final int ROUNDS = 3;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Database.class)
    void what_was_answered_survives_a_kill_and_nothing_is_recorded_twice(Database database) throws Exception {
        try (Drill drill = new Drill(KillDrill.fromClasses(), database, folder, 1)) {
            for (int number = 1; number <= ROUNDS; number++) {
                Drill.Round round = drill.round(number, Drill.End.KILL);
                assertThat(round.answers()).isGreaterThanOrEqualTo(Drill.FEWEST_ANSWERS);
                assertThat(round.unanswered())
                        .as("the kill came while clients were sending")
                        .isPositive();
            }
        }
    }

    @Test
    void what_is_in_flight_when_it_is_asked_to_end_is_answered_or_not_recorded() throws Exception {
        try (Drill drill = new Drill(KillDrill.fromClasses(), Database.H2, folder, 2)) {
            Drill.Round round = drill.round(1, Drill.End.TERM);
            assertThat(round.answers()).isGreaterThanOrEqualTo(Drill.FEWEST_ANSWERS);
            assertThat(round.unanswered())
                    .as("the end came while clients were sending")
                    .isPositive();
            assertThat(round.recordedUnanswered())
                    .as("recorded, but its sender was not told")
                    .isZero();
        }
    }
}
