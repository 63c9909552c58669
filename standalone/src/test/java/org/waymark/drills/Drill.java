package org.waymark.drills;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends the application again and again while it is being used, starts it on what it left behind, and checks that every
 * answer it ever gave still holds.
 */
final class Drill implements AutoCloseable {

    /** How the application is brought to its end. */
    enum End {
        /** It gets no chance to finish anything. */
        KILL,
        /** It finishes what is in flight. */
        TERM
    }

    /**
     * What came of a round.
     *
     * @param answers how many commands were answered before the end
     * @param unanswered how many were not
     * @param recordedUnanswered how many of these were on record all the same
     * @param events on record after the round
     */
    record Round(int answers, int unanswered, int recordedUnanswered, long events) {}

    static final int FEWEST_ANSWERS = 40;
    private static final int MORE_ANSWERS = 300;
    private static final Duration JITTER = Duration.ofMillis(20);
    private static final int SENT_AGAIN = 40;

    private final List<String> command;
    private final Path log;
    private final Random random;
    private final List<Told> told = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final String epoch;
    private volatile Child child;

    /**
     * Starts the application on an empty database.
     *
     * @param application the command that starts it, without settings
     * @param seed chooses the moments
     */
    Drill(List<String> application, Database database, Path folder, long seed)
            throws IOException, InterruptedException {
        this.command = new ArrayList<>(application);
        command.add("--server.port=0");
        command.addAll(database.settings(folder));
        this.log = folder.resolve("waymark.log");
        this.random = new Random(seed);
        this.child = Child.start(command, log);
        this.epoch = child.waymark().epoch();
    }

    /** Lets a crowd in, ends the application at a moment that nobody knows beforehand, and checks what is left. */
    Round round(int number, End end) throws IOException, InterruptedException {
        int wanted = FEWEST_ANSWERS + random.nextInt(MORE_ANSWERS);
        String name = "r" + number;
        keys.add(name);
        told.add(child.waymark().settle(Crowd.shared(name)));
        Crowd crowd = new Crowd(child.waymark(), name, wanted, end == End.TERM);
        crowd.awaitEnough();
        LockSupport.parkNanos(random.nextLong(JITTER.toNanos()));
        end(end);
        crowd.awaitOver();
        told.addAll(crowd.told());
        crowd.told().forEach(each -> keys.add(each.asked().key()));
        crowd.unanswered().forEach(asked -> keys.add(asked.key()));
        child = Child.start(command, log);
        return check(crowd);
    }

    private void end(End end) throws InterruptedException {
        if (!child.isAlive()) {
            throw new Violation("Waymark ended by itself; its log is %s.", log);
        }
        int code = end == End.KILL ? child.kill() : child.askToEnd();
        if (code != (end == End.KILL ? Child.KILLED : Child.ENDED)) {
            throw new Violation("Waymark ended with exit code %d; its log is %s.", code, log);
        }
    }

    private Round check(Crowd crowd) throws IOException, InterruptedException {
        Waymark waymark = child.waymark();
        if (!waymark.epoch().equals(epoch)) {
            throw new Violation("The log has another epoch than before: %s, not %s.", waymark.epoch(), epoch);
        }
        Trail found = new Trail(waymark.trail());
        found.holds(told);
        int recorded = (int) crowd.unanswered().stream()
                .filter(asked -> found.of(asked).isPresent())
                .count();
        sendAgain(waymark, crowd.unanswered(), found);
        Trail after = new Trail(waymark.trail());
        after.goesOn(found);
        after.holds(told);
        after.holdsNothingBut(keys);
        if (after.size() != keys.size()) {
            throw new Violation("%d commands were answered, but %d events are on record.", keys.size(), after.size());
        }
        for (String view : waymark.views()) {
            String state = waymark.replay(view);
            if (!state.equals("IDENTICAL")) {
                throw new Violation("The view %s, folded again, is not what is shown: %s.", view, state);
            }
        }
        return new Round(crowd.told().size(), crowd.unanswered().size(), recorded, after.size());
    }

    /** Sends what was not answered, and some of what was; each gets the answer it was or would have been given. */
    private void sendAgain(Waymark waymark, List<Asked> unanswered, Trail found) throws IOException {
        List<Told> sample = new ArrayList<>(told);
        Collections.shuffle(sample, random);
        for (Told first : sample.subList(0, Math.min(SENT_AGAIN, sample.size()))) {
            same(first, waymark.settle(first.asked()));
        }
        for (Asked asked : unanswered) {
            Told settled = waymark.settle(asked);
            if (found.of(asked).isPresent()) {
                same(found.of(asked).get(), settled);
            }
            same(settled, waymark.settle(asked));
            told.add(settled);
        }
    }

    private static void same(Told first, Told again) {
        if (!first.equals(again)) {
            throw new Violation(
                    "The command %s was answered with position %d, sent again with position %d.",
                    first.asked().key(), first.position(), again.position());
        }
    }

    /** Returns how many events were acknowledged so far, and are there. */
    int acknowledged() {
        return told.size();
    }

    @Override
    public void close() {
        child.close();
    }
}
