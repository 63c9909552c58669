package org.waymark.command.review;

import static org.waymark.command.review.ReviewRule.ANOTHER_DECISION_IS_NAMED;
import static org.waymark.command.review.ReviewRule.AN_ENTRY_HAS_ITS_OWN_NUMBER;
import static org.waymark.command.review.ReviewRule.IT_CHANGES_SOMETHING;
import static org.waymark.command.review.ReviewRule.THE_ACTION_ITEM_IS_OPEN;
import static org.waymark.command.review.ReviewRule.THE_DECISION_IS_ON_RECORD;

import java.util.Map;
import org.waymark.command.review.CourseCommand.CloseActionItem;
import org.waymark.command.review.CourseCommand.OpenActionItem;
import org.waymark.command.review.CourseCommand.RecordDecision;
import org.waymark.command.review.CourseCommand.SupersedeDecision;
import org.waymark.events.review.CourseEvent;
import org.waymark.events.review.CourseEvent.ActionItemClosed;
import org.waymark.events.review.CourseEvent.ActionItemOpened;
import org.waymark.events.review.CourseEvent.DecisionRecorded;
import org.waymark.events.review.CourseEvent.DecisionSuperseded;

/**
 * The registers that teams keep. Source: GLOSSARY "decision register", "action item register".
 *
 * @param decisions by number, with the number of the decision that took its place, empty while it stands
 * @param actionItems by number, true while open
 */
record Registers(Map<String, String> decisions, Map<String, Boolean> actionItems) {

    static final Registers EMPTY = new Registers(Map.of(), Map.of());

    CourseEvent enter(RecordDecision decision, Hearing hearing) {
        hearing.require(
                AN_ENTRY_HAS_ITS_OWN_NUMBER,
                !decisions.containsKey(decision.number()),
                Map.of("number", decision.number()));
        return new DecisionRecorded(
                hearing.id(), hearing.on(), decision.number(), decision.body(), decision.meeting(), decision.words());
    }

    CourseEvent supersede(SupersedeDecision supersession, Hearing hearing) {
        requireRegistered(supersession.number(), hearing);
        requireRegistered(supersession.supersededBy(), hearing);
        hearing.require(ANOTHER_DECISION_IS_NAMED, !supersession.number().equals(supersession.supersededBy()));
        hearing.require(
                IT_CHANGES_SOMETHING, !supersession.supersededBy().equals(decisions.get(supersession.number())));
        return new DecisionSuperseded(hearing.id(), hearing.on(), supersession.number(), supersession.supersededBy());
    }

    private void requireRegistered(String number, Hearing hearing) {
        hearing.require(THE_DECISION_IS_ON_RECORD, decisions.containsKey(number), Map.of("number", number));
    }

    CourseEvent open(OpenActionItem item, Hearing hearing) {
        hearing.require(
                AN_ENTRY_HAS_ITS_OWN_NUMBER, !actionItems.containsKey(item.number()), Map.of("number", item.number()));
        hearing.requireAhead(item.dueOn());
        return new ActionItemOpened(
                hearing.id(), hearing.on(), item.number(), item.words(), item.owner(), item.dueOn());
    }

    CourseEvent close(CloseActionItem item, Hearing hearing) {
        hearing.require(
                THE_ACTION_ITEM_IS_OPEN,
                actionItems.getOrDefault(item.number(), false),
                Map.of("number", item.number()));
        return new ActionItemClosed(hearing.id(), hearing.on(), item.number(), item.outcome());
    }

    Registers recorded(DecisionRecorded decided) {
        return new Registers(Copy.with(decisions, decided.number(), ""), actionItems);
    }

    Registers superseded(DecisionSuperseded superseded) {
        return new Registers(Copy.with(decisions, superseded.number(), superseded.supersededBy()), actionItems);
    }

    Registers opened(ActionItemOpened opened) {
        return new Registers(decisions, Copy.with(actionItems, opened.number(), true));
    }

    Registers closed(ActionItemClosed closed) {
        return new Registers(decisions, Copy.with(actionItems, closed.number(), false));
    }
}
