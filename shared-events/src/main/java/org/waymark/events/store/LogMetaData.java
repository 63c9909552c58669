package org.waymark.events.store;

import java.util.List;

/** The keys of an event's metadata: who recorded it, in which capacity, and how the command was sent. */
public final class LogMetaData {

    /** Person id of the recorder. */
    public static final String PERSON = "person";
    /** The capacity the recorder chose, {@code SOAC:GNSO} for instance. */
    public static final String ACTING_FOR = "actingFor";
    /** {@code true} when that capacity was proven. */
    public static final String AUTHENTICATED = "authenticated";
    /** Id of the rule pack by which the command was judged. */
    public static final String PACK = "pack";
    /** The sender's key of the command; with it the log keeps a receipt. */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";
    /** SHA-256 of what was sent; kept in the receipt, not in the event. */
    public static final String BODY_HASH = "bodyHash";

    /** All keys that a command's metadata hands on to its event. */
    public static final List<String> HANDED_ON =
            List.of(PERSON, ACTING_FOR, AUTHENTICATED, PACK, IDEMPOTENCY_KEY, BODY_HASH);

    private LogMetaData() {}
}
