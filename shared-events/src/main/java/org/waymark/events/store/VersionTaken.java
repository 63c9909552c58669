package org.waymark.events.store;

/** Says that a version of a stream is taken: another command was recorded first. */
public final class VersionTaken extends RuntimeException {

    VersionTaken(String stream, long version, Throwable cause) {
        super("Version %d of %s was recorded by another command".formatted(version, stream), cause);
    }
}
