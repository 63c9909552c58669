package org.waymark.command.desk;

/** Says that a path ends in a word that is no command; answered with HTTP 404. */
final class NoSuchCommand extends RuntimeException {

    NoSuchCommand(String verb) {
        super("There is no command '%s' here".formatted(verb), null, false, false);
    }
}
