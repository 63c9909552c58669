package org.waymark.events.store;

import org.jspecify.annotations.Nullable;

/** Says that a command was given to the log and that it is not known what became of it; the same key tells later. */
public final class OutcomeUnknown extends LogUnavailable {

    OutcomeUnknown(@Nullable Throwable cause) {
        super("It is not known what became of the command; sent again with the same key it is told, or done", cause);
    }
}
