package org.waymark.command.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.command.desk.HandedOn;
import org.waymark.events.By;
import org.waymark.events.Occurrence;
import org.waymark.events.PersonId;
import org.waymark.events.Precision;
import org.waymark.events.Recorded;
import org.waymark.events.Recorder;
import org.waymark.events.Role;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.ReviewId;
import org.waymark.events.store.TestLog;
import org.waymark.events.store.VersionTaken;

class LogEventStoreTest {

    private static final Recorder RECORDER =
            new Recorder(new PersonId("recorder-1"), "SOAC:GNSO", true, "bylaws-2016", "key");

    private TestLog test;
    private LogEventStore store;

    @BeforeEach
    void open(@TempDir Path folder) {
        test = TestLog.onH2(folder);
        store = new LogEventStore(test.log(), test.appends(), test.receipts());
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void what_axon_publishes_is_in_the_log_when_its_unit_of_work_has_ended() {
        WaymarkEvent event = noted("published");
        DomainEventMessage<?> message = message(event, Map.of(HandedOn.METADATA, new HandedOn(RECORDER, "hash")));
        DefaultUnitOfWork.startAndGet(null).execute(() -> {
            store.publish(message);
            assertThat(test.log().position()).isZero();
        });

        Recorded recorded = test.log().read(0, 10).getFirst();
        assertThat(recorded.event()).isEqualTo(event);
        assertThat(recorded.eventId()).isEqualTo(message.getIdentifier());
        assertThat(recorded.recorder()).isEqualTo(RECORDER);
        assertThat(test.receipts().find("key")).hasValueSatisfying(receipt -> {
            assertThat(receipt.bodyHash()).isEqualTo("hash");
            assertThat(receipt.eventId()).isEqualTo(message.getIdentifier());
            assertThat(receipt.position()).isEqualTo(1);
        });
    }

    @Test
    void a_shell_is_loaded_from_what_is_recorded() {
        test.append(noted("one"), 0);
        test.append(noted("two"), 1);
        Recorded second = test.log().stream("review/ssr2").getLast();

        assertThat(store.readEvents("review/ssr2").asStream().toList())
                .satisfiesExactly(first -> assertThat(first.getSequenceNumber()).isZero(), loaded -> {
                    assertThat(loaded.getPayload()).isEqualTo(second.event());
                    assertThat(loaded.getIdentifier()).isEqualTo(second.eventId());
                    assertThat(loaded.getTimestamp()).isEqualTo(second.recordedAt());
                    assertThat(loaded.getAggregateIdentifier()).isEqualTo("review/ssr2");
                    assertThat(loaded.getType()).isEqualTo("review");
                });
        assertThat(store.lastSequenceNumberFor("review/ssr2")).hasValue(1L);
        assertThat(store.readEvents("review/none").hasNext()).isFalse();
    }

    @Test
    void who_comes_second_is_told_so() {
        test.append(noted("first"), 0);
        DomainEventMessage<?> second =
                message(noted("second"), Map.of(HandedOn.METADATA, new HandedOn(RECORDER, "hash")));
        assertThatThrownBy(() -> store.publish(second)).isInstanceOf(VersionTaken.class);
        assertThat(test.receipts().find("key")).isEmpty();
    }

    @Test
    void what_nobody_records_and_what_belongs_to_no_stream_is_not_kept() {
        assertThatThrownBy(() -> store.publish(message(noted("by nobody"), Map.of())))
                .hasMessageContaining("for a command only");
        assertThatThrownBy(() -> store.publish(new GenericEventMessage<>("a text")))
                .hasMessageContaining("Only events of a stream");
        assertThat(test.log().position()).isZero();
    }

    @Test
    void views_and_snapshots_are_not_axons() {
        assertThatThrownBy(() -> store.openStream(null)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> store.storeSnapshot(message(noted("folded"), Map.of())))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void axon_left_to_itself_without_a_store_is_refused() {
        Configuration left = DefaultConfigurer.defaultConfiguration(false)
                .configureEventBus(axon -> SimpleEventBus.builder().build())
                .buildConfiguration();
        assertThatThrownBy(() -> StoreAssertion.check(left)).hasMessageContaining("SimpleEventBus");

        Configuration ours = DefaultConfigurer.defaultConfiguration(false)
                .configureEventBus(axon -> store)
                .buildConfiguration();
        StoreAssertion.check(ours);
    }

    private static DomainEventMessage<?> message(WaymarkEvent event, Map<String, ?> metadata) {
        return new GenericDomainEventMessage<>("review", event.stream(), 0, event, metadata);
    }

    private static WaymarkEvent noted(String words) {
        Occurrence on =
                new Occurrence(LocalDate.of(2026, 3, 14), Precision.DAY, List.of(), null, By.of(Role.ORG), null, null);
        return new OccurrenceNoted(new ReviewId("ssr2"), on, "meeting", words);
    }
}
