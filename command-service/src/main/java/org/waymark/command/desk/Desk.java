package org.waymark.command.desk;

import java.time.LocalDate;
import org.waymark.command.rules.RulePack;

/**
 * What a decision needs from outside its stream: all a decider may know of the world.
 *
 * @param today the current day (UTC)
 * @param latestToday the current day where it begins first on earth (UTC+14)
 * @param pack the rules by which the review is judged
 * @param facts what other streams say, where the rule needs it
 */
public record Desk(Actor actor, LocalDate today, LocalDate latestToday, RulePack pack, OtherStreams facts) {}
