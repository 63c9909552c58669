package org.waymark.command.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Occurrence;
import org.waymark.events.rules.RulePack;

/**
 * What a decision needs from outside its stream: all a decider may know of the world.
 *
 * @param today the current day (UTC)
 * @param latestToday the current day where it begins first on earth (UTC+14)
 * @param pack the rules by which the review is judged
 * @param facts what other streams say, where the rule needs it
 * @param seen the version of the stream the sender decided on, absent if they did not say
 * @param after ids of facts of the stream that the command is taken to have come after
 */
public record Desk(
        Actor actor,
        LocalDate today,
        LocalDate latestToday,
        RulePack pack,
        OtherStreams facts,
        @Nullable Long seen,
        List<String> after) {

    /** Where a command's metadata holds its desk. Never written to the log. */
    public static final String METADATA = "desk";

    public Desk(Actor actor, LocalDate today, LocalDate latestToday, RulePack pack, OtherStreams facts) {
        this(actor, today, latestToday, pack, facts, null, List.of());
    }

    /** Returns the same desk, on which a command is taken to have come after some facts. */
    Desk after(List<String> eventIds) {
        return new Desk(actor, today, latestToday, pack, facts, seen, eventIds);
    }

    /** Returns when it happened, on what evidence and in whose name, as the event will say it. */
    public Occurrence on(Command command) {
        return command.on().after(after);
    }
}
