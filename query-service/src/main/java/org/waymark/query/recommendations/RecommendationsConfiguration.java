package org.waymark.query.recommendations;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.query.answer.Rows;
import org.waymark.query.image.Image;
import org.waymark.query.image.View;

/** Shows each recommendation with how it stands on the day asked for. */
@Configuration(proxyBeanMethods = false)
class RecommendationsConfiguration {

    private static final Map<String, List<String>> COMPUTED_FROM = Map.of(
            "/standing/disposition", List.of("/row/parts"),
            "/standing/waitingFor",
                    List.of(
                            "/row/stage",
                            "/row/parts",
                            "/row/status",
                            "/row/claimed",
                            "/row/verified",
                            "/row/disputed",
                            "/row/clarifications",
                            "/row/retirementProposed"));

    @Bean
    Rows<RecommendationsRow> recommendationRows(Image image, View<?, RecommendationsRow> view) {
        return Rows.of(image, view, COMPUTED_FROM, (row, moment) -> RecommendationStanding.of(row, moment.asOf()));
    }
}
