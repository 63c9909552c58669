package org.waymark.command.desk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.waymark.events.rules.RulePack;

/**
 * What a decision needs from outside its stream: all a decider may know of the world.
 *
 * @param today the current day (UTC)
 * @param latestToday the current day where it begins first on earth (UTC+14)
 * @param pack the rules by which the review is judged
 * @param facts what other streams say, where the rule needs it
 * @param seen the version of the stream the sender decided on, absent if they did not say
 */
public record Desk(
        Actor actor,
        LocalDate today,
        LocalDate latestToday,
        RulePack pack,
        OtherStreams facts,
        @Nullable Long seen) {

    /** Where a command's metadata holds its desk. Never written to the log. */
    public static final String METADATA = "desk";

    public Desk(Actor actor, LocalDate today, LocalDate latestToday, RulePack pack, OtherStreams facts) {
        this(actor, today, latestToday, pack, facts, null);
    }
}
