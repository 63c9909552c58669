package org.waymark.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a figure may be, as {@code docs/budgets.properties} says.
 *
 * @param words as they stand there, {@code < 200 KiB} for instance
 */
record Budget(String words, boolean most, double bound) {

    private static final Pattern FORM = Pattern.compile("(<|>=) (\\d+(?:\\.\\d+)?)( (?:ms|s|KiB|MiB))?");

    /**
     * Reads a budget.
     *
     * @throws IllegalArgumentException if there is none of that name, or it does not say what it bounds
     */
    static Budget of(Path root, String name) throws IOException {
        Properties all = new Properties();
        try (Reader file = Files.newBufferedReader(root.resolve("docs/budgets.properties"))) {
            all.load(file);
        }
        String words = all.getProperty(name, "");
        Matcher form = FORM.matcher(words);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "docs/budgets.properties should have a line such as '%s = < 10 ms', but says '%s'"
                            .formatted(name, words));
        }
        return new Budget(words, form.group(1).equals("<"), Double.parseDouble(form.group(2)));
    }

    /** Tells whether a figure, in the unit of the budget, is within it. */
    boolean holds(double figure) {
        return most ? figure < bound : figure >= bound;
    }

    /** Returns the words as they stand in a table of Markdown. */
    String printed() {
        return words.replace("<", "&lt;").replace(">=", "&ge;");
    }
}
