package org.waymark.command.desk;

import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a command as paths and rule packs write it: {@code agree-scope} for {@code AgreeScope}. */
public final class Verb {

    private static final Pattern CAPITAL = Pattern.compile("(?<!^)(?=[A-Z])");

    private Verb() {}

    /** Returns the name of the command that a record is. */
    public static String of(Class<?> command) {
        return CAPITAL.matcher(command.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
