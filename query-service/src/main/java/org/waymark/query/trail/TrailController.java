package org.waymark.query.trail;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.query.answer.Answer;
import org.waymark.query.answer.Page;
import org.waymark.query.answer.Reads;
import org.waymark.query.ledger.Entry;
import org.waymark.query.ledger.Ledger;
import org.waymark.query.ledger.Moment;
import org.waymark.query.ledger.View;

/** Answers what is asked of the history: the newest events first. */
@RestController
class TrailController {

    private final Ledger ledger;
    private final View<TrailRow> view;
    private final TrailPages pages;

    TrailController(Ledger ledger, View<TrailRow> view, TrailPages pages) {
        this.ledger = ledger;
        this.view = view;
        this.pages = pages;
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

        boolean wants(Entry<TrailRow> entry) {
            if (text != null && !entry.json().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))) {
                return false;
            }
            return (review == null && stream == null && type == null && actingFor == null) || wants(entry.row());
        }

        private boolean wants(TrailRow row) {
            return (review == null || review.equals(row.review()))
                    && (stream == null || stream.equals(row.stream()))
                    && (type == null || type.equals(row.type()))
                    && (actingFor == null || Objects.equals(actingFor, row.actingFor()));
        }
    }

    @GetMapping("/api/trail")
    @Reads(value = "trail", row = TrailRow.class)
    Answer all(Moment moment, Page page, @ModelAttribute Filter filter) {
        if (filter.position() != null) {
            List<Entry<TrailRow>> one = ledger
                    .one(view, moment, filter.position().toString())
                    .stream()
                    .toList();
            return Answer.list(moment, page, one, _ -> null);
        }
        Answer answer = pages.newest(moment, page, _ -> true, filter::wants);
        return filter.isEmpty() ? answer.with("total", ledger.count(view, moment)) : answer;
    }

    /** How many events there are week by week, by the day on which they count; weeks begin on Monday and are left out empty. */
    @GetMapping("/api/trail/density")
    @Reads("trail")
    Answer density(
            Moment moment,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        Map<LocalDate, Long> weeks = new TreeMap<>();
        ledger.perDay(view, moment, from, to)
                .forEach((day, events) ->
                        weeks.merge(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), events, Long::sum));
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
