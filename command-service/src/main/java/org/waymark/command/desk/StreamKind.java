package org.waymark.command.desk;

import java.time.LocalDate;
import java.util.Map;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.review.ReviewKind;
import org.waymark.events.rules.RulePack;
import org.waymark.events.rules.RulePacks;

/**
 * One kind of stream as the desk knows it: its paths, its commands and how they are decided. Each feature brings one.
 *
 * @param <C> the sealed set of its commands
 * @param <E> the sealed set of its events
 */
public interface StreamKind<C extends Command, E extends WaymarkEvent> {

    /** Returns the kind's name, with which its streams and Axon's command start: {@code review}. */
    String name();

    /** Returns the path of one stream's commands, without the verb: {@code /commands/reviews/{review}}. */
    String path();

    /**
     * Returns the id for the variables of a path.
     *
     * @throws org.waymark.events.Malformed if they can't be one
     */
    String id(Map<String, String> variables);

    /** Returns the variables of the path for an id. */
    Map<String, String> variables(String id);

    /** Returns the review that an id belongs to. */
    String review(String id);

    Class<C> commands();

    Class<E> events();

    /**
     * Returns the pack that judges a command while its review is not on record. Any will do unless the command is the one
     * that fixes the pack, since every other is refused for want of a review.
     *
     * @param day the day on which the command is judged
     * @throws org.waymark.events.Malformed if the command names a pack that there is not
     */
    default RulePack pack(C command, LocalDate day, RulePacks packs) {
        return packs.forReview(ReviewKind.ATRT, day);
    }

    /**
     * Decides a command on what is recorded.
     *
     * @throws Refusal if a rule is not kept
     * @throws Stale if the sender saw another version
     */
    E decide(Facts<E> facts, C command, Desk desk);
}
