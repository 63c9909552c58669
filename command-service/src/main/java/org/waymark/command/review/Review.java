package org.waymark.command.review;

import static org.waymark.command.review.ReviewRule.THE_RULES_GIVE_THIS_TO_THE_ROLE;

import java.util.Map;
import java.util.Set;
import org.waymark.command.desk.Desk;
import org.waymark.command.desk.Facts;
import org.waymark.command.desk.Judgement;
import org.waymark.command.desk.Verb;
import org.waymark.events.Role;
import org.waymark.events.life.ReviewLife;
import org.waymark.events.review.CourseEvent;
import org.waymark.events.review.PlanEvent;
import org.waymark.events.review.ReportEvent;
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.review.ScopeEvent;
import org.waymark.events.review.TeamEvent;

/**
 * Where a review stands and what may happen next. It is scheduled, and possibly deferred; a call for volunteers brings
 * nominees, from whom the team is seated; the team convenes, agrees its scope with terms of reference and a work plan, and
 * shares them with the SO/ACs, which endorse or raise concerns. Draft report, public comment, final report, Board action,
 * end. It may be paused while the team works, and the team is dissolved after its report. Source: GLOSSARY "life cycle of
 * a review".
 *
 * @param life where it is in its life cycle
 * @param course its course as a whole
 * @param team who sits on it
 * @param scope how far its scope is agreed and endorsed
 * @param plan what is planned and reached
 * @param reports what is published, commented on and submitted
 */
record Review(ReviewLife life, Course course, TeamSeats team, ScopeTalks scope, Plan plan, Reports reports) {

    static final Review UNSCHEDULED = new Review(
            ReviewLife.NOT_BEGUN, Course.NOT_BEGUN, TeamSeats.EMPTY, ScopeTalks.NONE, Plan.NONE, Reports.NONE);

    /** Decides a command on all that is recorded of the review, by the rules of the desk and those below. */
    static ReviewEvent decide(Facts<ReviewEvent> facts, ReviewCommand command, Desk desk) {
        return facts.decide(command, desk, UNSCHEDULED, Review::evolve, (then, at) -> then.decide(command, at));
    }

    /**
     * Decides a command.
     *
     * @return the one event it becomes
     * @throws Refusal if a rule is not kept
     */
    ReviewEvent decide(ReviewCommand command, Desk desk) {
        Hearing hearing = new Hearing(command, this, new Judgement(desk.on(command)), desk);
        requireAuthority(hearing);
        course.requireUnderWay(hearing);
        return switch (command) {
            case CourseCommand turn -> course.decide(turn, hearing);
            case TeamCommand seat -> team.decide(seat, hearing);
            case ScopeCommand talk -> scope.decide(talk, hearing);
            case PlanCommand step -> plan.decide(step, hearing);
            case ReportCommand report -> reports.decide(report, hearing);
        };
    }

    private static void requireAuthority(Hearing hearing) {
        String verb = Verb.of(hearing.command().getClass());
        Role role = hearing.command().on().by().role();
        Set<Role> allowed = hearing.pack().mayDo(verb);
        hearing.require(
                THE_RULES_GIVE_THIS_TO_THE_ROLE,
                allowed.contains(role),
                Map.of(
                        "verb",
                        verb,
                        "by",
                        role,
                        "allowed",
                        allowed,
                        "pack",
                        hearing.pack().id()));
    }

    /** Returns the review after an event. Trusts history: never fails, never decides. */
    Review evolve(ReviewEvent event) {
        ReviewLife next = life.after(event);
        return switch (event) {
            case CourseEvent turn -> new Review(next, course.evolve(turn), team, scope, plan, reports);
            case TeamEvent seat -> new Review(next, course, team.evolve(seat), scope, plan, reports);
            case ScopeEvent talk -> new Review(next, course, team, scope.evolve(talk), plan, reports);
            case PlanEvent step -> new Review(next, course, team, scope, plan.evolve(step), reports);
            case ReportEvent report -> new Review(next, course, team, scope, plan, reports.evolve(report));
        };
    }
}
