package org.waymark.stories;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the player is asked to do.
 *
 * @param yes play without asking
 * @param pace the pause before each line, zero for as fast as it goes
 * @param today what {@code today} stands for in the story
 * @param report an import report into which the receipts are written, and where to
 */
record Options(
        URI url,
        boolean dryRun,
        boolean yes,
        Duration pace,
        LocalDate today,
        Optional<Path> report,
        Optional<Path> reportOut,
        Path file) {

    static final String USAGE = """
        Usage: story [--url http://127.0.0.1:8080] [--dry-run] [--yes] [--pace 1s] [--today DAY] [--report IN OUT] FILE
          --dry-run  only tells what would be recorded
          --yes      records without asking
          --pace     sends one line after the other with this pause: 250ms, 1s, 2m
          --today    the day that 'today' in the story stands for
          --report   writes the import report IN with the event ids to OUT\
        """;

    private static final Pattern PACE = Pattern.compile("(\\d+)(ms|s|m)");

    /** Says what is wrong with the words on the command line. */
    static final class Misunderstood extends Exception {
        private static final long serialVersionUID = 1;

        Misunderstood(String why) {
            super(why);
        }
    }

    static Options of(String... words) throws Misunderstood {
        Parsed parsed = new Parsed();
        for (int i = 0; i < words.length; i++) {
            i += parsed.take(words, i);
        }
        return parsed.options();
    }

    private static final class Parsed {
        private String url = "http://127.0.0.1:8080";
        private boolean dryRun;
        private boolean yes;
        private Duration pace = Duration.ZERO;
        private LocalDate today = LocalDate.now(ZoneOffset.UTC);
        private Optional<Path> report = Optional.empty();
        private Optional<Path> reportOut = Optional.empty();
        private Optional<Path> file = Optional.empty();

        /** Takes one option and returns how many further words belong to it. */
        private int take(String[] words, int at) throws Misunderstood {
            switch (words[at]) {
                case "--dry-run" -> dryRun = true;
                case "--yes" -> yes = true;
                case "--url" -> url = next(words, at, 1);
                case "--pace" -> pace = pace(next(words, at, 1));
                case "--today" -> today = day(next(words, at, 1));
                case "--report" -> {
                    report = Optional.of(Path.of(next(words, at, 1)));
                    reportOut = Optional.of(Path.of(next(words, at, 2)));
                }
                default -> {
                    if (words[at].startsWith("-") || file.isPresent()) {
                        throw new Misunderstood("unknown option '" + words[at] + "'");
                    }
                    file = Optional.of(Path.of(words[at]));
                }
            }
            return switch (words[at]) {
                case "--url", "--pace", "--today" -> 1;
                case "--report" -> 2;
                default -> 0;
            };
        }

        private static String next(String[] words, int at, int ahead) throws Misunderstood {
            if (at + ahead >= words.length) {
                throw new Misunderstood(words[at] + " needs a value");
            }
            return words[at + ahead];
        }

        private static LocalDate day(String given) throws Misunderstood {
            try {
                return LocalDate.parse(given);
            } catch (DateTimeParseException noDay) {
                throw new Misunderstood("--today '" + given + "' is no day such as 2026-11-24");
            }
        }

        private static URI url(String given) throws Misunderstood {
            if (!given.matches("https?://[^/\\s]+/?")) {
                throw new Misunderstood("--url '" + given + "' is no address such as http://127.0.0.1:8080");
            }
            return URI.create(given);
        }

        private static Duration pace(String given) throws Misunderstood {
            Matcher pace = PACE.matcher(given);
            if (!pace.matches()) {
                throw new Misunderstood("--pace '" + given + "' is no pause such as 250ms or 1s");
            }
            long amount = Long.parseLong(pace.group(1));
            return switch (pace.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                default -> Duration.ofMinutes(amount);
            };
        }

        private Options options() throws Misunderstood {
            Path story = file.orElseThrow(() -> new Misunderstood("no story is named"));
            return new Options(url(url), dryRun, yes, pace, today, report, reportOut, story);
        }
    }
}
