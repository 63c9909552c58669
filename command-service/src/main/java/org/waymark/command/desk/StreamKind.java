package org.waymark.command.desk;

import java.util.Map;
import org.waymark.events.WaymarkEvent;

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

    /** Returns the id of the rule pack that a command asks for, empty if it is that of the review. */
    default String asksForPack(C command) {
        return "";
    }

    /**
     * Decides a command on what is recorded.
     *
     * @throws Refusal if a rule is not kept
     * @throws Stale if the sender saw another version
     */
    E decide(Facts<E> facts, C command, Desk desk);
}
