package org.waymark.command.review;

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
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.review.ReviewId;

/** Carries {@link Review} in and out of Axon. Holds no rule of its own. */
@Aggregate(type = "review", cache = "streamCache", commandTargetResolver = "streamOfCommand")
class ReviewAggregate {

    @AggregateIdentifier
    private ReviewId id;

    private Facts<ReviewEvent> facts = Facts.none();

    ReviewAggregate() {}

    @CommandHandler(commandName = "review")
    @CreationPolicy(CREATE_IF_MISSING)
    void on(ReviewCommand command, @MetaDataValue(value = Desk.METADATA, required = true) Desk desk) {
        AggregateLifecycle.apply(Review.decide(facts, command, desk));
    }

    @EventSourcingHandler
    void on(ReviewEvent event, DomainEventMessage<ReviewEvent> message) {
        id = event.reviewId();
        facts = facts.with(message);
    }
}
