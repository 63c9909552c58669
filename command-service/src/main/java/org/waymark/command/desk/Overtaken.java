package org.waymark.command.desk;

import java.util.List;
import org.waymark.events.Recorded;

/** Says that other events were recorded in the stream first. */
final class Overtaken extends RuntimeException {

    private final boolean foretold;
    private final transient List<Recorded> between;

    /**
     * @param foretold whether the sender named the version they decided on
     * @param between what was recorded meanwhile
     */
    Overtaken(boolean foretold, List<Recorded> between) {
        super("The stream has moved on: others recorded first", null, false, false);
        this.foretold = foretold;
        this.between = List.copyOf(between);
    }

    boolean foretold() {
        return foretold;
    }

    List<Recorded> between() {
        return between;
    }
}
