package org.waymark.events.life;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.events.life.StateTable.Event;

/**
 * Reads the life cycle of a recommendation from the JSON of its events, by the arrows of the domain: what was last said of a
 * thing is how it is. Looks at the whole history each time, and at no class of the product.
 */
final class RecommendationTable {

    private static final Set<String> BEGUN =
            Set.of("IMPLEMENTATION_DESIGN", "IN_PROGRESS", "PARTIALLY_COMPLETE", "COMPLETE");

    private final List<Event> events;

    RecommendationTable(List<Event> events) {
        this.events = events;
    }

    /** The furthest along DRAFTED -> CONSENSUS_CALL_OPEN -> ... -> RETIRED. */
    @Nullable
    String stage() {
        Map<String, Boolean> entered = new LinkedHashMap<>();
        entered.put("DRAFTED", any("RecommendationDrafted"));
        entered.put("CONSENSUS_CALL_OPEN", any("ConsensusCallOpened"));
        entered.put("DESIGNATED", any("ConsensusDesignated"));
        entered.put("PRIORITIZED", any("RecommendationPrioritized"));
        entered.put("FINAL", any("RecommendationFinalized"));
        entered.put("BOARD_ACTED", any("BoardActionRecorded"));
        entered.put("COMMUNITY_PRIORITIZED", any("CommunityPriorityAssigned"));
        entered.put(
                "IMPLEMENTING",
                any("ImplementationStarted")
                        || events.stream()
                                .map(event -> event.payload().path("status").asText())
                                .anyMatch(Set.of("IN_PROGRESS", "PARTIALLY_COMPLETE", "COMPLETE")::contains));
        entered.put("COMPLETION_CLAIMED", any("ImplementationCompleted"));
        entered.put("COMPLETION_VERIFIED", any("CompletionVerified"));
        entered.put("EFFECT_ASSESSED", any("EffectAssessed"));
        entered.put("RETIRED", any("RecommendationRetired"));
        entered.put("WITHDRAWN", any("RecommendationWithdrawn"));
        entered.put("MERGED", any("RecommendationMerged"));
        return entered.entrySet().stream()
                .filter(Map.Entry::getValue)
                .reduce((_, later) -> later)
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    boolean isGone() {
        return any("RecommendationRetired", "RecommendationWithdrawn", "RecommendationMerged");
    }

    /** "Once approved it is carried out": started, or reported to be at work, at any time. */
    boolean isStarted() {
        return any("ImplementationStarted")
                || events.stream()
                        .anyMatch(event ->
                                BEGUN.contains(event.payload().path("status").asText()));
    }

    String step(boolean submitted) {
        if (isGone()) {
            return "GONE";
        }
        switch (completion()) {
            case "CompletionVerified":
                return "DONE";
            case "CompletionDisputed":
                return "UNDER_WAY";
            case "ImplementationCompleted":
                return "CLAIMED";
            default:
        }
        String work = work();
        if (work.equals("COMPLETE")) {
            return "CLAIMED";
        }
        if (work.equals("ImplementationStarted") || BEGUN.contains(work)) {
            return "UNDER_WAY";
        }
        Set<String> dispositions = new LinkedHashSet<>(parts().values());
        if (dispositions.isEmpty()) {
            return submitted ? "WITH_BOARD" : "PROPOSED";
        }
        for (Map.Entry<String, String> first : List.of(
                Map.entry("APPROVED", "APPROVED"),
                Map.entry("PENDING", "WITH_BOARD"),
                Map.entry("PASSED_THROUGH", "PASSED_THROUGH"))) {
            if (dispositions.contains(first.getKey())) {
                return first.getValue();
            }
        }
        return "REJECTED";
    }

    /** Returns what is open, as {@code WHAT owner part}. */
    List<String> open() {
        List<String> open = new ArrayList<>();
        if (isGone()) {
            return open;
        }
        Map<String, String> parts = parts();
        if (parts.isEmpty()) {
            String stage = stage();
            if (Set.of("DRAFTED", "CONSENSUS_CALL_OPEN").contains(String.valueOf(stage))) {
                open.add("CONSENSUS TEAM -");
            } else if ("DESIGNATED".equals(stage)) {
                open.add("PRIORITY TEAM -");
            } else if (Set.of("PRIORITIZED", "FINAL").contains(String.valueOf(stage))) {
                open.add("BOARD_ACTION BOARD -");
            }
        }
        parts.forEach((part, disposition) -> {
            if (disposition.equals("PENDING")) {
                open.add("PENDING BOARD " + part);
            }
            unanswered(part).forEach(group -> open.add("PASS_THROUGH_ANSWER " + group + " " + part));
        });
        if (parts.containsValue("APPROVED")) {
            switch (completion()) {
                case "CompletionDisputed" -> open.add("DISPUTE ORG -");
                case "ImplementationCompleted" -> open.add("VERIFICATION SHEPHERD -");
                case "CompletionVerified" -> {}
                default -> {
                    if (!lastReport().equals("COMPLETE")) {
                        open.add("IMPLEMENTATION ORG -");
                    }
                }
            }
        }
        for (int question = 0; question < questions(); question++) {
            open.add("CLARIFICATION SHEPHERD -");
        }
        if (last("RetirementProposed", "RecommendationKept").equals("RetirementProposed")) {
            open.add("RETIREMENT BOARD -");
        }
        return open;
    }

    /** "CLOSED: no recommendation pending or open." */
    boolean isOpen() {
        Map<String, String> parts = parts();
        boolean complete = completion().isEmpty()
                ? lastReport().equals("COMPLETE")
                : !completion().equals("CompletionDisputed");
        return !isGone()
                && (parts.isEmpty()
                        || parts.containsValue("PENDING")
                        || (parts.containsValue("APPROVED") && !complete));
    }

    private String completion() {
        return last("ImplementationCompleted", "CompletionVerified", "CompletionDisputed");
    }

    /** What was said last of the work: a start, or a report, of which the status. */
    private String work() {
        String last = "";
        for (Event event : events) {
            if (event.type().equals("ImplementationStarted")) {
                last = event.type();
            } else if (event.type().equals("ImplementationStatusReported")) {
                last = event.payload().path("status").asText();
            }
        }
        return lastReport().equals("COMPLETE") ? "COMPLETE" : last;
    }

    private String lastReport() {
        return events.stream()
                .filter(event -> event.type().equals("ImplementationStatusReported"))
                .map(event -> event.payload().path("status").asText())
                .reduce((_, later) -> later)
                .orElse("");
    }

    private int questions() {
        int open = 0;
        for (Event event : events) {
            open += event.type().equals("ClarificationRequested") ? 1 : 0;
            open -= event.type().equals("ClarificationGiven") && open > 0 ? 1 : 0;
        }
        return open;
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new TreeMap<>();
        of("BoardActionRecorded")
                .forEach(action -> parts.put(
                        action.path("part").asText(), action.path("disposition").asText()));
        return parts;
    }

    /** Whoever a part was passed to, by the Board or by a notice after it acted, and has not answered since it acted first. */
    private Set<String> unanswered(String part) {
        Set<String> asked =
                new TreeSet<>(java.util.Comparator.comparing(group -> org.waymark.events.Group.valueOf(group)));
        Set<String> answered = new LinkedHashSet<>();
        boolean acted = false;
        for (Event event : events) {
            JsonNode payload = event.payload();
            if (!payload.path("part").asText().equals(part)) {
                continue;
            }
            switch (event.type()) {
                case "BoardActionRecorded" -> {
                    acted = true;
                    payload.path("passedTo").forEach(group -> asked.add(group.asText()));
                }
                case "PassThroughNotified" -> {
                    if (acted) {
                        asked.add(payload.path("group").asText());
                    }
                }
                case "PassThroughAnswered" -> {
                    if (acted) {
                        answered.add(payload.path("group").asText());
                    }
                }
                default -> {}
            }
        }
        asked.removeAll(answered);
        return asked;
    }

    private List<JsonNode> of(String type) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .map(Event::payload)
                .toList();
    }

    private boolean any(String... types) {
        return events.stream().anyMatch(event -> Set.of(types).contains(event.type()));
    }

    private String last(String... types) {
        return events.stream()
                .map(Event::type)
                .filter(Set.of(types)::contains)
                .reduce((_, later) -> later)
                .orElse("");
    }
}
