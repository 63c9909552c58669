package org.waymark.query.reviews;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.events.rules.RulePacks;
import org.waymark.query.answer.Rows;
import org.waymark.query.image.Image;
import org.waymark.query.image.View;

/** Shows each review with how it stands on the day asked for. */
@Configuration(proxyBeanMethods = false)
class ReviewsConfiguration {

    private static final List<String> COURSE =
            List.of("/row/stage", "/row/pauses", "/row/deferrals", "/row/closedOn", "/row/dissolvedOn");

    private static final List<String> OBLIGATIONS = List.of(
            "/row/team/convenedOn",
            "/row/scope",
            "/row/reports",
            "/row/board",
            "/row/pauses",
            "/row/milestones",
            "/row/actionItems",
            "/row/closedOn");

    private static final Map<String, List<String>> COMPUTED_FROM = Map.of(
            "/standing/stage", List.of("/row/stage", "/row/scope", "/row/reports", "/row/recommendations"),
            "/standing/state", COURSE,
            "/standing/pausedSince", COURSE,
            "/standing/deferredUntil", COURSE,
            "/standing/health", OBLIGATIONS,
            "/standing/slipDays", List.of("/row/milestones"),
            "/standing/clocks", OBLIGATIONS,
            "/standing/totals", List.of("/row/recommendations", "/row/board"),
            "/standing/progress", List.of("/row/recommendations", "/row/reports/submittedOn"));

    @Bean
    Rows<ReviewsRow> reviewRows(Image image, View<?, ReviewsRow> view) {
        RulePacks packs = RulePacks.shipped();
        return Rows.of(image, view, COMPUTED_FROM, (row, moment) -> ReviewStanding.of(row, moment.asOf(), packs));
    }
}
