package org.waymark.events.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.events.store.TestEvents.noted;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.events.Recorded;

class LogEventStoreTest {

    private TestLog test;

    @BeforeEach
    void open(@TempDir Path folder) {
        test = TestLog.onH2(folder);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void what_axon_publishes_is_in_the_log_when_its_unit_of_work_has_ended() {
        var event = noted("ssr2", "published");
        var message = new GenericDomainEventMessage<>(
                "review",
                "review/ssr2",
                0,
                event,
                Map.of(
                        LogMetaData.PERSON, "recorder-1",
                        LogMetaData.ACTING_FOR, "SOAC:GNSO",
                        LogMetaData.PACK, "bylaws-2016",
                        LogMetaData.IDEMPOTENCY_KEY, "key",
                        LogMetaData.BODY_HASH, "hash"));
        DefaultUnitOfWork.startAndGet(null).execute(() -> test.eventStore().publish(message));

        Recorded recorded = test.log().read(0, 10).getFirst();
        assertThat(recorded.event()).isEqualTo(event);
        assertThat(recorded.recorder().actingFor()).isEqualTo("SOAC:GNSO");
        assertThat(recorded.recorder().pack()).isEqualTo("bylaws-2016");
        assertThat(test.receipts().find("key"))
                .hasValueSatisfying(r -> assertThat(r.bodyHash()).isEqualTo("hash"));
        assertThat(test.eventStore().readEvents("review/ssr2").next().getPayload())
                .isEqualTo(event);
        assertThat(test.eventStore().lastSequenceNumberFor("review/ssr2")).hasValue(0L);
    }

    @Test
    void axon_left_to_itself_without_a_store_is_refused() {
        Configuration left = DefaultConfigurer.defaultConfiguration(false)
                .configureEventBus(axon -> SimpleEventBus.builder().build())
                .buildConfiguration();
        assertThatThrownBy(() -> StoreAssertion.check(left)).hasMessageContaining("SimpleEventBus");

        Configuration ours = DefaultConfigurer.defaultConfiguration(false)
                .configureEventBus(axon -> test.eventStore())
                .buildConfiguration();
        StoreAssertion.check(ours);
    }

    @Test
    void a_stream_starts_after_its_token_and_is_woken_by_the_next_append() throws Exception {
        test.append(noted("ssr2", "before"), 0);
        try (TrackingEventStream stream = test.eventStore().openStream(new GlobalSequenceTrackingToken(1))) {
            assertThat(stream.hasNextAvailable(0, TimeUnit.MILLISECONDS)).isFalse();
            CompletableFuture<Void> woken = new CompletableFuture<>();
            assertThat(stream.setOnAvailableCallback(() -> woken.complete(null)))
                    .isTrue();

            test.append(noted("ssr2", "after"), 1);

            woken.get(30, TimeUnit.SECONDS);
            TrackedEventMessage<?> next = stream.nextAvailable();
            assertThat(next.trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(2));
            assertThat(stream.peek()).isEmpty();
        }
    }
}
