package org.waymark.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.waymark.stories.Options.Misunderstood;
import org.waymark.stories.Outcome.State;
import org.waymark.stories.Story.NoStory;

/** Plays a story over HTTP: a dry run first, then each line under its own key, so that it can be stopped and resumed. */
public final class StoryPlayer {

    /** Everything is recorded. */
    static final int DONE = 0;
    /** The command line or the file can't be understood, or nobody agreed to record. */
    static final int MISUNDERSTOOD = 2;
    /** At least one line was not recorded; the others were. */
    static final int SOME_BAD = 3;
    /** The server does not answer. */
    static final int UNREACHABLE = 4;
    /** Stopped from outside. */
    static final int STOPPED = 130;

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);
    private static final int BEGUN_WITHIN_DAYS = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Options options;
    private final Screen screen;
    private final BooleanSupplier agreed;

    private StoryPlayer(Options options, Screen screen, BooleanSupplier agreed) {
        this.options = options;
        this.screen = screen;
        this.agreed = agreed;
    }

    /** Plays the story that the words name; see {@link Options#USAGE}. */
    public static void main(String[] words) throws InterruptedException {
        boolean terminal = System.console() != null && System.console().isTerminal();
        int code = run(System.out, terminal, terminal ? StoryPlayer::ask : () -> false, words);
        System.out.flush();
        Runtime.getRuntime().halt(code);
    }

    private static boolean ask() {
        System.out.print("Record it? [y/N] ");
        System.out.flush();
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String answer = in.readLine();
            return answer != null && answer.strip().equalsIgnoreCase("y");
        } catch (IOException closed) {
            return false;
        }
    }

    /** Plays and returns the exit code. */
    static int run(PrintStream out, boolean terminal, BooleanSupplier agreed, String... words)
            throws InterruptedException {
        Screen screen = new Screen(out, terminal);
        try {
            Options options = Options.of(words);
            return new StoryPlayer(options, screen, agreed).play();
        } catch (Misunderstood unclear) {
            screen.say(unclear.getMessage());
            screen.say(Options.USAGE);
            return MISUNDERSTOOD;
        }
    }

    private int play() throws InterruptedException {
        try {
            List<String> text = Files.readAllLines(options.file());
            Story story = Story.read(text, options.today());
            screen.say("%s (%s): %d lines"
                    .formatted(story.title(), story.id(), story.lines().size()));
            screen.problems(story.problems());
            return play(story, text);
        } catch (NoStory no) {
            screen.say(options.file() + " is no story: " + no.getMessage());
        } catch (NoSuchFileException missing) {
            screen.say("There is no file " + options.file());
        } catch (IOException unreadable) {
            screen.say("%s can't be read: %s".formatted(options.file(), unreadable.getMessage()));
        }
        return MISUNDERSTOOD;
    }

    private int play(Story read, List<String> text) throws InterruptedException, NoStory {
        try (Server server = new Server(options.url(), read.id())) {
            Story story = begunEarlier(read, text, server);
            List<Outcome> dryRun = new DryRun(server).of(story.lines());
            screen.dryRun(dryRun, options.dryRun());
            boolean bad = !story.problems().isEmpty() || dryRun.stream().anyMatch(Outcome::bad);
            if (options.dryRun()) {
                return bad ? SOME_BAD : DONE;
            }
            if (!options.yes() && !agreed.getAsBoolean()) {
                screen.say("Nothing was recorded. Say --yes to record without being asked.");
                return MISUNDERSTOOD;
            }
            return play(story, server, ids(dryRun, State.ALREADY));
        } catch (IOException gone) {
            boolean answers = gone instanceof Server.Unwilling;
            screen.say("%s %s: %s"
                    .formatted(options.url(), answers ? "can't try a story" : "does not answer", words(gone)));
            return UNREACHABLE;
        }
    }

    /** Reads a story that speaks of today as of the day on which it was begun. */
    private Story begunEarlier(Story story, List<String> text, Server server)
            throws NoStory, IOException, InterruptedException {
        List<StoryLine> dayBefore =
                Story.read(text, options.today().minusDays(1)).lines();
        for (int i = 0; i < story.lines().size(); i++) {
            if (!story.lines().get(i).equals(dayBefore.get(i))) {
                List<StoryLine> days = new ArrayList<>();
                for (int ago = 0; ago < BEGUN_WITHIN_DAYS; ago++) {
                    days.add(Story.read(text, options.today().minusDays(ago))
                            .lines()
                            .get(i));
                }
                int ago = new DryRun(server).begunDaysAgo(days);
                return ago == 0 ? story : Story.read(text, options.today().minusDays(ago));
            }
        }
        return story;
    }

    private static Set<String> ids(List<Outcome> outcomes, State state) {
        return outcomes.stream()
                .filter(outcome -> outcome.state() == state)
                .map(outcome -> outcome.line().id())
                .collect(Collectors.toSet());
    }

    private int play(Story story, Server server, Set<String> already) throws InterruptedException {
        List<StoryLine> lines = story.lines();
        Play play = new Play(server, already, outcome -> screen.progress(outcome, lines.size()));
        CountDownLatch over = new CountDownLatch(1);
        Thread interrupt = Thread.ofPlatform().unstarted(() -> stop(play, over));
        Runtime.getRuntime().addShutdownHook(interrupt);
        List<Outcome> outcomes = options.pace().isZero() ? play.all(lines) : play.slowly(lines, options.pace());
        screen.played(outcomes);
        writeReport(outcomes);
        int code = code(story, play, outcomes);
        over.countDown();
        if (code != STOPPED) {
            Runtime.getRuntime().removeShutdownHook(interrupt);
        }
        return code;
    }

    /** Runs when the player is interrupted: what is on its way is finished, then the JVM ends. */
    private static void stop(Play play, CountDownLatch over) {
        play.stop();
        try {
            over.await(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(STOPPED);
    }

    private int code(Story story, Play play, List<Outcome> outcomes) {
        if (!play.unreachable().isEmpty()) {
            screen.say("%s does not answer any more: %s. Run the same again to go on."
                    .formatted(options.url(), play.unreachable()));
            return UNREACHABLE;
        }
        if (outcomes.stream().anyMatch(outcome -> outcome.state() == State.NOT_SENT)) {
            screen.say("Stopped. Run the same again to go on.");
            return STOPPED;
        }
        return story.problems().isEmpty() && outcomes.stream().noneMatch(Outcome::bad) ? DONE : SOME_BAD;
    }

    private void writeReport(List<Outcome> outcomes) {
        if (options.report().isPresent() && options.reportOut().isPresent()) {
            Path out = options.reportOut().get();
            try {
                ObjectNode report =
                        (ObjectNode) JSON.readTree(options.report().get().toFile());
                JSON.writerWithDefaultPrettyPrinter().writeValue(out.toFile(), withEvents(report, outcomes));
                screen.say("The report with the event ids is in " + out);
            } catch (IOException unwritable) {
                screen.say("The report can't be written: " + unwritable.getMessage());
            }
        }
    }

    /** Puts the ids of the recorded events beside the lines of the import report. */
    private static ObjectNode withEvents(ObjectNode report, List<Outcome> outcomes) {
        Map<String, JsonNode> ids = new HashMap<>();
        outcomes.stream()
                .filter(outcome -> outcome.receipt().has("eventId"))
                .forEach(outcome ->
                        ids.put(outcome.line().id(), outcome.receipt().path("eventId")));
        for (JsonNode fact : report.path("facts")) {
            if (fact.has("recorded")) {
                ArrayNode events = ((ObjectNode) fact).putArray("events");
                fact.path("recorded")
                        .forEach(line ->
                                Optional.ofNullable(ids.get(line.asText())).ifPresent(events::add));
            }
        }
        return report;
    }

    /** Returns what a reader understands of a failed connection. */
    static String words(IOException gone) {
        return switch (gone) {
            case ConnectException _ -> "nobody listens there";
            case HttpTimeoutException _ -> "no answer in time";
            default -> gone.getMessage() == null ? gone.getClass().getSimpleName() : gone.getMessage();
        };
    }
}
