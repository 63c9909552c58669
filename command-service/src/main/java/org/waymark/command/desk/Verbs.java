package org.waymark.command.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.waymark.events.Malformed;

/** The commands of a sealed set by their verbs, in the order of their declaration. */
final class Verbs<C extends Command> {

    private final Map<String, Class<? extends C>> byVerb = new LinkedHashMap<>();

    Verbs(Class<C> sealedSet) {
        leaves(sealedSet).forEach(record -> byVerb.put(Verb.of(record), record.asSubclass(sealedSet)));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(Verbs::leaves) : Stream.of(type);
    }

    Map<String, Class<? extends C>> all() {
        return byVerb;
    }

    /**
     * Returns the command of a verb.
     *
     * @throws NoSuchCommand if there is none
     */
    Class<? extends C> command(String verb) {
        Class<? extends C> command = byVerb.get(verb);
        if (command == null) {
            throw new NoSuchCommand(verb);
        }
        return command;
    }

    /** Says that a path ends in a word that is no command; answered with HTTP 404. */
    static final class NoSuchCommand extends RuntimeException {
        NoSuchCommand(String verb) {
            super(Malformed.because("command", verb, "a verb such as agree-scope").getMessage(), null, false, false);
        }
    }
}
