package org.waymark.events.store;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Wakes the readers of other processes on PostgreSQL, beside the appender and not in its way: positions that come while one
 * is being told are told as one. Readers also look by themselves, so a failure only delays them.
 */
final class OtherReaders implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OtherReaders.class);

    private final JdbcClient jdbc;
    private final AtomicLong untold = new AtomicLong();
    private final ExecutorService teller = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("other-readers").factory());

    OtherReaders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void tell(long position) {
        if (untold.getAndSet(position) == 0) {
            teller.execute(this::tellLatest);
        }
    }

    private void tellLatest() {
        long position = untold.getAndSet(0);
        try {
            jdbc.sql("SELECT pg_notify('waymark_log', ?)")
                    .param(Long.toString(position))
                    .query()
                    .listOfRows();
        } catch (RuntimeException failed) {
            LOG.warn("Readers of other processes could not be woken for position {}", position, failed);
        }
    }

    @Override
    public void close() {
        teller.close();
    }
}
