package org.waymark.stories;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.waymark.stories.Outcome.State;

/**
 * Sends the lines of a story, several at a time. A line of a review waits for every earlier line of that review and its
 * recommendations; a line of a recommendation waits for the earlier ones of its own and of the review. A line that is
 * refused holds nobody up.
 */
final class Play {

    private static final int CONNECTIONS = 6;

    private final Server server;
    private final Set<String> already;
    private final Consumer<Outcome> tell;
    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, CompletableFuture<Void>>> lastByReview = new HashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile String unreachable = "";

    /**
     * Prepares to play.
     *
     * @param already ids of lines recorded before
     * @param tell hears of each line when it is done
     */
    Play(Server server, Set<String> already, Consumer<Outcome> tell) {
        this.server = server;
        this.already = already;
        this.tell = tell;
    }

    /** Sends no further line; those on their way are finished. */
    void stop() {
        stopped.countDown();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Returns why the server could not be reached, empty if it could. */
    String unreachable() {
        return unreachable;
    }

    /** Sends as fast as order allows. */
    List<Outcome> all(List<StoryLine> lines) {
        try (ExecutorService senders =
                Executors.newFixedThreadPool(CONNECTIONS, Thread.ofVirtual().factory())) {
            List<CompletableFuture<Void>> sent = new ArrayList<>();
            for (StoryLine line : lines) {
                CompletableFuture<Void> done =
                        CompletableFuture.allOf(before(line)).thenRunAsync(() -> send(line), senders);
                lastByReview
                        .computeIfAbsent(line.review(), _ -> new HashMap<>())
                        .put(line.stream(), done);
                sent.add(done);
            }
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        }
        return outcomesOf(lines);
    }

    private CompletableFuture<?>[] before(StoryLine line) {
        boolean waitsForAll = !line.names() && !line.ofRecommendation();
        return lastByReview.getOrDefault(line.review(), Map.of()).entrySet().stream()
                .filter(last -> waitsForAll
                        || last.getKey().equals(line.stream())
                        || last.getKey().equals(line.review()))
                .map(Map.Entry::getValue)
                .toArray(CompletableFuture<?>[]::new);
    }

    /** Sends one after the other in the order of the file, with a pause before each line that is new. */
    List<Outcome> slowly(List<StoryLine> lines, Duration pace) throws InterruptedException {
        for (StoryLine line : lines) {
            boolean fresh = !line.names() && !already.contains(line.id());
            if (!fresh || !stopped.await(pace.toMillis(), TimeUnit.MILLISECONDS)) {
                send(line);
            }
        }
        return outcomesOf(lines);
    }

    private List<Outcome> outcomesOf(List<StoryLine> lines) {
        return lines.stream()
                .map(line -> outcomes.getOrDefault(line.id(), notSent(line)))
                .toList();
    }

    private void send(StoryLine line) {
        Outcome outcome = isStopped() ? notSent(line) : trySending(line);
        outcomes.put(line.id(), outcome);
        tell.accept(outcome);
    }

    private Outcome trySending(StoryLine line) {
        try {
            return server.send(line, already.contains(line.id()));
        } catch (IOException gone) {
            stop();
            unreachable = StoryPlayer.words(gone);
            return notSent(line);
        } catch (InterruptedException interrupted) {
            stop();
            Thread.currentThread().interrupt();
            return notSent(line);
        }
    }

    private static Outcome notSent(StoryLine line) {
        return new Outcome(line, State.NOT_SENT, "", MissingNode.getInstance());
    }
}
