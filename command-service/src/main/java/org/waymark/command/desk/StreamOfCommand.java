package org.waymark.command.desk;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Tells Axon the stream of a command, for which it would else look through annotations each time. */
public final class StreamOfCommand implements CommandTargetResolver {

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        Object stream = ((Command) message.getPayload()).stream();
        return new VersionedAggregateIdentifier(stream, null);
    }
}
