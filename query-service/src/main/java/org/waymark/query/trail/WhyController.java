package org.waymark.query.trail;

import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.events.Malformed;
import org.waymark.query.answer.Absent;
import org.waymark.query.answer.AllRows;
import org.waymark.query.answer.Answer;
import org.waymark.query.answer.Formula;
import org.waymark.query.answer.Page;
import org.waymark.query.answer.Reads;
import org.waymark.query.answer.Rows;
import org.waymark.query.image.Entry;
import org.waymark.query.image.Image;
import org.waymark.query.image.Known;
import org.waymark.query.image.Moment;

/** Answers why a value is as it is: by which events. */
@RestController
class WhyController {

    private static final int USUAL = 20;
    private static final String ROW = "/row";

    private final AllRows all;
    private final Image image;
    private final Trail trail;

    WhyController(AllRows all, Image image, Trail trail) {
        this.all = all;
        this.image = image;
        this.trail = trail;
    }

    /**
     * The events that set what lies under a pointer of an entry, the one that did it last first, 20 at most unless more are
     * asked for. For a value that is computed ({@code /standing/...}), how, in which unit and from what, and the events that
     * set that.
     */
    @GetMapping("/api/why/{view}/{*key}")
    @Reads(row = TrailRow.class)
    Answer why(
            Moment moment,
            Page page,
            @PathVariable String view,
            @PathVariable String key,
            @RequestParam String pointer,
            @RequestParam(required = false) Integer limit) {
        Rows<?> rows = all.named(view)
                .filter(named -> image.views().contains(named.name()))
                .orElseThrow(() -> Malformed.because("view", view, "one of " + String.join(", ", image.views())));
        Optional<Formula> formula = rows.formula(pointer);
        List<String> inputs = isOfRow(pointer)
                ? List.of(pointer)
                : formula.orElseThrow(() -> Malformed.because(
                                "pointer", pointer, "a JSON pointer into the entry, such as /row/stage"))
                        .inputs();
        String of = key.isEmpty() ? key : key.substring(1); // it begins with a slash
        for (String input : inputs) {
            boolean known = image.hasPlace(view, moment, of, input.substring(ROW.length()))
                    .orElseThrow(() -> new Absent(view + key, image.begin(view, moment, of)));
            if (!known) {
                throw Malformed.because(
                        "pointer", pointer, "a JSON pointer to a place in the entry, such as /row/stage");
            }
        }
        List<Known> facts = image.why(
                        view,
                        moment,
                        of,
                        inputs.stream()
                                .map(input -> input.substring(ROW.length()))
                                .toList())
                .orElseThrow(() -> new Absent(view + key, Optional.empty()));
        int from = page.after() == null ? 0 : after(facts, Page.position(page.after()));
        int to = Math.min(from + (limit == null ? USUAL : page.limit()), facts.size());
        List<Known> shown = facts.subList(from, to);
        image.fetch(shown);
        List<Entry<TrailRow>> entries = shown.stream().map(trail::entry).toList();
        Answer answer = Answer.at(moment).with("pointer", pointer).with("total", facts.size());
        formula.ifPresent(computed -> {
            answer.with("formula", computed.words()).with("computedFrom", computed.inputs());
            if (computed.unit() != null) {
                answer.with("unit", computed.unit());
            }
        });
        answer.rows(entries, entry -> trail.sent(entry, moment));
        return to < facts.size() ? answer.next(moment, page, entries.getLast().key()) : answer;
    }

    private static boolean isOfRow(String pointer) {
        return pointer.equals(ROW) || pointer.startsWith(ROW + "/");
    }

    private static int after(List<Known> facts, long position) {
        int index = 0;
        while (index < facts.size() && facts.get(index).position() != position) {
            index++;
        }
        return Math.min(index + 1, facts.size());
    }
}
