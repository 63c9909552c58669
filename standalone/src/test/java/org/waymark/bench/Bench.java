package org.waymark.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Recorded;
import org.waymark.events.store.EventLog;

/**
 * Measures what is promised and prints it as a table: {@code ./dev bench [NAME...]}. Figures are ratios to what the machine
 * can do in the same run wherever that can be said, since machines differ and are never quiet.
 */
final class Bench implements AutoCloseable {

    /** Measures one thing. */
    interface Figure {
        List<Line> measure(Bench bench) throws Exception;
    }

    static final Map<String, Figure> FIGURES = new LinkedHashMap<>();

    static {
        FIGURES.put("rate", Rate::measure);
        FIGURES.put("rebuild", Refold::measure);
        FIGURES.put("million", Million::measure);
        FIGURES.put("live", Live::measure);
        FIGURES.put("asof", Pages::measure);
        FIGURES.put("start", Start::measure);
        FIGURES.put("memory", Memory::measure);
        FIGURES.put("bytes", Bytes::measure);
    }

    private final List<String> command;
    private final Effort effort;
    private final Path root;
    private final Path scratch;
    private @Nullable Path longHistory;
    private List<Recorded> history = List.of();
    private final Thread end = Thread.ofPlatform().unstarted(this::drop);

    /**
     * @param command that starts the product, without settings
     * @param root of the checkout
     */
    Bench(List<String> command, Effort effort, Path root) throws IOException {
        this.command = command;
        this.effort = effort;
        this.root = root;
        this.scratch = Files.createTempDirectory("waymark-bench");
        Runtime.getRuntime().addShutdownHook(end);
    }

    /**
     * Takes the names of figures, all if there are none, with {@code --quick} for a first impression, and after {@code --}
     * the command that starts the product.
     */
    static void main(String[] arguments) throws Exception {
        List<String> all = List.of(arguments);
        int command = all.indexOf("--");
        List<String> names = new ArrayList<>(all.subList(0, command));
        Effort effort = names.remove("--quick") ? Effort.QUICK : Effort.FULL;
        if (names.isEmpty()) {
            names.addAll(FIGURES.keySet());
        }
        try (Bench bench = new Bench(all.subList(command + 1, all.size()), effort, Path.of(""))) {
            List<Line> lines = bench.measure(names);
            IO.println(Line.header());
            lines.forEach(line -> IO.println(line.row()));
        }
        System.exit(0); // an embedded PostgreSQL leaves threads behind
    }

    List<Line> measure(List<String> names) throws Exception {
        List<Line> lines = new ArrayList<>();
        for (String name : names) {
            Figure figure = FIGURES.get(name);
            if (figure == null) {
                throw new IllegalArgumentException("There is no figure " + name + "; there are " + FIGURES.keySet());
            }
            long began = System.nanoTime();
            List<Line> measured = figure.measure(this);
            measured.forEach(line -> say(line.row()));
            say("%s took %d s".formatted(name, (System.nanoTime() - began) / 1_000_000_000));
            lines.addAll(measured);
        }
        return lines;
    }

    List<String> command() {
        return command;
    }

    Effort effort() {
        return effort;
    }

    Path root() {
        return root.toAbsolutePath();
    }

    /** Returns what a figure may be. */
    Budget budget(String name) throws IOException {
        return Budget.of(root(), name);
    }

    Path story() {
        return root.resolve("stories/icann-history.jsonl");
    }

    /** Returns an empty folder that is dropped in the end. */
    Path folder(String name) {
        try {
            return Files.createDirectories(scratch.resolve(name));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Returns a data folder with a long log; made once. */
    Path longHistory() throws IOException, SQLException {
        if (longHistory == null) {
            Path data = folder("long-history");
            writeLongHistory(Store.h2(data), data);
            longHistory = data;
        }
        return longHistory;
    }

    /** Writes the long history into an empty log. */
    void writeLongHistory(Store store, Path data) throws IOException, SQLException {
        writeLongHistory(store, data, effort.events());
    }

    void writeLongHistory(Store store, Path data, int events) throws IOException, SQLException {
        say("making a log of %,d events on %s".formatted(events, store.name()));
        store.log(data).close();
        try (Connection connection = store.connect()) {
            new LongHistory(history(), events).write(connection);
        }
    }

    /** Returns what is recorded when the history is played. */
    private List<Recorded> history() throws IOException {
        if (history.isEmpty()) {
            try (Inside product = Inside.start(folder("history"));
                    Wire wire = new Wire(product.url())) {
                new Story(Files.readAllLines(story())).play(wire);
                history = product.bean(EventLog.class).read(0, Integer.MAX_VALUE);
            }
        }
        return history;
    }

    /** Says what is going on, beside the table. */
    void say(String words) {
        System.err.println(words);
    }

    /** Drops what was written; those who still write while all is being stopped are given three seconds to end. */
    private void drop() {
        for (int attempt = 0; attempt < 30 && !dropped(); attempt++) {
            LockSupport.parkNanos(100_000_000);
        }
        if (Files.exists(scratch)) {
            say("Left behind: " + scratch);
        }
    }

    private boolean dropped() {
        try (Stream<Path> files = Files.walk(scratch)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (IOException | UncheckedIOException busy) {
            return !Files.exists(scratch);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(end);
        drop();
    }
}
