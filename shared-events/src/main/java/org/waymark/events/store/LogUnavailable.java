package org.waymark.events.store;

import org.jspecify.annotations.Nullable;

/** Says that the log can't be written at the moment; what was asked may be asked again with the same key. */
public sealed class LogUnavailable extends RuntimeException permits OutcomeUnknown {

    LogUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
