package org.waymark.query.answer;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.events.Malformed;
import org.waymark.query.image.Entry;
import org.waymark.query.image.Moment;

/** Tells what became known of a view's rows after a position: what changed since somebody last looked. */
@RestController
final class ChangesController {

    private final AllRows all;

    ChangesController(AllRows all) {
        this.all = all;
    }

    @GetMapping("/api/changes")
    @Reads
    Answer changes(Moment moment, Page page, @RequestParam String view, @RequestParam long since) {
        Rows<?> rows = all.named(view)
                .orElseThrow(() -> Malformed.because("view", view, "one of " + String.join(", ", all.names())));
        return changes(rows, moment, page, since);
    }

    private static <R> Answer changes(Rows<R> rows, Moment moment, Page page, long since) {
        if (since < 0 || since > moment.position()) {
            throw Malformed.because("since", since, "a position from 0 to " + moment.position());
        }
        List<Entry<R>> changed = rows.changed(moment, since);
        return Answer.list(moment, page, changed, entry -> rows.sent(entry, moment));
    }
}
