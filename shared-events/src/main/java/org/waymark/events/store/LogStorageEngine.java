package org.waymark.events.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Recorded;
import org.waymark.events.Recorder;
import org.waymark.events.WaymarkEvent;

/** Carries events between Axon and the log. Tokens are positions, since the log has no gaps. Keeps no snapshots. */
final class LogStorageEngine implements EventStorageEngine {

    private static final int READ_AT_ONCE = 1_000;

    private final JdbcEventLog log;
    private final JdbcReceipts receipts;
    private final @Nullable Appender appender;

    LogStorageEngine(JdbcEventLog log, JdbcReceipts receipts, @Nullable Appender appender) {
        this.log = log;
        this.receipts = receipts;
        this.appender = appender;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        if (appender == null) {
            throw new LogUnavailable("This process only reads the log", null);
        }
        List<Append.Entry> entries =
                events.stream().map(LogStorageEngine::entry).toList();
        MetaData meta = events.getLast().getMetaData();
        Object key = meta.get(LogMetaData.IDEMPOTENCY_KEY);
        Append.Asked asked =
                key == null ? null : new Append.Asked(key.toString(), String.valueOf(meta.get(LogMetaData.BODY_HASH)));
        long position = appender.append(Append.of(entries, asked));
        if (asked != null) {
            Append.Entry last = entries.getLast();
            receipts.remember(new Receipt(asked.key(), asked.bodyHash(), last.eventId(), position, last.version()));
        }
    }

    private static Append.Entry entry(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> domain && domain.getPayload() instanceof WaymarkEvent event) {
            return new Append.Entry(
                    domain.getIdentifier(),
                    domain.getAggregateIdentifier(),
                    domain.getSequenceNumber(),
                    EventNames.nameOf(event.getClass()),
                    EventJson.write(event),
                    metadata(domain.getMetaData()));
        }
        throw new IllegalArgumentException("Only events of a stream are kept, not " + message.getPayloadType());
    }

    private static String metadata(Map<String, ?> meta) {
        ObjectNode json = EventJson.mapper().createObjectNode();
        meta.forEach((key, value) -> {
            if (value != null && !key.equals(LogMetaData.BODY_HASH)) {
                json.put(key, value.toString());
            }
        });
        try {
            return EventJson.mapper().writeValueAsString(json);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstVersion) {
        List<DomainEventMessage<WaymarkEvent>> events = log.from(stream, firstVersion).stream()
                .map(LogStorageEngine::domain)
                .toList();
        return DomainEventStream.of(events);
    }

    private static DomainEventMessage<WaymarkEvent> domain(Recorded recorded) {
        return new GenericDomainEventMessage<>(
                recorded.stream().substring(0, recorded.stream().indexOf('/')),
                recorded.stream(),
                recorded.version(),
                recorded.event(),
                metaData(recorded.recorder()),
                recorded.eventId(),
                recorded.recordedAt());
    }

    private static MetaData metaData(Recorder recorder) {
        MetaData meta = MetaData.with(LogMetaData.AUTHENTICATED, recorder.authenticated());
        meta = recorder.person() == null
                ? meta
                : meta.and(LogMetaData.PERSON, recorder.person().value());
        meta = recorder.actingFor() == null ? meta : meta.and(LogMetaData.ACTING_FOR, recorder.actingFor());
        meta = recorder.pack() == null ? meta : meta.and(LogMetaData.PACK, recorder.pack());
        return recorder.idempotencyKey() == null
                ? meta
                : meta.and(LogMetaData.IDEMPOTENCY_KEY, recorder.idempotencyKey());
    }

    /** Returns what follows a token, up to the durable position at this moment; never waits. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        long after = positionOf(token);
        return Stream.iterate(
                        log.read(after, READ_AT_ONCE),
                        page -> !page.isEmpty(),
                        page -> log.read(page.getLast().position(), READ_AT_ONCE))
                .flatMap(List::stream)
                .map(LogStorageEngine::tracked);
    }

    static TrackedEventMessage<?> tracked(Recorded recorded) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(recorded.position()), domain(recorded));
    }

    static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return log.lastVersion(stream);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.position());
    }

    @Override
    public TrackingToken createTokenAt(java.time.Instant instant) {
        return new GlobalSequenceTrackingToken(log.stampedBy(instant.minusNanos(1_000)));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new IllegalStateException("This log keeps no snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }
}
