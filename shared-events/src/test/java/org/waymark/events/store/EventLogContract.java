package org.waymark.events.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.events.store.TestEvents.noted;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.waymark.events.PersonId;
import org.waymark.events.Recorded;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;

/** What the log promises on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EventLogContract {

    final TestLog test = open();

    abstract TestLog open();

    @AfterAll
    void close() {
        test.close();
    }

    @Test
    void what_is_appended_is_read_back_as_it_was() {
        OccurrenceNoted event = noted("ssr2", "Ärger über 工作范围 \"quoted\"");
        long position = test.append(event, 0);

        Recorded read = test.log().read(position - 1, 1).getFirst();
        assertThat(read.event()).isEqualTo(event);
        assertThat(read.position()).isEqualTo(position);
        assertThat(read.stream()).isEqualTo("review/ssr2");
        assertThat(read.recorder().actingFor()).isEqualTo("ORG");
        assertThat(read.recorder().person()).isEqualTo(new PersonId("recorder-1"));
        assertThat(test.log().stream("review/ssr2")).containsExactly(read);
    }

    @Test
    void events_are_found_by_their_positions() {
        List<Long> positions = new ArrayList<>();
        for (int version = 0; version < 150; version++) {
            positions.add(test.append(noted("found", "note " + version), version));
        }
        List<Long> wanted = positions.reversed().subList(3, 140);

        assertThat(test.log().at(wanted))
                .containsExactlyElementsOf(test.log().stream("review/found").subList(10, 147));
        assertThat(test.log().at(List.of())).isEmpty();
        assertThatThrownBy(() -> test.log().at(List.of(positions.getFirst(), 1_000_000L)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1000000");
    }

    @Test
    void positions_have_no_gaps_although_commands_race_and_fail() {
        List<CompletableFuture<Long>> appends = new ArrayList<>();
        for (int version = 0; version < 50; version++) {
            for (int racer = 0; racer < 4; racer++) {
                appends.add(test.appending(noted("racing", "racer " + racer), version));
            }
            appends.add(test.appending(noted("calm-" + version, "alone"), 0));
        }
        long lost = appends.stream().filter(EventLogContract::lost).count();

        assertThat(lost).isEqualTo(50 * 3);
        List<Recorded> all = test.log().read(0, 10_000);
        assertThat(all.stream().mapToLong(Recorded::position))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, test.log().position()).boxed().toList());
        assertThat(test.log().stream("review/racing")).hasSize(50);
        assertThat(all).isSortedAccordingTo((a, b) -> a.recordedAt().compareTo(b.recordedAt()));
    }

    private static boolean lost(CompletableFuture<Long> append) {
        try {
            append.join();
            return false;
        } catch (CompletionException failed) {
            assertThat(failed.getCause()).isInstanceOf(VersionTaken.class);
            return true;
        }
    }

    @Test
    void a_command_sent_again_is_told_the_answer_it_got() {
        long position = test.append(noted("receipts", "once"), 0, "key-1");

        assertThat(test.receipts().find("key-1")).hasValueSatisfying(receipt -> {
            assertThat(receipt.position()).isEqualTo(position);
            assertThat(receipt.bodyHash()).isEqualTo("hash-of-key-1");
            assertThat(receipt.version()).isZero();
        });
        assertThatThrownBy(() -> test.append(noted("receipts", "twice"), 1, "key-1"))
                .isInstanceOfSatisfying(
                        KeyTaken.class,
                        taken -> assertThat(taken.receipt().position()).isEqualTo(position));
        assertThat(test.log().stream("review/receipts")).hasSize(1);
    }

    @Test
    void a_lost_race_leaves_no_receipt() {
        test.append(noted("race", "first"), 0, "winner");
        assertThatThrownBy(() -> test.append(noted("race", "second"), 0, "loser"))
                .isInstanceOf(VersionTaken.class);
        assertThat(test.receipts().find("loser")).isEmpty();
    }

    @Test
    void readers_are_woken_with_the_position_they_may_read() {
        List<Long> seen = new ArrayList<>();
        EventLog.Subscription subscription = test.log().whenDurable(seen::add);
        long position = test.append(noted("waking", "now"), 0);
        assertThat(seen).endsWith(position);

        subscription.close();
        test.append(noted("waking", "unheard"), 1);
        assertThat(seen).doesNotContain(test.log().position());
    }

    @Test
    void a_prefix_finds_the_streams_under_it_alone() {
        test.append(noted("under-a", "in"), 0);
        test.append(noted("underneath", "out"), 0);
        assertThat(test.log().streamsUnder("review/under-"))
                .extracting(Recorded::stream)
                .containsOnly("review/under-a");
    }

    @Test
    void an_instant_stands_for_the_last_position_recorded_by_then() {
        long position = test.append(noted("instants", "now"), 0);
        Instant at = test.log().read(position - 1, 1).getFirst().recordedAt();
        assertThat(test.log().stampedBy(at)).isGreaterThanOrEqualTo(position);
        assertThat(test.log().stampedBy(at.minusNanos(1_000))).isLessThan(position);
        assertThat(test.log().stampedBy(Instant.EPOCH)).isZero();
    }

    @Test
    void a_name_is_kept_beside_the_log_and_can_be_blanked() {
        PersonId person = new PersonId("a-person");
        test.people().name(person, "A. Person");
        test.people().name(person, "Another Person");
        assertThat(test.people().names()).containsEntry("a-person", "Another Person");
        test.people().blank(person);
        assertThat(test.people().names()).doesNotContainKey("a-person");
    }
}
