package org.waymark.command.recommendation;

import static org.waymark.command.recommendation.RecommendationTest.ATRT4_7;
import static org.waymark.command.recommendation.RecommendationTest.DRAFTED;
import static org.waymark.command.recommendation.RecommendationTest.EVERYTHING;
import static org.waymark.command.recommendation.RecommendationTest.TEAM;
import static org.waymark.command.recommendation.RecommendationTest.WITHDRAWN;

import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.waymark.command.desk.Desk;
import org.waymark.command.desk.Refusal;
import org.waymark.command.desk.StreamOfCommand;
import org.waymark.command.recommendation.TextCommand.DraftRecommendation;
import org.waymark.command.recommendation.TextCommand.WithdrawRecommendation;

class RecommendationAggregateTest {

    private final FixtureConfiguration<RecommendationAggregate> axon = new AggregateTestFixture<>(
                    RecommendationAggregate.class)
            .registerCommandTargetResolver(new StreamOfCommand());

    @Test
    void a_first_command_makes_the_stream() {
        axon.givenNoPriorActivity()
                .when(sent(
                        new DraftRecommendation(ATRT4_7, TEAM, "7", "Publish", "Publish everything", null, List.of())))
                .expectEvents(DRAFTED);
    }

    @Test
    void a_later_command_is_decided_on_what_is_recorded() {
        axon.given(DRAFTED)
                .when(sent(new WithdrawRecommendation(ATRT4_7, TEAM)))
                .expectEvents(WITHDRAWN);
    }

    @Test
    void a_refusal_comes_back_as_it_is_and_records_nothing() {
        axon.given(DRAFTED, WITHDRAWN)
                .when(sent(new WithdrawRecommendation(ATRT4_7, TEAM)))
                .expectException(Refusal.class)
                .expectExceptionMessage(RecommendationRule.IT_STILL_STANDS.because())
                .expectNoEvents();
    }

    private static Object sent(RecommendationCommand command) {
        Desk desk = RecommendationTest.desk(command, EVERYTHING);
        return new GenericCommandMessage<>(
                new GenericMessage<>(command, Map.of(Desk.METADATA, desk)), "recommendation");
    }
}
