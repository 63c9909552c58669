package org.waymark.query.trail;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.events.Recorded;
import org.waymark.events.store.EventJson;
import org.waymark.query.answer.Answer;
import org.waymark.query.answer.Page;
import org.waymark.query.answer.Reads;
import org.waymark.query.image.Entry;
import org.waymark.query.image.Known;
import org.waymark.query.image.Moment;

/** Answers what is asked of the history: the newest events first. */
@RestController
class TrailController {

    private final Trail trail;

    TrailController(Trail trail) {
        this.trail = trail;
    }

    /**
     * Which events are asked for; what is absent does not matter.
     *
     * @param position one event alone
     * @param review of this review and its recommendations
     * @param stream of this stream alone
     * @param type the event's name
     * @param actingFor recorded in this capacity
     * @param text found anywhere in what was recorded, whatever the case
     */
    record Filter(
            @Nullable Long position,
            @Nullable String review,
            @Nullable String stream,
            @Nullable String type,
            @Nullable String actingFor,
            @Nullable String text) {

        boolean isEmpty() {
            return review == null && stream == null && type == null && actingFor == null && text == null;
        }

        /** Tells by its place whether a fact is asked for. */
        boolean placed(Known fact) {
            return (review == null || review.equals(Trail.review(fact.streamName())))
                    && (stream == null || stream.equals(fact.streamName()));
        }

        /** Tells by its event whether it is. */
        boolean wants(Recorded event) {
            return (type == null || type.equals(event.type()))
                    && (actingFor == null || actingFor.equals(event.recorder().actingFor()))
                    && (text == null
                            || holds(EventJson.mapper().valueToTree(Trail.row(event)), text.toLowerCase(Locale.ROOT)));
        }

        private static boolean holds(JsonNode json, String words) {
            return json.isTextual()
                    ? json.textValue().toLowerCase(Locale.ROOT).contains(words)
                    : json.valueStream().anyMatch(value -> holds(value, words));
        }
    }

    @GetMapping("/api/trail")
    @Reads(row = TrailRow.class)
    Answer all(Moment moment, Page page, @ModelAttribute Filter filter) {
        if (filter.position() != null) {
            List<Entry<TrailRow>> one = trail.facts(moment).stream()
                    .filter(fact -> fact.position() == filter.position())
                    .map(trail::entry)
                    .toList();
            return Answer.list(moment, page, one, entry -> trail.sent(entry, moment));
        }
        Answer answer = trail.newest(moment, page, _ -> true, filter::placed, filter::wants);
        return filter.isEmpty() ? answer.with("total", trail.facts(moment).size()) : answer;
    }

    /** How many events there are week by week, by the day on which they count; weeks begin on Monday and are left out empty. */
    @GetMapping("/api/trail/density")
    @Reads
    Answer density(
            Moment moment,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        Map<LocalDate, Long> weeks = new TreeMap<>();
        trail.facts(moment).stream()
                .map(Known::effectiveOn)
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .forEach(day ->
                        weeks.merge(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), 1L, Long::sum));
        return Answer.at(moment)
                .with(
                        "weeks",
                        weeks.entrySet().stream()
                                .map(week -> new Week(week.getKey(), week.getValue()))
                                .toList());
    }

    /** The events of one week. */
    record Week(LocalDate week, long events) {}
}
