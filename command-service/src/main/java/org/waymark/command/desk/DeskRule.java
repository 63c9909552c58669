package org.waymark.command.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.events.Occurrence;
import org.waymark.events.Retraction;
import org.waymark.events.Role;
import org.waymark.events.WaymarkEvent;

/** Rules that hold for every command of every stream. */
public enum DeskRule implements Rule {
    THE_DAY_HAS_BEGUN(Kind.DATES, "What has not happened yet can't be recorded: that day has begun nowhere on earth."),
    EVERYBODY_RECORDS_IN_THEIR_OWN_NAME(
            Kind.AUTHORITY,
            "Whoever records a decision acts for the body that took it; only an archivist records for others."),
    ONLY_AN_ARCHIVIST_ATTESTS(Kind.AUTHORITY, "Only an archivist attests a fact from documents."),
    AN_ARCHIVIST_GRADES_THE_SOURCE(
            Kind.IDENTITY, "An archivist says how good the source is: primary, secondary or conflicting."),
    A_CORRECTION_NAMES_A_STANDING_FACT(
            Kind.IDENTITY, "A correction names an event of the same type and stream that still stands."),
    A_CORRECTION_SAYS_WHY(Kind.IDENTITY, "A correction or retraction gives its reason."),
    A_RETRACTION_TAKES_ALONG_WHAT_STANDS(
            Kind.IDENTITY, "A retraction takes along only facts of the same stream that still stand, at most 100."),
    WHAT_CAME_BEFORE_CAN_HAVE(
            Kind.IDENTITY,
            "A fact came after others only if they still stand, if their days leave that open, and if they don't say the"
                    + " opposite; at most 100 are named.");

    private final Kind kind;
    private final String because;

    DeskRule(Kind kind, String because) {
        this.kind = kind;
        this.because = because;
    }

    /** Holds when, by whom and in whose name something is recorded against the rules of the desk. */
    static void judge(Occurrence on, Desk desk) {
        Judgement judgement = new Judgement(on);
        judgement.require(
                THE_DAY_HAS_BEGUN,
                !on.occurredOn().isAfter(desk.latestToday()),
                Map.of("occurredOn", on.occurredOn(), "today", desk.today()));
        boolean archivist = desk.actor().actingFor().role() == Role.ARCHIVIST;
        judgement.require(ONLY_AN_ARCHIVIST_ATTESTS, archivist || on.attested() == null);
        judgement.require(AN_ARCHIVIST_GRADES_THE_SOURCE, !archivist || on.attested() != null);
        judgement.require(
                EVERYBODY_RECORDS_IN_THEIR_OWN_NAME,
                archivist || on.by().equals(desk.actor().actingFor()),
                Map.of("actingFor", desk.actor().actingFor(), "by", on.by()));
    }

    /** Holds a correction against what stands, before the stream's own rules are asked. */
    static void judgeCorrection(Command command, Facts<?> facts) {
        Occurrence on = command.on();
        if (on.corrects() != null) {
            Judgement judgement = new Judgement(on);
            judgement.require(
                    A_CORRECTION_NAMES_A_STANDING_FACT,
                    command instanceof Retraction
                            ? facts.canBeTakenBack(on.corrects())
                            : facts.standing(on.corrects()).isPresent(),
                    Map.of("corrects", on.corrects()));
            judgement.require(A_CORRECTION_SAYS_WHY, on.reason() != null);
        }
        if (command instanceof Retraction retraction) {
            List<String> gone = retraction.also().stream()
                    .filter(also -> facts.standing(also).isEmpty())
                    .toList();
            new Judgement(on)
                    .require(
                            A_RETRACTION_TAKES_ALONG_WHAT_STANDS,
                            gone.isEmpty() && retraction.also().size() <= Facts.MOST_BEFORE,
                            Map.of("also", gone));
        }
    }

    /**
     * Holds the facts that a command says it came after.
     *
     * @param can those of the stream that can have come before it
     */
    static void judgeAfter(Occurrence on, Set<String> can) {
        List<String> wrong = on.after().stream().filter(id -> !can.contains(id)).toList();
        new Judgement(on)
                .require(
                        WHAT_CAME_BEFORE_CAN_HAVE,
                        wrong.isEmpty() && on.after().size() <= Facts.MOST_BEFORE,
                        Map.of("after", wrong));
    }

    /** Holds what would be recorded against the fact whose place it takes: a retraction names any, a correction its like. */
    static <E extends WaymarkEvent> void judgeReplacement(E event, Facts<E> facts) {
        String corrects = event.on().corrects();
        boolean right;
        if (event.retracts()) {
            right = corrects != null && facts.canBeTakenBack(corrects);
        } else {
            right = corrects == null
                    || facts.standing(corrects)
                            .filter(corrected -> corrected.getClass() == event.getClass())
                            .isPresent();
        }
        new Judgement(event.on())
                .require(
                        A_CORRECTION_NAMES_A_STANDING_FACT,
                        right,
                        corrects == null ? Map.of() : Map.of("corrects", corrects));
    }

    @Override
    public String because() {
        return because;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
