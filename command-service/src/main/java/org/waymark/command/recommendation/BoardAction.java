package org.waymark.command.recommendation;

import static org.waymark.command.recommendation.RecommendationRule.ANOTHER_RECOMMENDATION_IS_NAMED;
import static org.waymark.command.recommendation.RecommendationRule.A_BOARD_DECISION_STANDS;
import static org.waymark.command.recommendation.RecommendationRule.A_PART_HAS_A_SHORT_NAME;
import static org.waymark.command.recommendation.RecommendationRule.A_PASS_THROUGH_NAMES_THE_GROUPS;
import static org.waymark.command.recommendation.RecommendationRule.A_RECOMMENDATION_IS_WHOLE_OR_SPLIT;
import static org.waymark.command.recommendation.RecommendationRule.A_RESOLUTION_IS_NAMED;
import static org.waymark.command.recommendation.RecommendationRule.IT_CHANGES_SOMETHING;
import static org.waymark.command.recommendation.RecommendationRule.ONLY_A_PASS_THROUGH_NAMES_GROUPS;
import static org.waymark.command.recommendation.RecommendationRule.ONLY_A_REJECTED_ONE_IS_SUPPLEMENTED;
import static org.waymark.command.recommendation.RecommendationRule.ONLY_THE_GROUP_ITSELF_ANSWERS;
import static org.waymark.command.recommendation.RecommendationRule.SOMETHING_WAS_PASSED_THROUGH;
import static org.waymark.command.recommendation.RecommendationRule.THE_BOARD_ACTS_ON_WHAT_IS_FINAL;
import static org.waymark.command.recommendation.RecommendationRule.THE_BOARD_SAYS_WHY_UNLESS_IT_APPROVES;
import static org.waymark.command.recommendation.RecommendationRule.THE_GROUP_WAS_PASSED_THE_PART;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.command.recommendation.BoardCommand.AnswerPassThrough;
import org.waymark.command.recommendation.BoardCommand.NotifyPassThrough;
import org.waymark.command.recommendation.BoardCommand.RecordBoardAction;
import org.waymark.command.recommendation.BoardCommand.SupplementRecommendation;
import org.waymark.events.By;
import org.waymark.events.Group;
import org.waymark.events.recommendation.BoardEvent;
import org.waymark.events.recommendation.BoardEvent.Answer;
import org.waymark.events.recommendation.BoardEvent.BoardActionRecorded;
import org.waymark.events.recommendation.BoardEvent.Disposition;
import org.waymark.events.recommendation.BoardEvent.PassThroughAnswered;
import org.waymark.events.recommendation.BoardEvent.PassThroughNotified;
import org.waymark.events.recommendation.BoardEvent.RecommendationSupplemented;
import org.waymark.events.recommendation.RecommendationId;

/**
 * What the Board did with a recommendation, as a whole or part by part. A part is decided once; while it is pending, it is
 * decided again by a new resolution.
 *
 * @param parts by name
 */
record BoardAction(Map<String, Part> parts, @Nullable RecommendationId supplementedBy) {

    static final BoardAction NONE = new BoardAction(Map.of(), null);

    private static final Pattern SHORT_NAME = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    /**
     * A part as the Board left it.
     *
     * @param passedTo the bodies it was passed to, with what they have done about it
     */
    record Part(Disposition disposition, @Nullable String resolution, Map<Group, Addressee> passedTo) {}

    record Addressee(
            boolean notified,
            @Nullable Answer answer,
            @Nullable String words) {
        static final Addressee NEW = new Addressee(false, null, null);
    }

    BoardEvent decide(BoardCommand command, Hearing hearing) {
        return switch (command) {
            case RecordBoardAction action -> act(action, hearing);
            case NotifyPassThrough notice -> notify(notice, hearing);
            case AnswerPassThrough answer -> answer(answer, hearing);
            case SupplementRecommendation supplement -> supplement(supplement, hearing);
        };
    }

    private BoardEvent act(RecordBoardAction action, Hearing hearing) {
        requireNamed(action, hearing);
        hearing.require(
                THE_BOARD_ACTS_ON_WHAT_IS_FINAL, hearing.then().agreement().isFinal());
        requireUndecided(action, hearing);
        requireComplete(action, hearing);
        return new BoardActionRecorded(
                hearing.id(),
                hearing.on(),
                action.part(),
                action.disposition(),
                action.resolution(),
                action.rationale(),
                action.passedTo());
    }

    private void requireNamed(RecordBoardAction action, Hearing hearing) {
        hearing.require(
                A_PART_HAS_A_SHORT_NAME, SHORT_NAME.matcher(action.part()).matches());
        boolean whole = action.part().equals(BoardEvent.WHOLE);
        hearing.require(
                A_RECOMMENDATION_IS_WHOLE_OR_SPLIT,
                parts.isEmpty() || parts.containsKey(BoardEvent.WHOLE) == whole,
                Map.of("part", action.part(), "parts", parts.keySet()));
    }

    private void requireUndecided(RecordBoardAction action, Hearing hearing) {
        Part part = parts.get(action.part());
        if (part != null) {
            hearing.require(
                    A_BOARD_DECISION_STANDS,
                    part.disposition() == Disposition.PENDING,
                    Map.of("part", action.part(), "disposition", part.disposition()));
            hearing.require(
                    IT_CHANGES_SOMETHING,
                    part.disposition() != action.disposition() || !isSame(part.resolution(), action.resolution()));
        }
    }

    private static boolean isSame(@Nullable String resolution, @Nullable String other) {
        return resolution == null ? other == null : resolution.equals(other);
    }

    private static void requireComplete(RecordBoardAction action, Hearing hearing) {
        boolean passed = action.disposition() == Disposition.PASSED_THROUGH;
        hearing.require(
                ONLY_A_PASS_THROUGH_NAMES_GROUPS, passed || action.passedTo().isEmpty());
        hearing.require(
                A_PASS_THROUGH_NAMES_THE_GROUPS, !passed || !action.passedTo().isEmpty());
        hearing.require(A_RESOLUTION_IS_NAMED, action.resolution() != null);
        hearing.require(
                THE_BOARD_SAYS_WHY_UNLESS_IT_APPROVES,
                action.disposition() == Disposition.APPROVED || action.rationale() != null);
    }

    private BoardEvent notify(NotifyPassThrough notice, Hearing hearing) {
        Addressee addressee = addressee(notice.part(), notice.group(), hearing);
        hearing.require(IT_CHANGES_SOMETHING, !addressee.notified());
        return new PassThroughNotified(hearing.id(), hearing.on(), notice.part(), notice.group());
    }

    private BoardEvent answer(AnswerPassThrough answer, Hearing hearing) {
        hearing.require(
                ONLY_THE_GROUP_ITSELF_ANSWERS,
                answer.on().by().equals(By.soAc(answer.group())),
                Map.of("group", answer.group()));
        Addressee addressee = addressee(answer.part(), answer.group(), hearing);
        hearing.require(
                IT_CHANGES_SOMETHING,
                !new Addressee(addressee.notified(), answer.answer(), answer.words()).equals(addressee));
        return new PassThroughAnswered(
                hearing.id(), hearing.on(), answer.part(), answer.group(), answer.answer(), answer.words());
    }

    /** Where no source names the groups that a part was passed to, any may have been. */
    private Addressee addressee(String name, Group group, Hearing hearing) {
        hearing.require(SOMETHING_WAS_PASSED_THROUGH, hearing.then().life().has(Disposition.PASSED_THROUGH));
        Part part = parts.get(name);
        boolean passed = part != null && part.disposition() == Disposition.PASSED_THROUGH;
        hearing.require(
                THE_GROUP_WAS_PASSED_THE_PART,
                passed && (part.passedTo().isEmpty() || part.passedTo().containsKey(group)),
                Map.of("part", name, "group", group));
        return part == null ? Addressee.NEW : part.passedTo().getOrDefault(group, Addressee.NEW);
    }

    private BoardEvent supplement(SupplementRecommendation supplement, Hearing hearing) {
        hearing.require(
                ANOTHER_RECOMMENDATION_IS_NAMED, !supplement.supplementedBy().equals(hearing.id()));
        hearing.require(IT_CHANGES_SOMETHING, !supplement.supplementedBy().equals(supplementedBy));
        hearing.require(
                ONLY_A_REJECTED_ONE_IS_SUPPLEMENTED, hearing.then().life().has(Disposition.REJECTED));
        return new RecommendationSupplemented(hearing.id(), hearing.on(), supplement.supplementedBy());
    }

    BoardAction evolve(BoardEvent event) {
        return switch (event) {
            case BoardActionRecorded acted -> {
                Map<Group, Addressee> passedTo = new HashMap<>();
                acted.passedTo().forEach(group -> passedTo.put(group, Addressee.NEW));
                yield with(acted.part(), new Part(acted.disposition(), acted.resolution(), Map.copyOf(passedTo)));
            }
            case PassThroughNotified told -> {
                Addressee before = addressee(told.part(), told.group());
                yield with(told.part(), told.group(), new Addressee(true, before.answer(), before.words()));
            }
            case PassThroughAnswered answered -> {
                Addressee before = addressee(answered.part(), answered.group());
                yield with(
                        answered.part(),
                        answered.group(),
                        new Addressee(before.notified(), answered.answer(), answered.words()));
            }
            case RecommendationSupplemented supplemented -> new BoardAction(parts, supplemented.supplementedBy());
        };
    }

    private Addressee addressee(String part, Group group) {
        return parts.containsKey(part) ? parts.get(part).passedTo().getOrDefault(group, Addressee.NEW) : Addressee.NEW;
    }

    private BoardAction with(String part, Group group, Addressee addressee) {
        Part before = parts.getOrDefault(part, new Part(Disposition.PASSED_THROUGH, null, Map.of()));
        Map<Group, Addressee> passedTo = new HashMap<>(before.passedTo());
        passedTo.put(group, addressee);
        return with(part, new Part(before.disposition(), before.resolution(), Map.copyOf(passedTo)));
    }

    private BoardAction with(String name, Part part) {
        Map<String, Part> more = new HashMap<>(parts);
        more.put(name, part);
        return new BoardAction(Map.copyOf(more), supplementedBy);
    }
}
