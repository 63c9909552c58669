package org.waymark.command.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the tests of a package assert, read from their source. A word in an import, a comment or a text proves nothing. */
public final class TestCalls {

    private static final Path TESTS = Path.of("src", "test", "java", "org", "waymark", "command");
    private static final Pattern TEXT = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    private static final Pattern COMMENT = Pattern.compile("//.*|(?s:/\\*.*?\\*/)");

    private TestCalls() {}

    /** Asserts that each rule is an argument of {@code assertRefused} or {@code assertWaived} somewhere in the package. */
    public static void assertRefuse(String feature, Rule... rules) throws IOException {
        assertThat(arguments(feature, "assertRefused|assertWaived"))
                .containsAll(Arrays.stream(rules).map(Rule::name).toList());
    }

    /** Returns the types of what stands as an argument of a method, made there or under a name of the package. */
    public static Set<String> made(String feature, String method) throws IOException {
        Set<String> made = new TreeSet<>();
        String sources = sources(feature);
        for (String argument : arguments(feature, method)) {
            Matcher type = Pattern.compile("new (\\w+)\\(.*", Pattern.DOTALL).matcher(argument);
            if (type.matches()) {
                made.add(type.group(1));
            } else if (argument.matches("\\w+")) {
                Matcher named = Pattern.compile("\\b" + argument + " =\\s+new (\\w+)\\(")
                        .matcher(sources);
                named.results().forEach(found -> made.add(found.group(1)));
            }
        }
        return made;
    }

    private static Set<String> arguments(String feature, String methods) throws IOException {
        Set<String> arguments = new TreeSet<>();
        String sources = sources(feature);
        Matcher call = Pattern.compile("\\b(" + methods + ")\\(").matcher(sources);
        while (call.find()) {
            arguments.addAll(argumentsFrom(sources, call.end()));
        }
        return arguments;
    }

    private static List<String> argumentsFrom(String sources, int start) {
        List<String> arguments = new ArrayList<>();
        int begin = start;
        int depth = 0;
        for (int at = start; depth >= 0; at++) {
            char letter = sources.charAt(at);
            depth += letter == '(' || letter == '{' ? 1 : letter == ')' || letter == '}' ? -1 : 0;
            if (depth < 0 || (depth == 0 && letter == ',')) {
                arguments.add(sources.substring(begin, at).strip());
                begin = at + 1;
            }
        }
        return arguments;
    }

    private static String sources(String feature) throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.list(TESTS.resolve(feature))) {
            for (Path file : files.sorted().toList()) {
                String plain = TEXT.matcher(Files.readString(file)).replaceAll("\"\"");
                sources.append(COMMENT.matcher(plain).replaceAll(""));
            }
        }
        return sources.toString();
    }
}
