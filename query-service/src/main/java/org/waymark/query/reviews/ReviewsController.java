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
import org.waymark.query.ledger.Entry;
import org.waymark.query.ledger.Ledger;
import org.waymark.query.ledger.Moment;
import org.waymark.query.ledger.View;

/** Answers what is asked of reviews. */
@RestController
class ReviewsController {

    private final Ledger ledger;
    private final View<ReviewsRow> view;
    private final Rows<ReviewsRow> rows;

    ReviewsController(Ledger ledger, View<ReviewsRow> view, Rows<ReviewsRow> rows) {
        this.ledger = ledger;
        this.view = view;
        this.rows = rows;
    }

    /** All reviews by id; of one kind if it is given. */
    @GetMapping("/api/reviews")
    @Reads(value = "reviews", row = ReviewsRow.class, standing = ReviewStanding.class)
    Answer all(Moment moment, Page page, @RequestParam(required = false) @Nullable ReviewKind kind) {
        List<Entry<ReviewsRow>> entries = rows.all(moment).stream()
                .filter(entry -> kind == null || entry.row().kind() == kind)
                .toList();
        return Answer.list(moment, page, entries, entry -> rows.standing(entry, moment));
    }

    @GetMapping("/api/reviews/{review}")
    @Reads(value = "reviews", row = ReviewsRow.class, standing = ReviewStanding.class)
    Answer one(Moment moment, @PathVariable String review) {
        Entry<ReviewsRow> entry = ledger.one(view, moment, review)
                .orElseThrow(() -> new Absent("review " + review, ledger.firstDay(view, moment, review)));
        return Answer.one(moment, entry, found -> rows.standing(found, moment));
    }
}
