package org.waymark.command.recommendation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.waymark.command.desk.Desk;
import org.waymark.command.desk.Facts;
import org.waymark.command.desk.OtherStreams.RecommendationStanding;
import org.waymark.command.desk.Standings;
import org.waymark.command.desk.StreamKind;
import org.waymark.events.Fact;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.recommendation.RecommendationEvent;
import org.waymark.events.recommendation.RecommendationId;
import org.waymark.events.review.ReviewId;

/** The stream of recommendations as the desk knows it. */
class Recommendations implements StreamKind<RecommendationCommand, RecommendationEvent>, Standings {

    static final String PATH = "/commands/reviews/{review}/recommendations/{number}";

    @Override
    public String name() {
        return "recommendation";
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String id(Map<String, String> variables) {
        ReviewId review = new ReviewId(variables.getOrDefault("review", ""));
        return RecommendationId.of(review, variables.getOrDefault("number", "")).value();
    }

    @Override
    public Map<String, String> variables(String id) {
        RecommendationId recommendation = new RecommendationId(id);
        return Map.of("review", recommendation.review().value(), "number", recommendation.number());
    }

    @Override
    public String review(String id) {
        return new RecommendationId(id).review().value();
    }

    @Override
    public Class<RecommendationCommand> commands() {
        return RecommendationCommand.class;
    }

    @Override
    public Class<RecommendationEvent> events() {
        return RecommendationEvent.class;
    }

    @Override
    public RecommendationEvent decide(Facts<RecommendationEvent> facts, RecommendationCommand command, Desk desk) {
        return Recommendation.decide(facts, command, desk);
    }

    @Override
    public RecommendationStanding standing(String number, List<Fact<WaymarkEvent>> facts, LocalDate day) {
        return Facts.of(facts, RecommendationEvent.class)
                .stateOn(day, Recommendation.UNWRITTEN, Recommendation::evolve)
                .standing(number);
    }
}
