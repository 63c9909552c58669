package org.waymark.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.waymark.standalone.Standalone;

/** The kill drill for the person at the keyboard: {@code ./dev drill kill}. */
public final class KillDrill {

    private static final int ROUNDS = 20;
    private static final String USAGE = "The kill drill knows --rounds N, --db h2|postgres and --seed N.";

    private int rounds = ROUNDS;
    private List<Database> databases = List.of(Database.values());
    private List<String> application = fromClasses();
    private long seed = new Random().nextLong();
    private volatile boolean stopped;

    private KillDrill(List<String> words) {
        for (int at = 0; at < words.size(); at += 2) {
            if (words.get(at).equals("--")) {
                application = words.subList(at + 1, words.size());
                return;
            }
            take(words.get(at), at + 1 < words.size() ? words.get(at + 1) : "");
        }
    }

    private void take(String option, String value) {
        switch (option) {
            case "--rounds" -> rounds = Integer.parseInt(value);
            case "--seed" -> seed = Long.parseLong(value);
            case "--db" -> databases = List.of(Database.valueOf(value.toUpperCase(Locale.ROOT)));
            default -> throw new IllegalArgumentException(option);
        }
    }

    /** Returns the command that starts the application from the classes of this JVM. */
    static List<String> fromClasses() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Standalone.class.getName());
    }

    /** Drills each database; exits with 0 if every promise was kept. What follows {@code --} starts the application. */
    public static void main(String[] words) throws IOException, InterruptedException {
        try {
            KillDrill drill = new KillDrill(List.of(words));
            System.out.printf("Kill drill: %d rounds each; --seed %d chooses the moments.%n", drill.rounds, drill.seed);
            boolean kept = true;
            for (Database database : drill.databases) {
                kept = kept && drill.drill(database);
            }
            System.exit(kept ? 0 : 1);
        } catch (IllegalArgumentException _) {
            System.err.println("waymark: " + USAGE);
            System.exit(2);
        }
    }

    private boolean drill(Database database) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("waymark-drill-");
        try (Drill drill = new Drill(application, database, folder, seed)) {
            Thread byHand = Thread.ofPlatform().unstarted(() -> stop(drill, folder));
            Runtime.getRuntime().addShutdownHook(byHand);
            rounds(drill, database);
            Runtime.getRuntime().removeShutdownHook(byHand);
        } catch (Violation | IOException broken) {
            if (!stopped) {
                System.err.printf("waymark: On %s: %s It is all kept in %s.%n", database, broken.getMessage(), folder);
                Runtime.getRuntime().halt(1); // without the hook that takes the folder away
            }
            return false;
        }
        remove(folder);
        return true;
    }

    /** Runs when the drill is interrupted. */
    private void stop(Drill drill, Path folder) {
        stopped = true;
        drill.close();
        remove(folder);
    }

    private void rounds(Drill drill, Database database) throws IOException, InterruptedException {
        List<Drill.Round> done = new ArrayList<>();
        for (int number = 1; number <= rounds && !stopped; number++) {
            Drill.Round round = drill.round(number, Drill.End.KILL);
            done.add(round);
            System.out.printf(
                    "%s %d of %d: killed after %d answers with %d commands on their way, %d of them were on record;"
                            + " %d events, none lost, none twice, every view folds to the same.%n",
                    database,
                    number,
                    rounds,
                    round.answers(),
                    round.unanswered(),
                    round.recordedUnanswered(),
                    round.events());
        }
        System.out.printf(
                "%s: killed and started again %d times; %d commands acknowledged, 0 lost, 0 recorded twice;"
                        + " %d commands were cut off, %d of them had been recorded.%n",
                database,
                done.size(),
                done.stream().mapToInt(Drill.Round::answers).sum(),
                done.stream().mapToInt(Drill.Round::unanswered).sum(),
                done.stream().mapToInt(Drill.Round::recordedUnanswered).sum());
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            System.err.printf("waymark: %s could not be removed: %s%n", folder, left.getMessage());
        }
    }
}
