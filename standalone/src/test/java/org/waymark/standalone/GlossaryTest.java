package org.waymark.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.events.store.EventNames;

class GlossaryTest {

    private final String glossary = read(Path.of("..", "GLOSSARY.md"));

    @Test
    void names_every_event_and_no_other() {
        String list =
                glossary.substring(glossary.indexOf("## The events"), glossary.indexOf("`BoardActedOnReport` (totals"));
        Set<String> named = Pattern.compile("[A-Z][a-z]+[A-Z]\\w+")
                .matcher(list)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(new TreeSet<>(EventNames.all().keySet()));
    }

    @Test
    void gives_the_address_of_every_source_it_cites() {
        List<String> cited = Pattern.compile("\\[([a-z0-9-]+)]")
                .matcher(glossary)
                .results()
                .map(found -> found.group(1))
                .filter(id -> !id.equals("id"))
                .distinct()
                .toList();
        assertThat(cited)
                .hasSizeGreaterThan(30)
                .allSatisfy(id -> assertThat(glossary).contains("\n| " + id + " | "));
    }

    @Test
    void has_the_term_wherever_the_code_cites_it() throws IOException {
        Set<String> cited = new TreeSet<>();
        for (String module : List.of("shared-events", "command-service", "query-service", "standalone")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .flatMap(file -> Pattern.compile("GLOSSARY \"([^\"]+)\"")
                                .matcher(read(file))
                                .results())
                        .forEach(found -> cited.add(found.group(1).replaceAll("\\s*\\R\\s*\\*\\s*", " ")));
            }
        }
        assertThat(cited).hasSizeGreaterThan(5);
        assertThat(terms()).containsAll(cited);
    }

    /** The terms as they stand first in a row; a row may hold several. */
    private Set<String> terms() {
        return Pattern.compile("(?m)^\\| ([^|]+) \\|")
                .matcher(glossary)
                .results()
                .flatMap(row -> Stream.of(row.group(1).split(", ")))
                .collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
