package org.waymark.events.rules;

/** Says which entry of which rule pack can't be read; the service MUST NOT start with it. */
public final class BrokenPack extends RuntimeException {

    BrokenPack(String file, String entry, String problem) {
        super("Rule pack %s, entry '%s': %s".formatted(file, entry, problem));
    }
}
