package org.waymark.events.store;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Appends for all commands of this node, one batch after the other: what waits is written in one transaction, brought to
 * disk once, and then answered. So positions have no gaps, their order is the order of commits, and concurrent commands
 * share the cost of the disk.
 *
 * <p>A batch that fails is tried again command by command, so that a lost race hurts only its own command. A command is
 * never answered before its event is on disk; if that can't be brought about, it fails, and sending it again with the same
 * key tells what became of it.
 */
final class Appender implements Appends, AutoCloseable {

    /** Commands that share one transaction, at most. */
    static final int BATCH = 256;

    private static final int WAITING = 4 * BATCH;
    /** A fraction of what a sync takes. */
    private static final long LINGER_NANOS = TimeUnit.MICROSECONDS.toNanos(300);

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

    private final BlockingQueue<Append> waiting = new ArrayBlockingQueue<>(WAITING);
    private final DataSource database;
    private final Dialect dialect;
    private final AppendTransaction transaction;
    private final JdbcClient jdbc;
    private final DurablePosition durable;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ProcessEnd end;
    private final Duration patience;
    private final Clock clock;
    private final Timer time;
    private final DistributionSummary batchSize;
    private final Thread thread;
    private volatile boolean closed;

    Appender(
            DataSource database,
            Dialect dialect,
            Node node,
            DurablePosition durable,
            Clock clock,
            Duration patience,
            ProcessEnd end,
            MeterRegistry meters) {
        this.database = database;
        this.dialect = dialect;
        this.transaction = dialect.appends(database, node);
        this.jdbc = JdbcClient.create(database);
        this.durable = durable;
        this.clock = clock;
        this.patience = patience;
        this.end = end;
        this.time = Timer.builder("waymark.append.time")
                .description("From the start of a batch to its being on disk")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        this.batchSize = DistributionSummary.builder("waymark.append.batch")
                .description("Commands that shared one transaction")
                .baseUnit("commands")
                .register(meters);
        meters.gauge("waymark.append.waiting", waiting, BlockingQueue::size);
        this.thread = Thread.ofPlatform().name("appender").start(this::run);
    }

    @Override
    public long append(List<Decided> events, @Nullable String bodyHash) {
        return append(Append.of(events, bodyHash));
    }

    /** Hands over to the appender's thread and waits for its answer, as long as the settings allow. */
    long append(Append append) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            if (closed) {
                throw closing();
            }
            if (!waiting.offer(append, patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new LogUnavailable("The log is busy; nothing is recorded", null);
            }
            if (closed && waiting.remove(append)) {
                throw closing();
            }
            return append.done().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            if (waiting.remove(append)) {
                throw new LogUnavailable("The log is busy; nothing is recorded", late);
            }
            throw new OutcomeUnknown(late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OutcomeUnknown(stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new OutcomeUnknown(failed);
        }
    }

    private static LogUnavailable closing() {
        return new LogUnavailable("The log is being closed; nothing is recorded", null);
    }

    /**
     * Brings everything committed so far to disk and waits for it.
     *
     * @throws LogUnavailable if that fails
     */
    void bringToDisk() {
        append(Append.nothing());
    }

    @Override
    public void whenAppended(Listener listener) {
        listeners.add(listener);
    }

    /** Finishes what was asked for, then stops. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing is recorded by a process whose appender is no more: all who wait are answered, and it ends. */
    private void run() {
        List<Append> batch = new ArrayList<>(BATCH);
        try {
            follow(batch);
        } catch (RuntimeException | Error thrown) {
            closed = true;
            waiting.drainTo(batch);
            unknown(batch, thrown);
            end.because("the log can't be written", thrown);
        }
    }

    private void follow(List<Append> batch) {
        int together = 0;
        while (!closed || !waiting.isEmpty()) {
            try {
                batch.add(waiting.take());
            } catch (InterruptedException closing) {
                continue;
            }
            letOthersCome(together);
            waiting.drainTo(batch, BATCH - 1);
            together = batch.size();
            try {
                time.record(() -> together(batch));
                batchSize.record(together);
            } catch (VirtualMachineError thrown) {
                throw thrown;
            } catch (RuntimeException | Error thrown) {
                LOG.error("{} commands can't be recorded", together, thrown);
                unknown(batch, thrown);
            }
            batch.clear();
        }
    }

    /** Answers those that have no answer yet. What became of them is told to whoever asks again under the same key. */
    private static void unknown(Collection<Append> appends, Throwable thrown) {
        OutcomeUnknown failure = new OutcomeUnknown(thrown);
        appends.forEach(append -> append.done().completeExceptionally(failure));
    }

    /**
     * Waits a moment for commands that are likely to follow: those answered together come back together, and would else
     * find the first of them alone on its way to disk.
     */
    private void letOthersCome(int lastTogether) {
        long deadline = System.nanoTime() + LINGER_NANOS;
        while (waiting.size() + 1 < lastTogether && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LINGER_NANOS / 10);
        }
    }

    private void together(List<Append> batch) {
        try {
            answer(batch, transaction.commit(batch, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        } catch (SQLException | RuntimeException failed) {
            if (batch.size() == 1) {
                fail(batch.getFirst(), failed);
            } else {
                batch.forEach(append -> together(List.of(append)));
            }
        }
    }

    /** Brings the batch to disk, lets readers see it, and answers; the order of these is the promise. */
    private void answer(List<Append> batch, long last) {
        if (!onDisk(batch, last)) {
            return;
        }
        long position = last - AppendTransaction.count(batch);
        if (position < last) {
            long first = position + 1;
            listeners.forEach(listener -> listener.appended(first, last));
        }
        durable.publish(last);
        for (Append append : batch) {
            position += append.entries().size();
            append.done().complete(position);
        }
    }

    /** Brings the log up to a position to disk; where that fails, fails the batch and returns false. */
    private boolean onDisk(List<Append> batch, long last) {
        try {
            sync();
            return true;
        } catch (SQLException | RuntimeException unsure) {
            LOG.error("Events up to position {} are written but not known to be on disk", last, unsure);
            unknown(batch, unsure);
            return false;
        }
    }

    private void sync() throws SQLException {
        if (!dialect.sync().isEmpty()) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(dialect.sync());
            }
        }
    }

    private void fail(Append append, Exception failure) {
        try {
            if (append.entries().isEmpty()) {
                append.done()
                        .completeExceptionally(new LogUnavailable("The log could not be brought to disk", failure));
            } else {
                settle(append, failure);
            }
        } catch (RuntimeException unreachable) {
            unreachable.addSuppressed(failure);
            unknown(List.of(append), unreachable);
        }
    }

    /** Finds out what stopped a single append. A commit whose answer was lost may have been carried out all the same. */
    private void settle(Append append, Exception failure) {
        Append.Entry last = append.entries().getLast();
        Long recorded = position("SELECT position FROM event WHERE event_id = ?", last.eventId());
        if (recorded != null) {
            answer(List.of(append), recorded);
            return;
        }
        Append.Asked asked = append.receipt();
        Receipt taken =
                asked == null ? null : JdbcReceipts.find(jdbc, asked.key()).orElse(null);
        if (taken != null) {
            if (onDisk(List.of(append), taken.position())) {
                durable.publish(taken.position());
                append.done().completeExceptionally(new KeyTaken(taken));
            }
            return;
        }
        Append.Entry first = append.entries().getFirst();
        if (position("SELECT position FROM event WHERE stream = ? AND version = ?", first.stream(), first.version())
                != null) {
            append.done().completeExceptionally(new VersionTaken(first.stream(), first.version(), failure));
            return;
        }
        LOG.error("An append to {} failed", first.stream(), failure);
        append.done().completeExceptionally(new LogUnavailable("The log could not be written", failure));
    }

    private @Nullable Long position(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).optional().orElse(null);
    }
}
