package org.waymark.query.reviews;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.events.rules.RulePacks;
import org.waymark.query.answer.Rows;
import org.waymark.query.ledger.Ledger;
import org.waymark.query.ledger.View;

/** Shows each review with how it stands on the day asked for. */
@Configuration(proxyBeanMethods = false)
class ReviewsConfiguration {

    @Bean
    Rows<ReviewsRow> reviewRows(Ledger ledger, View<ReviewsRow> view) {
        RulePacks packs = RulePacks.shipped();
        return Rows.of(ledger, view, (entry, moment) -> ReviewStanding.of(entry.row(), moment.asOf(), packs));
    }
}
