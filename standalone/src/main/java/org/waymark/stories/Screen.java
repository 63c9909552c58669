package org.waymark.stories;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.waymark.stories.Outcome.State;
import org.waymark.stories.Story.Problem;

/** What the player shows: a bar on a terminal, a line now and then anywhere else. */
final class Screen {

    private static final int WIDTH = 30;
    private static final int STEPS = 10;

    private final PrintStream out;
    private final boolean terminal;
    private int done;
    private int bad;

    Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void say(String words) {
        out.println(words);
    }

    void problems(List<Problem> problems) {
        problems.forEach(p -> out.println(
                "line %d%s: %s".formatted(p.at(), p.line().isEmpty() ? "" : " (" + p.line() + ")", p.why())));
    }

    void dryRun(List<Outcome> outcomes, boolean each) {
        outcomes.stream().filter(outcome -> each || outcome.bad()).forEach(outcome -> out.println(told(outcome)));
        out.println("Dry run: " + counts(outcomes, Map.of(State.RECORDED, "would be recorded")));
    }

    private static String told(Outcome outcome) {
        String verdict = outcome.state() == State.RECORDED ? "" : " " + word(outcome.state(), Map.of()) + ":";
        return "line %d (%s)%s %s".formatted(outcome.line().at(), outcome.line().id(), verdict, outcome.words());
    }

    synchronized void progress(Outcome outcome, int all) {
        done++;
        bad += outcome.bad() ? 1 : 0;
        if (terminal) {
            int filled = done * WIDTH / Math.max(all, 1);
            out.print("\r[%s%s] %d of %d, %d not recorded "
                    .formatted("#".repeat(filled), ".".repeat(WIDTH - filled), done, all, bad));
        } else if (done * STEPS / all != (done - 1) * STEPS / all) {
            out.println("%d of %d lines".formatted(done, all));
        }
        out.flush();
    }

    void played(List<Outcome> outcomes) {
        if (terminal) {
            out.println();
        }
        outcomes.stream().filter(Outcome::bad).forEach(outcome -> out.println(told(outcome)));
        boolean nothing = outcomes.stream().noneMatch(outcome -> outcome.state() == State.RECORDED);
        out.println((nothing ? "Nothing new was recorded: " : "Played: ") + counts(outcomes, Map.of()));
    }

    private static String counts(List<Outcome> outcomes, Map<State, String> words) {
        Map<State, Long> counts = outcomes.stream()
                .collect(
                        Collectors.groupingBy(Outcome::state, () -> new EnumMap<>(State.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(e -> e.getValue() + " " + word(e.getKey(), words))
                .collect(Collectors.joining(", ", "", "."));
    }

    private static String word(State state, Map<State, String> words) {
        return words.getOrDefault(
                state,
                switch (state) {
                    case RECORDED -> "recorded";
                    case ALREADY -> "already recorded";
                    case NAMED -> "names of people";
                    case REFUSED -> "refused";
                    case MALFORMED -> "malformed";
                    case FAILED -> "failed";
                    case NOT_SENT -> "not sent";
                });
    }
}
