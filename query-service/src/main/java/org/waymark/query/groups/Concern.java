package org.waymark.query.groups;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.PlannedDate;
import org.waymark.events.life.ReviewStage;
import org.waymark.events.rules.RulePacks;
import org.waymark.query.groups.GroupsRow.Concerns;
import org.waymark.query.groups.GroupsRow.Part;
import org.waymark.query.groups.GroupsRow.Waiting;
import org.waymark.query.groups.GroupsRow.What;
import org.waymark.query.recommendations.RecommendationStanding;
import org.waymark.query.recommendations.RecommendationsRow;
import org.waymark.query.reviews.Clock;
import org.waymark.query.reviews.ReviewStanding.Obligations;
import org.waymark.query.reviews.ReviewsRow;
import org.waymark.query.reviews.ReviewsRow.EndorsementState;

/** What concerns each body at a moment, what concerns its parts among it: of one row, or of many put together. */
final class Concern {

    /** The bodies by their codes: a seat may also be held outside the structure, by the words of the source. */
    private static final Map<String, Group> BODIES =
            Arrays.stream(Group.values()).collect(Collectors.toMap(Group::name, Function.identity()));

    /** The part of a recommendation that the Board did not split. */
    private static final String WHOLE = "whole";

    private final LocalDate asOf;
    private final Map<Group, Map<String, Waiting>> waiting = new EnumMap<>(Group.class);
    private final Map<Group, Map<String, Concerns>> concerns = new EnumMap<>(Group.class);
    private final Map<Group, Map<String, Part>> parts = new EnumMap<>(Group.class);

    Concern(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** Returns what a review brings. */
    static Concern of(String id, ReviewsRow review, Obligations due, LocalDate asOf) {
        Concern concern = new Concern(asOf);
        concern.review(id, review, due);
        return concern;
    }

    /** Returns what a recommendation brings. */
    static Concern of(RecommendationsRow recommendation, LocalDate asOf) {
        Concern concern = new Concern(asOf);
        concern.recommendation(recommendation);
        return concern;
    }

    /** Tells whether two states of a review surely bring the same. */
    static boolean isSame(ReviewsRow was, ReviewsRow is, LocalDate asOf, RulePacks packs) {
        return was.stages().equals(is.stages()) && Obligations.isSame(was, is, asOf, packs);
    }

    /** Tells whether two states of a recommendation surely bring the same: they wait for the same, and are of the same. */
    static boolean isSame(RecommendationsRow was, RecommendationsRow is, LocalDate asOf) {
        return was.addressees().equals(is.addressees())
                && was.parts().equals(is.parts())
                && was.printedAs().equals(is.printedAs())
                && Objects.equals(was.title(), is.title())
                && RecommendationStanding.of(was, asOf).equals(RecommendationStanding.of(is, asOf));
    }

    /** Puts what another brings to it. */
    void add(Concern other) {
        other.waiting.forEach((body, open) -> of(waiting, body).putAll(open));
        other.concerns.forEach((body, why) -> of(concerns, body).putAll(why));
        other.parts.forEach((body, reviews) ->
                reviews.forEach((review, part) -> of(parts, body).merge(review, part, Part::plus)));
    }

    /** Tells whether anything here is of a body. */
    boolean concerns(Group body) {
        return waiting.containsKey(body) || concerns.containsKey(body);
    }

    Map<String, Waiting> waiting(Group body) {
        return waiting.getOrDefault(body, Map.of());
    }

    Map<String, Concerns> recommendations(Group body) {
        return concerns.getOrDefault(body, Map.of());
    }

    Map<String, Part> parts(Group body) {
        return parts.getOrDefault(body, Map.of());
    }

    private static <T> Map<String, T> of(Map<Group, Map<String, T>> all, Group body) {
        return all.computeIfAbsent(body, _ -> new TreeMap<>());
    }

    GroupsRow of(Group group) {
        Map<Group, Group> within = new EnumMap<>(Group.class);
        Arrays.stream(Group.values())
                .filter(part -> part != group && part.isWithin(group))
                .forEach(part -> within.put(part, part));
        return new GroupsRow(
                group,
                group.printed(),
                group.kind(),
                group.parent().orElse(null),
                within,
                waiting(group),
                parts(group),
                recommendations(group));
    }

    /** Returns a body and all that it is a part of: what concerns it concerns them. */
    private static List<Group> concerned(Group group) {
        List<Group> concerned = new ArrayList<>();
        for (Optional<Group> next = Optional.of(group);
                next.isPresent();
                next = next.get().parent()) {
            concerned.add(next.get());
        }
        return concerned;
    }

    private void recommendation(RecommendationsRow row) {
        Set<Group> addressed = EnumSet.noneOf(Group.class);
        row.addressees().keySet().forEach(to -> addressed.addAll(concerned(to)));
        Set<Group> passed = EnumSet.noneOf(Group.class);
        row.parts().values().stream()
                .flatMap(part -> part.passedTo().keySet().stream())
                .forEach(to -> passed.addAll(concerned(to)));
        Set<Group> either = EnumSet.noneOf(Group.class);
        either.addAll(addressed);
        either.addAll(passed);
        for (Group group : either) {
            Concerns why = new Concerns(
                    row.review(), row.printedAs(), row.title(), addressed.contains(group), passed.contains(group));
            of(concerns, group).put(row.recommendation(), why);
            of(parts, group).merge(row.review(), new Part(0, 0, Map.of(), 1), Part::plus);
        }
        RecommendationStanding.of(row, asOf).waitingFor().forEach(open -> desk(row, open));
    }

    private void review(String id, ReviewsRow review, Obligations due) {
        seats(id, review);
        review.team().nominees().forEach((named, count) -> takesPart(id, named, new Part(0, count, Map.of(), 0)));
        review.scope()
                .endorsements()
                .forEach((asked, answer) -> takesPart(id, asked, new Part(0, 0, Map.of(asked, answer), 0)));
        nomination(id, review, due);
        endorsements(id, review, due);
        boardAction(id, due);
    }

    private void takesPart(String review, Group group, Part part) {
        if (part.seats() + part.nominees() == 0 && part.endorsements().isEmpty()) {
            return;
        }
        concerned(group).forEach(body -> of(parts, body).merge(review, part, Part::plus));
    }

    private void seats(String id, ReviewsRow review) {
        review.team().seats().forEach((holder, seats) -> {
            Group group = BODIES.get(holder);
            if (group != null) {
                takesPart(id, group, new Part(seats, 0, Map.of(), 0));
            }
        });
    }

    /** An SO/AC that has named nobody is asked to as long as the call is open. */
    private void nomination(String id, ReviewsRow review, Obligations due) {
        PlannedDate closes = review.team().callClosesOn();
        ReviewsRow.Day since = review.stages().get(ReviewStage.CALL_OPEN);
        boolean open = due.stage().compareTo(ReviewStage.NOMINATING) <= 0
                && since != null
                && closes != null
                && !asOf.isAfter(closes.lastDay());
        if (!open) {
            return;
        }
        Set<Group> named = EnumSet.noneOf(Group.class);
        review.team().nominees().keySet().forEach(nominating -> named.addAll(concerned(nominating)));
        for (Group group : Group.soAcs()) {
            if (!named.contains(group)) {
                add(
                        List.of(group),
                        What.NOMINATE,
                        id,
                        null,
                        null,
                        group,
                        since.on(),
                        closes.lastDay(),
                        "nominate-candidate");
            }
        }
    }

    private void endorsements(String id, ReviewsRow review, Obligations due) {
        LocalDate by = due.clocks().stream()
                .filter(clock -> clock.clock() == Clock.Kind.ENDORSEMENT && clock.stoppedOn() == null)
                .map(Clock::dueOn)
                .findFirst()
                .orElse(null);
        ReviewsRow.Day since = review.scope().askedOn();
        if (by == null || since == null) {
            return;
        }
        review.scope().endorsements().forEach((asked, answer) -> {
            if (answer.state() == EndorsementState.AWAITED) {
                add(concerned(asked), What.ENDORSE_SCOPE, id, null, null, asked, since.on(), by, "endorse-scope");
            }
        });
    }

    private void boardAction(String id, Obligations due) {
        due.clocks().stream()
                .filter(clock -> clock.clock() == Clock.Kind.BOARD_ACTION && clock.stoppedOn() == null)
                .forEach(clock -> add(
                        List.of(Group.BOARD),
                        What.ACT_ON_REPORT,
                        id,
                        null,
                        null,
                        Group.BOARD,
                        clock.startedOn() == null ? clock.dueOn() : clock.startedOn(),
                        clock.dueOn(),
                        "record-board-action"));
    }

    private void desk(RecommendationsRow row, RecommendationStanding.Waiting open) {
        switch (open.what()) {
            case PENDING ->
                add(List.of(Group.BOARD), What.SETTLE_PENDING, row, open, Group.BOARD, "record-board-action");
            case PASS_THROUGH_ANSWER -> {
                Group asked = Group.valueOf(open.owner());
                add(concerned(asked), What.ANSWER_PASS_THROUGH, row, open, asked, "answer-pass-through");
            }
            case IMPLEMENTATION, DISPUTE ->
                add(
                        List.of(Group.ORG),
                        What.REPORT_IMPLEMENTATION,
                        row,
                        open,
                        Group.ORG,
                        "report-implementation-status");
            case CONSENSUS,
                    PRIORITY,
                    BOARD_ACTION,
                    VERIFICATION,
                    CLARIFICATION,
                    RETIREMENT -> {} // no body's desk, or the report's
        }
    }

    private void add(
            List<Group> bodies,
            What what,
            RecommendationsRow row,
            RecommendationStanding.Waiting open,
            Group asked,
            String verb) {
        add(bodies, what, row.review(), row.recommendation(), part(row, open), asked, open.since(), open.dueOn(), verb);
    }

    /** Returns the part that something waits for, be it the only one: its name stays when others come; null where it is all. */
    private static @Nullable String part(RecommendationsRow row, RecommendationStanding.Waiting open) {
        boolean ofOnePart = switch (open.what()) {
            case PENDING, PASS_THROUGH_ANSWER ->
                open.part() == null && row.parts().size() == 1;
            default -> false;
        };
        return ofOnePart ? row.parts().keySet().iterator().next() : open.part();
    }

    private void add(
            List<Group> bodies,
            What what,
            String review,
            @Nullable String recommendation,
            @Nullable String part,
            Group asked,
            LocalDate since,
            @Nullable LocalDate due,
            String verb) {
        String of = recommendation == null ? review : recommendation;
        String key = "%s:%s:%s%s".formatted(what, of, asked, part == null || part.equals(WHOLE) ? "" : ":" + part);
        Waiting open = new Waiting(what, review, recommendation, asked, since, due, verb);
        bodies.forEach(body -> of(waiting, body).put(key, open));
    }
}
