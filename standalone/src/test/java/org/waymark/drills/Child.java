package org.waymark.drills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application in a JVM of its own, which can be killed and does not outlive this one. */
final class Child implements AutoCloseable {

    /** How a process ends that was killed, and one that ended by itself when it was asked to. */
    static final int KILLED = 128 + 9;

    static final int ENDED = 128 + 15;

    private static final Pattern READY = Pattern.compile("Waymark is ready at (http://[^/ ]+)");
    private static final int READY_WITHIN_SECONDS = 600;
    private static final int ENDS_WITHIN_SECONDS = 120;

    private final Process process;
    private final Path log;
    private final CompletableFuture<URI> ready = new CompletableFuture<>();

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
        Thread.ofVirtual().start(this::listen);
    }

    /** Starts the application; what it says is added to a file. */
    static Child start(List<String> command, Path log) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
        } catch (IllegalStateException ending) {
            process.destroyForcibly();
            throw ending;
        }
        return new Child(process, log);
    }

    private void listen() {
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
                PrintWriter written = new PrintWriter(
                        Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                written.println(line);
                written.flush();
                Matcher address = READY.matcher(line);
                if (address.find()) {
                    ready.complete(URI.create(address.group(1)));
                }
            }
        } catch (IOException ended) {
            ready.completeExceptionally(ended);
        }
        ready.completeExceptionally(new IOException("it ended"));
    }

    /** Waits until it answers. */
    Waymark waymark() throws InterruptedException {
        try {
            return new Waymark(ready.get(READY_WITHIN_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException _) {
            throw new Violation("Waymark did not start; its log is %s.", log);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: nothing can be finished. Returns the exit code. */
    int kill() throws InterruptedException {
        process.destroyForcibly();
        return end();
    }

    /** SIGTERM: what is in flight can be finished. Returns the exit code. */
    int askToEnd() throws InterruptedException {
        process.destroy();
        return end();
    }

    private int end() throws InterruptedException {
        if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new Violation("Waymark did not end within %d s; its log is %s.", ENDS_WITHIN_SECONDS, log);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
