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
import org.waymark.query.image.Entry;
import org.waymark.query.image.Image;
import org.waymark.query.image.Moment;
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
}
