package org.waymark.query.recommendations;

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
import org.waymark.query.ledger.Entry;
import org.waymark.query.ledger.Ledger;
import org.waymark.query.ledger.Moment;
import org.waymark.query.ledger.View;

/** Answers what is asked of recommendations. */
@RestController
class RecommendationsController {

    private final Ledger ledger;
    private final View<RecommendationsRow> view;
    private final Rows<RecommendationsRow> rows;

    RecommendationsController(Ledger ledger, View<RecommendationsRow> view, Rows<RecommendationsRow> rows) {
        this.ledger = ledger;
        this.view = view;
        this.rows = rows;
    }

    /** All recommendations, of one review if it is given, in the order of their numbers: 2 comes before 10. */
    @GetMapping("/api/recommendations")
    @Reads(value = "recommendations", row = RecommendationsRow.class, standing = RecommendationStanding.class)
    Answer all(Moment moment, Page page, @RequestParam(required = false) @Nullable String review) {
        List<Entry<RecommendationsRow>> found =
                review == null ? rows.all(moment) : ledger.under(view, moment, review + "/");
        List<Entry<RecommendationsRow>> entries = found.stream()
                .sorted(Comparator.comparing(Entry::key, NumberOrder.BY_NUMBERS))
                .toList();
        return Answer.list(moment, page, entries, entry -> rows.standing(entry, moment));
    }

    @GetMapping("/api/recommendations/{review}/{number}")
    @Reads(value = "recommendations", row = RecommendationsRow.class, standing = RecommendationStanding.class)
    Answer one(Moment moment, @PathVariable String review, @PathVariable String number) {
        String key = review + "/" + number;
        Entry<RecommendationsRow> entry = ledger.one(view, moment, key)
                .orElseThrow(() -> new Absent("recommendation " + key, ledger.firstDay(view, moment, key)));
        return Answer.one(moment, entry, found -> rows.standing(found, moment));
    }
}
