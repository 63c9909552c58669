package org.waymark.events.store;

/** Says why a log must not be used, and what helps, in words for whoever runs Waymark. */
public final class LogDamaged extends RuntimeException {

    private final String remedy;

    LogDamaged(String why, String remedy) {
        super(why);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
