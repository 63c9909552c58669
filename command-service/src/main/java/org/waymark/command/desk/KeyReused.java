package org.waymark.command.desk;

/** Says that an idempotency key came back with another command; answered with HTTP 422. */
final class KeyReused extends RuntimeException {

    KeyReused(String key) {
        super("The key '%s' was used for another command".formatted(key), null, false, false);
    }
}
