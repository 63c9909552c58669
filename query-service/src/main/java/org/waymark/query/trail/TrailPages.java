package org.waymark.query.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.waymark.query.answer.Answer;
import org.waymark.query.answer.Page;
import org.waymark.query.ledger.Entry;
import org.waymark.query.ledger.Ledger;
import org.waymark.query.ledger.Moment;
import org.waymark.query.ledger.View;

/** Reads the trail backwards, page by page, leaving out what is not asked for. */
@Component
public class TrailPages {

    private static final int READ_AT_ONCE = 500;

    private final Ledger ledger;
    private final View<TrailRow> view;

    TrailPages(Ledger ledger, View<TrailRow> view) {
        this.ledger = ledger;
        this.view = view;
    }

    /**
     * Answers with the newest events that are wanted, at most a page of them.
     *
     * @param goesOn tells, from the newest on, up to which event to look at all
     */
    public Answer newest(
            Moment moment, Page page, Predicate<Entry<TrailRow>> goesOn, Predicate<Entry<TrailRow>> wanted) {
        long before = page.after() == null ? Long.MAX_VALUE : Long.parseLong(page.after());
        List<Entry<TrailRow>> found = new ArrayList<>();
        List<Entry<TrailRow>> read;
        boolean ended = false;
        do {
            read = ledger.newest(view, moment, before, READ_AT_ONCE);
            for (Entry<TrailRow> entry : read) {
                ended = ended || !goesOn.test(entry);
                if (!ended && wanted.test(entry)) {
                    found.add(entry);
                }
                before = Long.parseLong(entry.key());
            }
        } while (found.size() <= page.limit() && read.size() == READ_AT_ONCE && !ended);
        boolean more = found.size() > page.limit();
        List<Entry<TrailRow>> shown = more ? found.subList(0, page.limit()) : found;
        Answer answer = Answer.at(moment).rows(shown, _ -> null);
        return more ? answer.next(moment, shown.getLast().key()) : answer;
    }
}
