package org.waymark.query.image;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Recorded;
import org.waymark.events.store.EventLog;

/**
 * Folds the log again from the first event beside the image that serves, with nothing remembered, and compares both at the
 * head and at moments drawn by chance: an image that another fold does not come to is an incident. It tells caches and
 * nodes apart, not right from wrong.
 */
public final class Replay {

    private static final int AT_ONCE = 1_000;
    private static final int MOMENTS = 8;

    /**
     * What came of it at one moment.
     *
     * @param digest SHA-256 over the rows shown and what of them is not known, in canonical JSON by view and key
     * @param again the same of what was folded again
     */
    public record Compared(LocalDate asOf, long knownAt, long rows, String digest, String again) {

        public boolean identical() {
            return digest.equals(again);
        }
    }

    /** What came of it; {@code millis} is the time to fold and compare. */
    public record Result(long position, List<Compared> moments, long millis) {

        public boolean identical() {
            return moments.stream().allMatch(Compared::identical);
        }
    }

    private final Collection<View<?, ?>> views;
    private final Image image;
    private final EventLog log;

    public Replay(Collection<View<?, ?>> views, Image image, EventLog log) {
        this.views = List.copyOf(views);
        this.image = image;
        this.log = log;
    }

    /**
     * Folds again and compares.
     *
     * @param today the current day (UTC)
     * @param progress is told each position reached
     */
    public Result run(LocalDate today, LongConsumer progress) {
        long start = System.nanoTime();
        long position = image.position();
        Image again = new Image(views, log);
        LocalDate first = today;
        while (again.position() < position) {
            List<Recorded> next = log.read(again.position(), (int) Math.min(AT_ONCE, position - again.position()));
            again.take(next);
            for (Recorded event : next) {
                first = event.effectiveOn().isBefore(first) ? event.effectiveOn() : first;
            }
            progress.accept(again.position());
        }
        List<Compared> compared = new ArrayList<>();
        for (Moment moment : moments(position, first, today)) {
            again.forget();
            Digest shown = digest(image, moment);
            compared.add(new Compared(
                    moment.asOf(),
                    moment.knownAt(),
                    shown.rows(),
                    shown.hex(),
                    digest(again, moment).hex()));
        }
        return new Result(position, compared, (System.nanoTime() - start) / 1_000_000);
    }

    private List<Moment> moments(long position, LocalDate first, LocalDate today) {
        Random random = new Random(position);
        List<Moment> moments = new ArrayList<>(List.of(new Moment(position, image.epoch(), today, position)));
        long days = Math.max(1, today.toEpochDay() - first.toEpochDay());
        while (position > 0 && moments.size() <= MOMENTS) {
            LocalDate asOf = first.plusDays(random.nextLong(days));
            long knownAt = moments.size() % 2 == 0 ? position : 1 + random.nextLong(position);
            moments.add(new Moment(position, image.epoch(), asOf, knownAt));
        }
        return moments;
    }

    private record Digest(String hex, long rows) {}

    private Digest digest(Image of, Moment moment) {
        MessageDigest sum = sha256();
        long rows = 0;
        for (View<?, ?> view : views) {
            for (Entry<?> entry : of.all(view, moment)) {
                sum.update((view.name() + "/" + entry.key() + "=").getBytes(StandardCharsets.UTF_8));
                sum.update(CanonicalJson.write(RowJson.tree(said(entry))).getBytes(StandardCharsets.UTF_8));
                rows++;
            }
        }
        return new Digest(HexFormat.of().formatHex(sum.digest()), rows);
    }

    private static <R> Map<String, @Nullable Object> said(Entry<R> entry) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("row", entry.row());
        said.put("possible", entry.possible(_ -> null));
        said.put("stoppedAt", entry.stoppedAt());
        return said;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
