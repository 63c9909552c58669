package org.waymark.events.life;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Reads the life cycle of a review from the JSON of its events: each state by what "is entered by event" in the table of the
 * domain, the last one whose condition holds. Looks at the whole history each time, and at no class of the product.
 */
final class StateTable {

    record Event(String type, JsonNode payload) {

        LocalDate day() {
            return LocalDate.parse(payload.at("/on/occurredOn").asText());
        }
    }

    private final List<Event> events;
    private final LocalDate day;
    private final Period window;

    StateTable(List<Event> events, LocalDate day, Period window) {
        this.events = events;
        this.day = day;
        this.window = window;
    }

    String state() {
        Map<String, BooleanSupplier> enteredBy = new LinkedHashMap<>();
        enteredBy.put("SCHEDULED", () -> any("ReviewScheduled"));
        enteredBy.put("CALL_OPEN", () -> any("CallForVolunteersOpened", "CallForVolunteersExtended"));
        enteredBy.put("NOMINATING", () -> any("CandidateNominated"));
        enteredBy.put("TEAM_SEATED", () -> any("ReviewTeamSelected"));
        enteredBy.put("CONVENED", () -> any("ReviewTeamConvened", "LeadershipSelected"));
        enteredBy.put("SCOPING", () -> any("ScopeDrafted"));
        enteredBy.put(
                "SCOPE_AGREED", () -> any("ScopeAgreed", "TermsOfReferenceAdopted", "WorkPlanAdopted", "ScopeAmended"));
        enteredBy.put("SCOPE_SHARED", () -> any("ScopeSharedWithLeadership"));
        enteredBy.put("IN_PROGRESS", () -> any("ScopeSharedWithLeadership") && (isEndorsedByEach() || isWindowOver()));
        enteredBy.put(
                "DRAFT_PUBLISHED",
                () -> any("DraftReportPublished") || periods("DRAFT_REPORT").size() > 0);
        enteredBy.put(
                "FINALISING",
                () -> periods("DRAFT_REPORT").size() > 0
                        && !periods("DRAFT_REPORT").contains(true));
        enteredBy.put("FINAL_SUBMITTED", () -> any("FinalReportSubmitted"));
        enteredBy.put(
                "FINAL_COMMENT",
                () -> any("FinalReportSubmitted") && periods("FINAL_REPORT").size() > 0);
        enteredBy.put("BOARD_ACTED", () -> any("BoardActedOnReport"));
        enteredBy.put("CLOSED", () -> any("ReviewClosed"));
        String state = "UNSCHEDULED";
        for (Map.Entry<String, BooleanSupplier> entered : enteredBy.entrySet()) {
            state = entered.getValue().getAsBoolean() ? entered.getKey() : state;
        }
        return state;
    }

    /** "Back with ReviewRestarted." */
    boolean isPaused() {
        return lastOf("ReviewPaused", "ReviewRestarted").equals("ReviewPaused") && !any("ReviewClosed");
    }

    /** "Until its new date", and not once the review has begun. */
    boolean isDeferred() {
        if (!lastOf("ReviewDeferred", "ReviewRestarted").equals("ReviewDeferred")
                || !Set.of("UNSCHEDULED", "SCHEDULED").contains(state())) {
            return false;
        }
        JsonNode until = last("ReviewDeferred").payload().at("/until/date");
        return until.isMissingNode() || day.isBefore(LocalDate.parse(until.asText()));
    }

    private boolean any(String... types) {
        return events.stream().anyMatch(event -> List.of(types).contains(event.type()));
    }

    private Event last(String... types) {
        return events.stream()
                .filter(event -> List.of(types).contains(event.type()))
                .reduce((_, next) -> next)
                .orElseThrow();
    }

    private String lastOf(String... types) {
        return any(types) ? last(types).type() : "";
    }

    /** Returns, of each comment period about a subject, whether it is open. */
    private List<Boolean> periods(String subject) {
        Set<String> names = new HashSet<>();
        events.stream()
                .filter(event -> event.type().startsWith("PublicComment"))
                .forEach(event -> names.add(event.payload().path("period").asText()));
        List<Boolean> open = new ArrayList<>();
        for (String name : names) {
            String about = "";
            boolean isOpen = true;
            boolean submitted = false;
            for (Event event : events) {
                submitted |= event.type().equals("FinalReportSubmitted");
                if (event.payload().path("period").asText().equals(name)) {
                    boolean opened = event.type().equals("PublicCommentOpened");
                    if (opened || about.isEmpty()) { // one without a beginning on record is about what is out then
                        about = opened
                                ? event.payload().path("subject").asText()
                                : submitted ? "FINAL_REPORT" : "DRAFT_REPORT";
                    }
                    isOpen = opened || (isOpen && !event.type().equals("PublicCommentClosed"));
                }
            }
            if (about.equals(subject)) {
                open.add(isOpen);
            }
        }
        return open;
    }

    private int firstSharing() {
        int index = 0;
        while (!events.get(index).type().equals("ScopeSharedWithLeadership")) {
            index++;
        }
        return index;
    }

    /** "ScopeAmended reopens for every SO/AC": the present version is that of the last amendment, or of a later sharing of a later one. */
    private boolean isEndorsedByEach() {
        int version = 0;
        int since = 0;
        for (int index = firstSharing(); index < events.size(); index++) {
            Event event = events.get(index);
            int about = event.payload().path("scopeVersion").asInt();
            boolean amended = event.type().equals("ScopeAmended");
            if (amended || (event.type().equals("ScopeSharedWithLeadership") && about > version)) {
                version = about;
                since = index;
            }
        }
        Set<String> endorsed = new HashSet<>();
        for (Event event : events.subList(since, events.size())) {
            if (event.payload().path("scopeVersion").asInt() == version) {
                String group = event.payload().path("group").asText();
                switch (event.type()) {
                    case "ScopeEndorsed" -> endorsed.add(group);
                    case "ScopeConcernRaised" -> endorsed.remove(group);
                    default -> {}
                }
            }
        }
        Set<String> asked = new HashSet<>();
        events.stream()
                .filter(event -> event.type().equals("ScopeSharedWithLeadership"))
                .forEach(event -> event.payload().path("groups").forEach(group -> asked.add(group.asText())));
        return !asked.isEmpty() && endorsed.containsAll(asked);
    }

    private boolean isWindowOver() {
        Event opened = events.subList(firstSharing(), events.size()).stream()
                .filter(event ->
                        Set.of("ScopeSharedWithLeadership", "ScopeAmended").contains(event.type()))
                .reduce((_, next) -> next)
                .orElseThrow();
        JsonNode named = opened.payload().at("/endorseBy/date");
        LocalDate lastDay = named.isMissingNode() ? opened.day().plus(window) : LocalDate.parse(named.asText());
        return day.isAfter(lastDay);
    }
}
