package org.waymark.events.store;

/** Says that another command with the same idempotency key was recorded first; carries the answer it got. */
public final class KeyTaken extends RuntimeException {

    private final transient Receipt receipt;

    KeyTaken(Receipt receipt) {
        super("The idempotency key " + receipt.key() + " has been used", null, false, false);
        this.receipt = receipt;
    }

    public Receipt receipt() {
        return receipt;
    }
}
