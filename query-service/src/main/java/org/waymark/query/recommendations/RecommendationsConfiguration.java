package org.waymark.query.recommendations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.query.answer.Rows;
import org.waymark.query.ledger.Ledger;
import org.waymark.query.ledger.View;

/** Shows each recommendation with how it stands on the day asked for. */
@Configuration(proxyBeanMethods = false)
class RecommendationsConfiguration {

    @Bean
    Rows<RecommendationsRow> recommendationRows(Ledger ledger, View<RecommendationsRow> view) {
        return Rows.of(ledger, view, (entry, moment) -> RecommendationStanding.of(entry.row(), moment.asOf()));
    }
}
