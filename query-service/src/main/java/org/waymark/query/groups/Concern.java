package org.waymark.query.groups;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.PlannedDate;
import org.waymark.query.groups.GroupsRow.Concerns;
import org.waymark.query.groups.GroupsRow.Part;
import org.waymark.query.groups.GroupsRow.Waiting;
import org.waymark.query.groups.GroupsRow.What;
import org.waymark.query.recommendations.RecommendationStanding;
import org.waymark.query.recommendations.RecommendationsRow;
import org.waymark.query.reviews.Clock;
import org.waymark.query.reviews.ReviewStanding;
import org.waymark.query.reviews.ReviewsRow;
import org.waymark.query.reviews.ReviewsRow.Endorsement;
import org.waymark.query.reviews.ReviewsRow.EndorsementState;
import org.waymark.query.reviews.ReviewsRow.Stage;

/** Collects what concerns one body at a moment, its parts rolled up. */
final class Concern {

    private final Map<String, ReviewsRow> reviews;
    private final Map<String, ReviewStanding> standings;
    private final List<RecommendationsRow> recommendations;
    private final LocalDate asOf;

    Concern(
            Map<String, ReviewsRow> reviews,
            Map<String, ReviewStanding> standings,
            List<RecommendationsRow> recommendations,
            LocalDate asOf) {
        this.reviews = reviews;
        this.standings = standings;
        this.recommendations = recommendations;
        this.asOf = asOf;
    }

    GroupsRow of(Group group) {
        Map<Group, Group> parts = new EnumMap<>(Group.class);
        Arrays.stream(Group.values())
                .filter(part -> part != group && part.isWithin(group))
                .forEach(part -> parts.put(part, part));
        Map<String, Concerns> concerns = concerns(group);
        Map<String, Part> part = new TreeMap<>();
        reviews.forEach((id, review) -> {
            Part in = part(group, review, concerns);
            if (in.seats() + in.nominees() + in.addressed() > 0
                    || !in.endorsements().isEmpty()) {
                part.put(id, in);
            }
        });
        return new GroupsRow(
                group,
                group.printed(),
                group.kind(),
                group.parent().orElse(null),
                parts,
                waiting(group),
                part,
                concerns);
    }

    private Map<String, Concerns> concerns(Group group) {
        Map<String, Concerns> concerns = new TreeMap<>();
        for (RecommendationsRow row : recommendations) {
            boolean addressed = row.addressees().keySet().stream().anyMatch(to -> to.isWithin(group));
            boolean passed = row.parts().values().stream()
                    .flatMap(part -> part.passedTo().keySet().stream())
                    .anyMatch(to -> to.isWithin(group));
            if (addressed || passed) {
                concerns.put(
                        row.recommendation(),
                        new Concerns(row.review(), row.printedAs(), row.title(), addressed, passed));
            }
        }
        return concerns;
    }

    private static Part part(Group group, ReviewsRow review, Map<String, Concerns> concerns) {
        int seats = review.team().seats().entrySet().stream()
                .filter(held -> held.getKey().matches("[A-Z]+") && isGroup(held.getKey()))
                .filter(held -> Group.valueOf(held.getKey()).isWithin(group))
                .mapToInt(Map.Entry::getValue)
                .sum();
        int nominees = review.team().nominees().entrySet().stream()
                .filter(named -> named.getKey().isWithin(group))
                .mapToInt(Map.Entry::getValue)
                .sum();
        Map<Group, Endorsement> endorsements = new EnumMap<>(Group.class);
        review.scope().endorsements().forEach((asked, answer) -> {
            if (asked.isWithin(group)) {
                endorsements.put(asked, answer);
            }
        });
        long addressed = concerns.values().stream()
                .filter(concern -> concern.review().equals(review.review()))
                .count();
        return new Part(seats, nominees, endorsements, Math.toIntExact(addressed));
    }

    private static boolean isGroup(String code) {
        return Arrays.stream(Group.values()).anyMatch(group -> group.name().equals(code));
    }

    private Map<String, Waiting> waiting(Group group) {
        Map<String, Waiting> waiting = new TreeMap<>();
        reviews.forEach((id, review) -> {
            nomination(group, id, review, waiting);
            endorsements(group, id, review, waiting);
            if (group == Group.BOARD) {
                boardAction(id, waiting);
            }
        });
        for (RecommendationsRow row : recommendations) {
            RecommendationStanding.of(row, asOf)
                    .waitingFor()
                    .forEach(open -> recommendation(group, row, open, waiting));
        }
        return waiting;
    }

    /** An SO/AC that has named nobody is asked to as long as the call is open. */
    private void nomination(Group group, String id, ReviewsRow review, Map<String, Waiting> waiting) {
        PlannedDate closes = review.team().callClosesOn();
        boolean open = standings.get(id).stage().compareTo(Stage.NOMINATING) <= 0
                && review.stages().containsKey(Stage.CALL_OPEN)
                && closes != null
                && !asOf.isAfter(closes.lastDay());
        boolean named = review.team().nominees().keySet().stream().anyMatch(nominating -> nominating.isWithin(group));
        if (open && !named && group.isSoAc()) {
            ReviewsRow.Day since = review.stages().get(Stage.CALL_OPEN);
            add(waiting, What.NOMINATE, id, null, null, group, since.on(), closes.lastDay(), "nominate-candidate");
        }
    }

    private void endorsements(Group group, String id, ReviewsRow review, Map<String, Waiting> waiting) {
        LocalDate due = standings.get(id).clocks().stream()
                .filter(clock -> clock.clock() == Clock.Kind.ENDORSEMENT && clock.stoppedOn() == null)
                .map(Clock::dueOn)
                .findFirst()
                .orElse(null);
        ReviewsRow.Day since = review.scope().askedOn();
        if (due == null || since == null) {
            return;
        }
        review.scope().endorsements().forEach((asked, answer) -> {
            if (answer.state() == EndorsementState.AWAITED && asked.isWithin(group)) {
                add(waiting, What.ENDORSE_SCOPE, id, null, null, asked, since.on(), due, "endorse-scope");
            }
        });
    }

    private void boardAction(String id, Map<String, Waiting> waiting) {
        standings.get(id).clocks().stream()
                .filter(clock -> clock.clock() == Clock.Kind.BOARD_ACTION && clock.stoppedOn() == null)
                .forEach(clock -> add(
                        waiting,
                        What.ACT_ON_REPORT,
                        id,
                        null,
                        null,
                        Group.BOARD,
                        clock.startedOn() == null ? clock.dueOn() : clock.startedOn(),
                        clock.dueOn(),
                        "record-board-action"));
    }

    private void recommendation(
            Group group, RecommendationsRow row, RecommendationStanding.Waiting open, Map<String, Waiting> waiting) {
        switch (open.what()) {
            case PENDING -> {
                if (group == Group.BOARD) {
                    add(waiting, What.SETTLE_PENDING, row, open, Group.BOARD, "record-board-action");
                }
            }
            case PASS_THROUGH_ANSWER -> {
                Group asked = Group.valueOf(open.owner());
                if (asked.isWithin(group)) {
                    add(waiting, What.ANSWER_PASS_THROUGH, row, open, asked, "answer-pass-through");
                }
            }
            case IMPLEMENTATION, DISPUTE -> {
                if (group == Group.ORG) {
                    add(waiting, What.REPORT_IMPLEMENTATION, row, open, Group.ORG, "report-implementation-status");
                }
            }
            case CONSENSUS,
                    PRIORITY,
                    BOARD_ACTION,
                    VERIFICATION,
                    CLARIFICATION,
                    RETIREMENT -> {} // no body's desk, or the report's
        }
    }

    private static void add(
            Map<String, Waiting> waiting,
            What what,
            RecommendationsRow row,
            RecommendationStanding.Waiting open,
            Group asked,
            String verb) {
        add(waiting, what, row.review(), row.recommendation(), open.part(), asked, open.since(), open.dueOn(), verb);
    }

    private static void add(
            Map<String, Waiting> waiting,
            What what,
            String review,
            @Nullable String recommendation,
            @Nullable String part,
            Group asked,
            LocalDate since,
            @Nullable LocalDate due,
            String verb) {
        String of = recommendation == null ? review : recommendation;
        String key = "%s:%s:%s%s".formatted(what, of, asked, part == null ? "" : ":" + part);
        waiting.put(key, new Waiting(what, review, recommendation, asked, since, due, verb));
    }
}
