package org.waymark.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The product as {@code ./dev up} starts it, in a process of its own at a free port. Ends with this one. */
final class Product implements AutoCloseable {

    private static final Pattern READY =
            Pattern.compile("Waymark is ready at http://127.0.0.1:(\\d+)|Tomcat started on port (\\d+)");
    private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final Process process;
    private final URI url;
    private final Thread end;
    private final double readyMillis;

    private Product(Process process, URI url, Thread end, double readyMillis) {
        this.process = process;
        this.url = url;
        this.end = end;
        this.readyMillis = readyMillis;
    }

    /**
     * Starts it and waits until it says that it is ready.
     *
     * @param command that starts it, without settings
     * @param data folder of its databases
     */
    static Product start(List<String> command, Path data, String... settings) throws IOException {
        Files.createDirectories(data);
        Path log = Files.createTempFile(data, "product", ".log");
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of("--waymark.data=" + data, "--server.port=0"));
        whole.addAll(List.of(settings));
        long began = System.nanoTime();
        Process process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Thread end = Thread.ofPlatform().unstarted(process::destroyForcibly);
        try {
            Runtime.getRuntime().addShutdownHook(end);
        } catch (IllegalStateException ending) { // nobody else would end it
            process.destroyForcibly();
            throw ending;
        }
        while (System.nanoTime() - began < STARTS_WITHIN.toNanos()) {
            Matcher ready = READY.matcher(Files.readString(log));
            if (ready.find()) {
                String port = ready.group(1) == null ? ready.group(2) : ready.group(1);
                return new Product(
                        process, URI.create("http://127.0.0.1:" + port), end, (System.nanoTime() - began) / 1e6);
            }
            if (ended(process)) {
                break;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS); // what starts has need of the cores
        }
        process.destroyForcibly();
        throw new IllegalStateException("Waymark did not start:\n" + Files.readString(log));
    }

    /** Starts only what decides, as {@code ./dev up --split} does: from the same files, by its own main class. */
    static Product whatDecides(List<String> command, Path data, String... settings) throws IOException {
        List<String> whole = new ArrayList<>(command);
        whole.removeIf(option -> option.startsWith("-XX:AOTCache")); // holds the classes of the whole
        Path last = Path.of(whole.removeLast());
        if (whole.remove("-jar")) {
            whole.addAll(List.of("-cp", partOf(last, "command-service-") + ":" + last));
        }
        whole.add("org.waymark.command.CommandService");
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--logging.level.org.springframework.boot.tomcat=info"); // says the port
        return start(whole, data, all.toArray(String[]::new));
    }

    private static Path partOf(Path jar, String name) throws IOException {
        try (Stream<Path> parts = Files.list(jar.resolveSibling("lib"))) {
            return parts.filter(part -> part.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Gives the process a moment; tells whether it has ended. */
    private static boolean ended(Process process) {
        try {
            return process.waitFor(2, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    URI url() {
        return url;
    }

    /** Returns how long it took from its launch to its word that it is ready. */
    double readyMillis() {
        return readyMillis;
    }

    /** Returns how many seconds the cores have worked for it so far. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    long pid() {
        return process.pid();
    }

    /** Collects the garbage, and returns how many bytes of the heap are in use then. */
    long liveBytes() throws IOException, InterruptedException {
        Matcher total = TOTAL.matcher(jcmd("GC.class_histogram")); // which collects first
        if (!total.find()) {
            throw new IllegalStateException("jcmd says nothing of the heap of " + pid());
        }
        return Long.parseLong(total.group(1));
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IllegalStateException("jcmd ended with " + jcmd.exitValue() + ":\n" + said);
        }
        return said;
    }

    /** Waits until all views show the log up to a position. */
    void await(long position) throws IOException {
        try (Wire wire = new Wire(url)) {
            for (String page : List.of("/api/reviews", "/api/recommendations", "/api/trail")) {
                int status = 503;
                for (int attempt = 0; status == 503 && attempt < 100; attempt++) {
                    status = wire.get(page + "?limit=1&minPosition=" + position).status();
                }
                if (status != 200) {
                    throw new IllegalStateException(page + " does not reach " + position + ": " + status);
                }
            }
        }
    }

    /** Records the commands of a story, in order; returns the last position. */
    long play(Path story) {
        try (Wire wire = new Wire(url)) {
            return new Story(Files.readAllLines(story)).play(wire);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        } catch (IllegalStateException _) {
            process.destroyForcibly(); // everything is ending
        }
    }
}
