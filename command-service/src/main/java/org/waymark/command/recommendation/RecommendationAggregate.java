package org.waymark.command.recommendation;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.waymark.command.desk.Desk;
import org.waymark.command.desk.Facts;
import org.waymark.events.recommendation.RecommendationEvent;
import org.waymark.events.recommendation.RecommendationId;

/** Carries {@link Recommendation} in and out of Axon. Holds no rule of its own. */
@Aggregate(type = "recommendation", cache = "streamCache", commandTargetResolver = "streamOfCommand")
class RecommendationAggregate {

    @AggregateIdentifier
    private RecommendationId id;

    private Facts<RecommendationEvent> facts = Facts.none();

    RecommendationAggregate() {}

    @CommandHandler(commandName = "recommendation")
    @CreationPolicy(CREATE_IF_MISSING)
    void on(RecommendationCommand command, @MetaDataValue(value = Desk.METADATA, required = true) Desk desk) {
        AggregateLifecycle.apply(Recommendation.decide(facts, command, desk));
    }

    @EventSourcingHandler
    void on(RecommendationEvent event, DomainEventMessage<RecommendationEvent> message) {
        id = event.recommendationId();
        facts = facts.with(message);
    }
}
