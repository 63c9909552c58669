package org.waymark.query.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What readers get while late facts, corrections and retractions come in is what is computed afterwards. */
class StormTest {

    /** Given {@code -Dreads=1000000} it takes minutes. */
    private static final int READS = Integer.getInteger("reads", 20_000);

    private static final int EVENTS = 400;

    private final Notes notes = new Notes();
    private final MemoryLog log = new MemoryLog();
    private final Image image = new Image(List.of(notes), log);

    private record Read(String key, LocalDate asOf, long knownAt, String answer) {}

    private String answer(Image of, String key, LocalDate asOf, long knownAt) {
        return of.one(notes, new Moment(knownAt, of.epoch(), asOf, knownAt), key)
                .map(entry -> RowJson.tree(entry.row()) + " " + entry.possible(_ -> null))
                .orElse("none");
    }

    @Test
    void reads_at_any_moment_give_what_is_computed_afterwards() throws InterruptedException {
        Queue<Read> reads = new ConcurrentLinkedQueue<>();
        AtomicBoolean written = new AtomicBoolean();
        AtomicInteger made = new AtomicInteger();
        Histories history = new Histories(77, log);
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int events = 0; events < EVENTS; events += 2) {
                history.append(2);
                image.take(log.read(image.position(), 2));
                while (made.get() < (long) READS * events / EVENTS) { // goes on as the readers do
                    Thread.onSpinWait();
                }
                if (events % 40 == 0) {
                    image.forget();
                }
            }
            written.set(true);
        });
        List<Thread> readers = new ArrayList<>();
        for (int reader = 0; reader < 2; reader++) {
            Random random = new Random(reader);
            readers.add(Thread.ofPlatform().start(() -> {
                while (!written.get() || made.get() < READS) {
                    reads.add(read(random));
                    made.incrementAndGet();
                }
            }));
        }
        writer.join();
        for (Thread reader : readers) {
            reader.join();
        }
        Image afterwards = new Image(List.of(notes), log);
        afterwards.take(log.read(0, EVENTS));
        assertThat(reads).hasSizeGreaterThanOrEqualTo(READS);
        for (Read read : reads) {
            assertThat(read.answer())
                    .as("%s as of %s, known at %d", read.key(), read.asOf(), read.knownAt())
                    .isEqualTo(answer(afterwards, read.key(), read.asOf(), read.knownAt()));
        }
    }

    private Read read(Random random) {
        String key = "review-" + (1 + random.nextInt(3));
        LocalDate asOf = Histories.FIRST_DAY.plusDays(random.nextInt(200) - 30);
        long position = image.position();
        long knownAt = random.nextBoolean() ? position : random.nextLong(position + 1);
        return new Read(key, asOf, knownAt, answer(image, key, asOf, knownAt));
    }
}
