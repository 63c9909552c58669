package org.waymark.query.recommendations;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.query.answer.Absent;
import org.waymark.query.answer.Answer;
import org.waymark.query.answer.Page;
import org.waymark.query.answer.Reads;
import org.waymark.query.answer.Rows;
import org.waymark.query.image.Entry;
import org.waymark.query.image.Image;
import org.waymark.query.image.Listed;
import org.waymark.query.image.Moment;
import org.waymark.query.image.Possible;
import org.waymark.query.image.View;

/** Answers what is asked of recommendations. */
@RestController
class RecommendationsController {

    private final Image image;
    private final View<?, RecommendationsRow> view;
    private final Rows<RecommendationsRow> rows;

    RecommendationsController(Image image, View<?, RecommendationsRow> view, Rows<RecommendationsRow> rows) {
        this.image = image;
        this.view = view;
        this.rows = rows;
    }

    /** All recommendations, of one review if it is given, in the order of their numbers: 2 comes before 10. */
    @GetMapping("/api/recommendations")
    @Reads(row = RecommendationsRow.class, standing = RecommendationStanding.class)
    Answer all(Moment moment, Page page, @RequestParam(required = false) @Nullable String review) {
        List<Entry<RecommendationsRow>> found =
                review == null ? rows.all(moment) : image.under(view, moment, review + "/");
        List<Entry<RecommendationsRow>> entries = found.stream()
                .sorted(Comparator.comparing(Entry::key, NumberOrder.BY_NUMBERS))
                .toList();
        return Answer.list(moment, page, entries, entry -> rows.sent(entry, moment));
    }

    @GetMapping("/api/recommendations/{review}/{number}")
    @Reads(row = RecommendationsRow.class, standing = RecommendationStanding.class)
    Answer one(Moment moment, @PathVariable String review, @PathVariable String number) {
        String key = review + "/" + number;
        Entry<RecommendationsRow> entry = image.one(view, moment, key)
                .orElseThrow(() -> new Absent("recommendation " + key, image.begin(view, moment, key)));
        return Answer.one(moment, entry, found -> rows.sent(found, moment));
    }

    /** What ICANN org reported on a recommendation, the newest first, with what it may have reported by the day. */
    @GetMapping("/api/recommendations/{review}/{number}/reports")
    @Reads(row = RecommendationsRow.Status.class)
    Answer reports(Moment moment, Page page, @PathVariable String review, @PathVariable String number) {
        String key = review + "/" + number;
        List<Listed> reports = image.list(view, moment, key, Recommendations.REPORTS)
                .orElseThrow(() -> new Absent("recommendation " + key, image.begin(view, moment, key)));
        return Answer.facts(moment, page, reports.reversed(), this::reports, entry -> Answer.entry(entry, _ -> null));
    }

    private List<Entry<RecommendationsRow.Status>> reports(List<Listed> shown) {
        image.fetch(shown.stream().map(Listed::fact).toList());
        return shown.stream().map(this::report).toList();
    }

    private Entry<RecommendationsRow.Status> report(Listed listed) {
        long position = listed.fact().position();
        RecommendationsRow.Status status = Recommendations.status(image.event(listed.fact()));
        List<Possible> open = listed.certain()
                ? List.of()
                : List.of(new Possible("/row", Arrays.asList(null, status), List.of(position)));
        return Entry.computed(Long.toString(position), status, open, position);
    }
}
