package org.waymark.events;

/** Says that a value can't be what its name claims; answered with HTTP 400, nothing is recorded. */
public final class Malformed extends RuntimeException {

    private Malformed(String message) {
        super(message);
    }

    /**
     * Refuses a value.
     *
     * @param what the field or type, as the sender knows it
     * @param offending what was sent
     * @param expected what would be right, as the end of a sentence that starts with "expected"
     */
    public static Malformed because(String what, Object offending, String expected) {
        return new Malformed("%s: '%s' is not valid; expected %s".formatted(what, offending, expected));
    }
}
