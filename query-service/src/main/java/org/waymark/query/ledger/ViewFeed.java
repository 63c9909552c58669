package org.waymark.query.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.jspecify.annotations.Nullable;
import org.waymark.events.PersonId;
import org.waymark.events.Recorded;
import org.waymark.events.Recorder;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.store.LogMetaData;

/**
 * Feeds one view from the log by Axon: one processing group with one segment. A view that fails stops at that event and is
 * tried again; nothing is skipped.
 */
final class ViewFeed {

    /** Events in one transaction; well under Axon's buffer of 1,024. */
    private static final int BATCH = 500;

    private static final long RETRY_AFTER_SECONDS = 1;

    private final PooledStreamingEventProcessor processor;
    private final List<ScheduledExecutorService> threads;

    ViewFeed(
            String view,
            Views views,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            TokenStore tokens,
            TransactionManager transactions) {
        ScheduledExecutorService coordinator = new EagerScheduler(view + "-coordinator");
        ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(view + "-view").daemon().factory());
        this.threads = List.of(coordinator, worker);
        this.processor = PooledStreamingEventProcessor.builder()
                .name(view)
                .eventHandlerInvoker(new Batches(view, views, this::beginAgain))
                .errorHandler(PropagatingErrorHandler.instance())
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .messageSource(log)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .initialSegmentCount(1)
                .batchSize(BATCH)
                .tokenClaimInterval(Duration.ofSeconds(1).toMillis())
                .build();
    }

    void start() {
        processor.start();
    }

    /** Goes back to the token: Axon believes that it has come farther. */
    private void beginAgain() {
        processor.releaseSegment(0, RETRY_AFTER_SECONDS, TimeUnit.SECONDS);
    }

    void stop() {
        processor.shutDown();
        threads.forEach(ScheduledExecutorService::shutdown);
    }

    /** Gathers the events of a transaction and folds them together before it commits. */
    private record Batches(String view, Views views, Runnable beginAgain) implements EventHandlerInvoker {

        @Override
        public boolean canHandle(EventMessage<?> message, Segment segment) {
            return true;
        }

        @Override
        public void handle(EventMessage<?> message, Segment segment) {
            List<Recorded> batch = CurrentUnitOfWork.get().getOrComputeResource(view, _ -> {
                List<Recorded> gathered = new ArrayList<>();
                CurrentUnitOfWork.get().onPrepareCommit(work -> {
                    if (!views.fold(view, gathered)) {
                        work.afterCommit(_ -> beginAgain.run());
                    }
                });
                return gathered;
            });
            batch.add(recorded((DomainEventMessage<?>) message));
        }

        private static Recorded recorded(DomainEventMessage<?> message) {
            return new Recorded(
                    message.getIdentifier(),
                    ((TrackedEventMessage<?>) message)
                            .trackingToken()
                            .position()
                            .orElseThrow(),
                    message.getAggregateIdentifier(),
                    message.getSequenceNumber(),
                    message.getTimestamp(),
                    recorder(message.getMetaData()),
                    (WaymarkEvent) message.getPayload());
        }

        private static Recorder recorder(MetaData meta) {
            @Nullable String person = text(meta, LogMetaData.PERSON);
            return new Recorder(
                    person == null ? null : new PersonId(person),
                    text(meta, LogMetaData.ACTING_FOR),
                    Boolean.TRUE.equals(meta.get(LogMetaData.AUTHENTICATED)),
                    text(meta, LogMetaData.PACK),
                    text(meta, LogMetaData.IDEMPOTENCY_KEY));
        }

        private static @Nullable String text(MetaData meta, String key) {
            return (String) meta.get(key);
        }
    }

    /** Looks again after 1 ms where Axon would wait for 100 ms, its fixed pause when a view has 1,024 events to fold. */
    private static final class EagerScheduler extends ScheduledThreadPoolExecutor {

        private static final long AXONS_PAUSE_MILLIS = 100;

        EagerScheduler(String name) {
            super(1, Thread.ofPlatform().name(name).daemon().factory());
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            boolean pause = unit == TimeUnit.MILLISECONDS && delay == AXONS_PAUSE_MILLIS;
            return super.schedule(task, pause ? 1 : delay, unit);
        }
    }
}
