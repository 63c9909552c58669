package org.waymark.query.reviews;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.events.review.ReviewKind;
import org.waymark.query.answer.Absent;
import org.waymark.query.answer.Answer;
import org.waymark.query.answer.Page;
import org.waymark.query.answer.Reads;
import org.waymark.query.answer.Rows;
import org.waymark.query.image.Entry;
import org.waymark.query.image.Image;
import org.waymark.query.image.Moment;
import org.waymark.query.image.View;

/** Answers what is asked of reviews. */
@RestController
class ReviewsController {

    private final Image image;
    private final View<?, ReviewsRow> view;
    private final Rows<ReviewsRow> rows;

    ReviewsController(Image image, View<?, ReviewsRow> view, Rows<ReviewsRow> rows) {
        this.image = image;
        this.view = view;
        this.rows = rows;
    }

    /** All reviews by id; of one kind if it is given. */
    @GetMapping("/api/reviews")
    @Reads(row = ReviewsRow.class, standing = ReviewStanding.class)
    Answer all(Moment moment, Page page, @RequestParam(required = false) @Nullable ReviewKind kind) {
        List<Entry<ReviewsRow>> entries = rows.all(moment).stream()
                .filter(entry -> kind == null || entry.row().kind() == kind)
                .toList();
        return Answer.list(moment, page, entries, entry -> rows.sent(entry, moment));
    }

    @GetMapping("/api/reviews/{review}")
    @Reads(row = ReviewsRow.class, standing = ReviewStanding.class)
    Answer one(Moment moment, @PathVariable String review) {
        Entry<ReviewsRow> entry = image.one(view, moment, review)
                .orElseThrow(() -> new Absent("review " + review, image.begin(view, moment, review)));
        return Answer.one(moment, entry, found -> rows.sent(found, moment));
    }
}
