package org.waymark.drills;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Several clients that send one command after the other until nobody answers any more. Each works on reviews of its own
 * and, in between, all on the same one.
 */
final class Crowd {

    private static final int CLIENTS = 8;
    private static final int ON_ONE_REVIEW = 12;
    private static final int ENOUGH_WITHIN_SECONDS = 300;

    private final Waymark waymark;
    private final String round;
    private final int wanted;
    private final boolean mayEnd;
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final Queue<Asked> unanswered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final CompletableFuture<Void> enough = new CompletableFuture<>();
    private final CompletableFuture<Void> over;

    /**
     * Begins to send; the review on which all work is on record already.
     *
     * @param round goes into the keys
     * @param wanted after how many answers it is enough
     * @param mayEnd whether the application may say that it is ending: 503, send it again
     */
    Crowd(Waymark waymark, String round, int wanted, boolean mayEnd) {
        this.waymark = waymark;
        this.round = round;
        this.wanted = wanted;
        this.mayEnd = mayEnd;
        this.over = CompletableFuture.allOf(IntStream.range(0, CLIENTS)
                .mapToObj(client -> CompletableFuture.runAsync(
                        () -> send(client), task -> Thread.ofVirtual().start(task)))
                .toArray(CompletableFuture<?>[]::new));
    }

    /** Returns the command that makes the review on which all work in a round. */
    static Asked shared(String round) {
        return Asked.scheduleReview(round, "drill-" + round);
    }

    private void send(int client) {
        try {
            for (int index = 0; send(command(client, index)); index++) {}
        } catch (Violation violation) {
            enough.completeExceptionally(violation);
            throw violation;
        }
    }

    private Asked command(int client, int index) {
        String key = "%s-%d-%d".formatted(round, client, index);
        String own = "drill-%s-%d-%d".formatted(round, client, index / ON_ONE_REVIEW);
        String shared = shared(round).path().split("/")[0];
        int turn = index % ON_ONE_REVIEW;
        if (turn == 0) {
            return Asked.scheduleReview(key, own);
        }
        return switch (turn % 3) {
            case 0 -> Asked.draftRecommendation(key, own, turn);
            case 1 -> Asked.noteOccurrence(key, own, 100 * turn);
            default -> Asked.noteOccurrence(key, shared, turn);
        };
    }

    /** Returns whether it makes sense to go on. */
    private boolean send(Asked asked) {
        try {
            Waymark.Answer answer = waymark.send(asked);
            if (answer.status() == 201) {
                told.add(Told.of(asked, answer.body()));
                if (count.incrementAndGet() >= wanted) {
                    enough.complete(null);
                }
                return true;
            }
            if (!mayEnd || answer.status() != 503) {
                throw new Violation("The command %s was answered %d: %s", asked.key(), answer.status(), answer.body());
            }
        } catch (IOException _) {
            // nobody answers: what became of it is found out later
        }
        unanswered.add(asked);
        return false;
    }

    /** Waits for as many answers as were wanted. */
    void awaitEnough() throws InterruptedException {
        await(enough, "Only %d commands were answered within %d s.");
    }

    /** Waits until every client has found that nobody answers. */
    void awaitOver() throws InterruptedException {
        await(over, "After %d answers some clients were still waiting when %d s had passed.");
    }

    private void await(CompletableFuture<Void> what, String otherwise) throws InterruptedException {
        try {
            what.get(ENOUGH_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            throw new Violation(otherwise, count.get(), ENOUGH_WITHIN_SECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Violation violation ? violation : new IllegalStateException(failed);
        }
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    List<Asked> unanswered() {
        return List.copyOf(unanswered);
    }
}
