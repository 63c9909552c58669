package org.waymark.events;

/**
 * An event that this release can't read: its type, its revision or a field of it is of a later one. What it says is not
 * known, only that it was recorded, where, and for which day as far as that can be read.
 *
 * @param revision of the type, as it is stored
 */
public record Unreadable(String stream, String type, String revision, Occurrence on) implements WaymarkEvent {

    /** Says that something rests on an event which this release can't read; one that can is to be asked. */
    public static final class LaterRelease extends RuntimeException {

        public LaterRelease(Unreadable event) {
            super("%s has a %s (revision %s) that was recorded by a later release"
                    .formatted(event.stream(), event.type(), event.revision()));
        }
    }
}
