package org.waymark.command.desk;

/** Says that the sender decided on an earlier state of the stream than the present one; nothing is recorded. */
public final class Stale extends RuntimeException {

    private final long seen;

    /**
     * @param seen the version the sender saw
     * @param present the version there is
     */
    public Stale(long seen, long present) {
        super("The stream is at version %d, no longer at %d".formatted(present, seen), null, false, false);
        this.seen = seen;
    }

    /** Returns the version the sender saw. */
    public long seen() {
        return seen;
    }
}
