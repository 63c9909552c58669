package org.waymark.command.axon;

import java.util.List;
import java.util.Objects;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.AbstractEventBus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.jspecify.annotations.Nullable;
import org.waymark.command.desk.HandedOn;
import org.waymark.events.Recorded;
import org.waymark.events.Unreadable;
import org.waymark.events.Unreadable.LaterRelease;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.store.Appends;
import org.waymark.events.store.Decided;
import org.waymark.events.store.EventLog;
import org.waymark.events.store.Receipt;
import org.waymark.events.store.Receipts;

/**
 * The log as Axon's event store: shells are loaded from it, and what they publish is on disk when their unit of work
 * commits. Views read the log themselves, and snapshots are not kept, so Axon is given neither.
 */
final class LogEventStore extends AbstractEventBus implements EventStore {

    private final EventLog log;
    private final Appends appends;
    private final Receipts receipts;

    LogEventStore(EventLog log, Appends appends, Receipts receipts) {
        super(new AbstractEventBus.Builder() {});
        this.log = log;
        this.appends = appends;
        this.receipts = receipts;
    }

    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        List<Decided> decided = events.stream().map(LogEventStore::decided).toList();
        HandedOn handedOn = handedOn(events.getLast());
        long position = appends.append(decided, handedOn.bodyHash());
        Decided last = decided.getLast();
        String key = Objects.requireNonNull(last.recorder().idempotencyKey());
        receipts.remember(new Receipt(key, handedOn.bodyHash(), last.eventId(), position, last.version()));
        super.prepareCommit(events);
    }

    private static Decided decided(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> domain && domain.getPayload() instanceof WaymarkEvent event) {
            return new Decided(
                    domain.getIdentifier(),
                    domain.getSequenceNumber(),
                    handedOn(domain).recorder(),
                    (String) domain.getMetaData().get(MessageOriginProvider.getDefaultCorrelationKey()),
                    event);
        }
        throw new IllegalArgumentException("Only events of a stream are kept, not " + message.getPayloadType());
    }

    private static HandedOn handedOn(EventMessage<?> message) {
        return (HandedOn) Objects.requireNonNull(
                message.getMetaData().get(HandedOn.METADATA), "An event is recorded for a command only");
    }

    @Override
    public DomainEventStream readEvents(String stream) {
        return DomainEventStream.of(
                log.stream(stream).stream().map(LogEventStore::message).toList());
    }

    /** Without metadata: of what is recorded a shell needs the event, its id, its version and its time. */
    private static DomainEventMessage<WaymarkEvent> message(Recorded recorded) {
        if (recorded.event() instanceof Unreadable unreadable) { // no handler would take it, and nobody would notice
            throw new LaterRelease(unreadable);
        }
        return new GenericDomainEventMessage<>(
                recorded.stream().substring(0, recorded.stream().indexOf('/')),
                recorded.stream(),
                recorded.version(),
                recorded.event(),
                MetaData.emptyInstance(),
                recorded.eventId(),
                recorded.recordedAt());
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        throw new UnsupportedOperationException("Views follow the log itself, not Axon");
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("This log keeps no snapshots");
    }
}
