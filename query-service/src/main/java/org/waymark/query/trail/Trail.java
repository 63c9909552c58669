package org.waymark.query.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.waymark.events.PersonId;
import org.waymark.events.Recorded;
import org.waymark.events.store.EventJson;
import org.waymark.query.answer.Answer;
import org.waymark.query.answer.Page;
import org.waymark.query.answer.Rows;
import org.waymark.query.image.Entry;
import org.waymark.query.image.Image;
import org.waymark.query.image.Known;
import org.waymark.query.image.Moment;

/** Every recorded event, in the order of the log: the log itself, read by its index. Corrections and what they correct are both there. */
@Component
public class Trail implements Rows<TrailRow> {

    private static final int NEWEST = 50;
    private static final int READ_AT_ONCE = 100;

    private final Image image;

    Trail(Image image) {
        this.image = image;
    }

    @Override
    public String name() {
        return "trail";
    }

    @Override
    public List<Entry<TrailRow>> all(Moment moment) {
        return newest(moment, Long.MAX_VALUE, NEWEST, _ -> true, _ -> true);
    }

    @Override
    public List<Entry<TrailRow>> changed(Moment moment, long since) {
        List<Known> facts = image.facts(moment.knownAt());
        List<Known> later = facts.subList((int) Math.min(since, facts.size()), facts.size());
        image.fetch(later);
        return later.stream().map(this::entry).toList();
    }

    @Override
    public long lastChange(String prefix, long atMost) {
        return Math.min(atMost, image.position());
    }

    /** Returns the facts that count on the day of the moment, and are known then, newest first. */
    List<Known> facts(Moment moment) {
        return image.facts(moment.knownAt()).reversed().stream()
                .filter(fact -> counts(fact, moment))
                .toList();
    }

    private static boolean counts(Known fact, Moment moment) {
        return !fact.effectiveOn().isAfter(moment.asOf());
    }

    /**
     * Answers with the newest events that are wanted, at most a page of them.
     *
     * @param goesOn tells, from the newest on, up to which fact to look at all
     * @param placed tells by its place whether a fact is wanted
     * @param wanted tells by its event whether it is
     */
    public Answer newest(
            Moment moment, Page page, Predicate<Recorded> goesOn, Predicate<Known> placed, Predicate<Recorded> wanted) {
        long before = page.after() == null ? Long.MAX_VALUE : Page.position(page.after());
        List<Entry<TrailRow>> found = newest(moment, before, page.limit() + 1, placed, goesOn, wanted);
        boolean more = found.size() > page.limit();
        List<Entry<TrailRow>> shown = more ? found.subList(0, page.limit()) : found;
        Answer answer = Answer.at(moment).rows(shown, entry -> sent(entry, moment));
        return more ? answer.next(moment, page, shown.getLast().key()) : answer;
    }

    private List<Entry<TrailRow>> newest(
            Moment moment, long before, int limit, Predicate<Known> placed, Predicate<Recorded> wanted) {
        return newest(moment, before, limit, placed, _ -> true, wanted);
    }

    private List<Entry<TrailRow>> newest(
            Moment moment,
            long before,
            int limit,
            Predicate<Known> placed,
            Predicate<Recorded> goesOn,
            Predicate<Recorded> wanted) {
        List<Known> facts = image.facts(Math.min(moment.knownAt(), before - 1));
        List<Entry<TrailRow>> found = new ArrayList<>();
        int next = facts.size();
        while (next > 0 && found.size() < limit) {
            List<Known> some = new ArrayList<>();
            while (next > 0 && some.size() < READ_AT_ONCE) {
                Known fact = facts.get(--next);
                if (counts(fact, moment) && placed.test(fact)) {
                    some.add(fact);
                }
            }
            image.fetch(some);
            for (Known fact : some) {
                Recorded event = image.event(fact);
                if (!goesOn.test(event)) {
                    return found;
                }
                if (found.size() < limit && wanted.test(event)) {
                    found.add(entry(fact));
                }
            }
        }
        return found;
    }

    /** Returns the entry of a fact. */
    Entry<TrailRow> entry(Known fact) {
        return Entry.computed(Long.toString(fact.position()), row(image.event(fact)), fact.position());
    }

    /** Returns an event as it stands in the trail. */
    public static TrailRow row(Recorded recorded) {
        PersonId person = recorded.recorder().person();
        return new TrailRow(
                recorded.position(),
                recorded.eventId(),
                recorded.stream(),
                review(recorded.stream()),
                recorded.version(),
                recorded.type(),
                recorded.recordedAt(),
                person == null ? null : person.value(),
                recorded.recorder().actingFor(),
                recorded.recorder().authenticated(),
                recorded.recorder().pack(),
                recorded.event().on().corrects(),
                EventJson.mapper().valueToTree(recorded.event()));
    }

    /** Returns the review that a stream belongs to: the id after its kind, up to the next slash. */
    static String review(String stream) {
        String id = stream.substring(stream.indexOf('/') + 1);
        int end = id.indexOf('/');
        return end < 0 ? id : id.substring(0, end);
    }
}
