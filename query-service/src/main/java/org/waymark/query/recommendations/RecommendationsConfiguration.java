package org.waymark.query.recommendations;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.query.answer.Formula;
import org.waymark.query.answer.Rows;
import org.waymark.query.image.Image;
import org.waymark.query.image.View;

/** Shows each recommendation with how it stands on the day asked for. */
@Configuration(proxyBeanMethods = false)
class RecommendationsConfiguration {

    private static final Map<String, Formula> FORMULAS = Map.of(
            "/standing/disposition",
                    Formula.of("What the Board did on all parts alike, or split where it differs", "/row/parts"),
            "/standing/waitingFor",
                    Formula.of(
                                    "What the next step of each part is, since the day on which the step before was done; the age "
                                            + "is counted from that day to the day on which it is read",
                                    "/row/stage",
                                    "/row/parts",
                                    "/row/status",
                                    "/row/claimed",
                                    "/row/verified",
                                    "/row/disputed",
                                    "/row/clarifications",
                                    "/row/retirementProposed")
                            .in("days"));

    @Bean
    Rows<RecommendationsRow> recommendationRows(Image image, View<?, RecommendationsRow> view) {
        return Rows.of(image, view, FORMULAS, (row, moment) -> RecommendationStanding.of(row, moment.asOf()));
    }
}
