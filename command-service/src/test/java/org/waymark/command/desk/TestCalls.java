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
        assertThat(arguments(String.join("", sources(feature)), "assertRefused|assertWaived"))
                .containsAll(Arrays.stream(rules).map(Rule::name).toList());
    }

    /**
     * Returns the types of what stands as an argument of a method: made there, or under a name of the same file, or else
     * under one of the package.
     */
    public static Set<String> made(String feature, String method) throws IOException {
        List<String> sources = sources(feature);
        Set<String> made = new TreeSet<>();
        for (String source : sources) {
            for (String argument : arguments(source, method)) {
                Set<String> here = types(argument, source);
                made.addAll(here.isEmpty() ? types(argument, String.join("", sources)) : here);
            }
        }
        return made;
    }

    private static Set<String> types(String argument, String sources) {
        Matcher type = Pattern.compile("new (\\w+)\\(.*", Pattern.DOTALL).matcher(argument);
        if (type.matches()) {
            return Set.of(type.group(1));
        }
        Set<String> types = new TreeSet<>();
        if (argument.matches("\\w+")) {
            Matcher named =
                    Pattern.compile("\\b" + argument + " =\\s+new (\\w+)\\(").matcher(sources);
            named.results().forEach(found -> types.add(found.group(1)));
        }
        return types;
    }

    private static Set<String> arguments(String sources, String methods) {
        Set<String> arguments = new TreeSet<>();
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

    private static List<String> sources(String feature) throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(TESTS.resolve(feature))) {
            for (Path file : files.sorted().toList()) {
                String plain = TEXT.matcher(Files.readString(file)).replaceAll("\"\"");
                sources.add(COMMENT.matcher(plain).replaceAll(""));
            }
        }
        return sources;
    }
}
