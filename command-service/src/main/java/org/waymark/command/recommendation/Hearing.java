package org.waymark.command.recommendation;

import java.time.LocalDate;
import java.util.Map;
import org.waymark.command.desk.Desk;
import org.waymark.command.desk.Judgement;
import org.waymark.events.Occurrence;
import org.waymark.events.PersonId;
import org.waymark.events.Role;
import org.waymark.events.recommendation.RecommendationId;

/** One command before the deciders: the recommendation as it then stood, the rules kept and waived so far, the desk. */
record Hearing(RecommendationCommand command, Recommendation then, Judgement judgement, Desk desk) {

    void require(RecommendationRule rule, boolean kept) {
        judgement.require(rule, kept);
    }

    void require(RecommendationRule rule, boolean kept, Map<String, Object> parameters) {
        judgement.require(rule, kept, parameters);
    }

    RecommendationId id() {
        return command.recommendationId();
    }

    /** Returns the occurrence for the event, with the rules waived so far: ask for it last. */
    Occurrence on() {
        return judgement.on();
    }

    /** Returns the day on which the command is judged. */
    LocalDate day() {
        return command.on().effectiveOn(desk.today());
    }

    /** Tells whether somebody may be named as speaking here: anybody, unless a member records it. */
    boolean maySpeak(PersonId person) {
        return desk.actor().actingFor().role() != Role.MEMBER
                || person.equals(desk.actor().person());
    }
}
