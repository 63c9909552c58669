package org.waymark.command.desk;

import org.waymark.events.Recorder;

/**
 * What a command hands on to its event: who records it, and what its receipt keeps. Axon carries it from one to the other as
 * it is.
 *
 * @param bodyHash SHA-256 of what was sent, in lower-case hexadecimal
 */
public record HandedOn(Recorder recorder, String bodyHash) {

    /** Where the metadata of a command and of its event hold it. */
    public static final String METADATA = "handedOn";

    static HandedOn of(Sent sent, Desk desk) {
        Actor actor = sent.actor();
        return new HandedOn(
                new Recorder(
                        actor.person(),
                        Capacity.write(actor.actingFor()),
                        actor.authenticated(),
                        desk.pack().id(),
                        sent.key()),
                sent.hash());
    }
}
