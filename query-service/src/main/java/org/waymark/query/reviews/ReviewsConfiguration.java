package org.waymark.query.reviews;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.events.rules.RulePacks;
import org.waymark.query.answer.Formula;
import org.waymark.query.answer.Rows;
import org.waymark.query.image.Image;
import org.waymark.query.image.View;

/** Shows each review with how it stands on the day asked for. */
@Configuration(proxyBeanMethods = false)
class ReviewsConfiguration {

    private static final Map<String, Formula> FORMULAS = Map.of(
            "/standing/stage",
                    Formula.of(
                            "The furthest stage that is on record, that all recommendations together have entered, or that "
                                    + "follows when the time to endorse is over",
                            "/row/stage",
                            "/row/scope",
                            "/row/reports",
                            "/row/recommendations"),
            "/standing/state",
                    course("Closed; else paused; else under way once it has begun; else deferred or not begun"),
            "/standing/pausedSince", course("The first day of the pause that has no end on record"),
            "/standing/deferredUntil", course("The new date of the last deferral"),
            "/standing/health",
                    obligations(
                            "Late if something open is past its due day; else at risk if the latest forecast of something "
                                    + "open lies after its first plan"),
            "/standing/slipDays",
                    Formula.of(
                                    "The day of the last milestone, as reached or as forecast, less the day of its first plan",
                                    "/row/milestones")
                            .in("days"),
            "/standing/clocks",
                    obligations(
                                    "The due day is the first day, and the term of the clause, and the paused days in between; days "
                                            + "late are those after it, up to the day it was met or is read")
                            .in("days"),
            "/standing/totals",
                    Formula.of("Each counts once, by what the Board did", "/row/recommendations", "/row/board")
                            .in("recommendations or parts of them, as the key says"),
            "/standing/progress",
                    Formula.of(
                                    "Each counts once in its priority, by how far it is",
                                    "/row/recommendations",
                                    "/row/reports/submittedOn")
                            .in("recommendations"),
            "/standing/steps",
                    Formula.of(
                            "The furthest of: proposed; with the Board; what the Board decided; under way; reported or "
                                    + "claimed complete; verified",
                            "/row/recommendations",
                            "/row/reports/submittedOn"));

    private static Formula course(String words) {
        return Formula.of(words, "/row/stage", "/row/pauses", "/row/deferrals", "/row/closedOn", "/row/dissolvedOn");
    }

    private static Formula obligations(String words) {
        return Formula.of(
                words,
                "/row/team/convenedOn",
                "/row/scope",
                "/row/reports",
                "/row/board",
                "/row/pauses",
                "/row/milestones",
                "/row/actionItems",
                "/row/closedOn");
    }

    @Bean
    Rows<ReviewsRow> reviewRows(Image image, View<?, ReviewsRow> view) {
        RulePacks packs = RulePacks.shipped();
        return Rows.of(image, view, FORMULAS, (row, moment) -> ReviewStanding.of(row, moment.asOf(), packs));
    }
}
