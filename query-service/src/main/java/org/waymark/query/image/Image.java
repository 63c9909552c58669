package org.waymark.query.image;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import org.waymark.events.Group;
import org.waymark.events.Recorded;
import org.waymark.events.store.EventLog;

/**
 * What the log tells, in memory: the facts of every row of every view, folded on reading at any day and as of any position.
 * No version of a row is kept; what was true on a day, as known at a position, is what the facts say.
 *
 * <p>One writer takes the events in the order of the log; then their position is published, for all views together. Readers
 * take no locks.
 */
public final class Image {

    /** The share of the heap that events at hand may take. */
    private static final double EVENTS_OF_HEAP = 0.2;

    private static final int MOST_STOPPED = 20;

    private final Collection<View<?, ?>> views;
    private final EventLog log;
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private volatile Content content;

    /** Everything that is of one log; another log begins another. */
    private static final class Content {
        private final String epoch;
        private final Events events;
        private final Map<String, ViewImage<?, ?>> views = new LinkedHashMap<>();
        private final Map<String, StreamFacts> streams = new HashMap<>();
        private final Map<LocalDate, LocalDate> days = new HashMap<>();
        private volatile Grown<Known> facts = Grown.empty();
        private volatile Grown<Known> unreadable = Grown.empty();
        private volatile long position;

        Content(EventLog log, Collection<View<?, ?>> views) {
            this.epoch = log.epoch();
            this.events = new Events(log, (long) (Runtime.getRuntime().maxMemory() * EVENTS_OF_HEAP));
            views.forEach(view -> this.views.put(view.name(), new ViewImage<>(view, events)));
        }

        void take(Recorded event) {
            if (event.position() != facts.size() + 1) {
                throw new IllegalStateException(
                        "The image is at %d; the event at %d can't follow".formatted(facts.size(), event.position()));
            }
            Known fact = streams.computeIfAbsent(event.stream(), name -> new StreamFacts(name, events, days))
                    .take(event);
            Set<Known> related = fact.stream().touched(fact);
            views.values().forEach(view -> view.take(fact, related));
            if (fact.isUnreadable()) {
                unreadable = unreadable.plus(fact);
            }
            facts = facts.plus(fact);
            events.hold(fact, event);
        }
    }

    public Image(Collection<View<?, ?>> views, EventLog log) {
        this.views = List.copyOf(views);
        this.log = log;
        this.content = new Content(log, this.views);
    }

    // ---- the one writer

    /** Takes the next events of the log and publishes the position of the last. */
    void take(List<Recorded> next) {
        if (next.isEmpty()) {
            return;
        }
        next.forEach(content::take);
        synchronized (this) {
            content.position = next.getLast().position();
            notifyAll();
        }
        listeners.forEach(listener -> listener.accept(next.getLast().position()));
    }

    /** Begins anew, from another log or the same. */
    void begin() {
        content = new Content(log, views);
    }

    // ---- readers

    /** Returns how far the image has come, 0 before the first event. */
    public long position() {
        return content.position;
    }

    /** Returns the identity of the log that it is made of. */
    public String epoch() {
        return content.epoch;
    }

    /** Returns the names of the views. */
    public Collection<String> views() {
        return content.views.keySet();
    }

    /** Waits until a position is reached; tells whether it is. */
    public synchronized boolean await(long position, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (content.position < position) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Calls a listener with each position reached; it MUST return at once. */
    public void whenMoved(LongConsumer listener) {
        listeners.add(listener);
    }

    /** Returns one row; empty if there is none at that moment. */
    public <R> Optional<Entry<R>> one(View<?, R> view, Moment moment, String key) {
        return of(view).one(moment, key);
    }

    /**
     * Returns the facts of one list of a row, {@link View#list}, in the order of their effect; nothing if there is no such row
     * at the moment.
     */
    public Optional<List<Listed>> list(View<?, ?> view, Moment moment, String key, byte list) {
        return of(view).list(moment, key, list);
    }

    /** Returns all rows of a moment, ordered by key. */
    public <R> List<Entry<R>> all(View<?, R> view, Moment moment) {
        return of(view).all(moment, "");
    }

    /** Returns the rows whose key starts so, ordered by key. */
    public <R> List<Entry<R>> under(View<?, R> view, Moment moment, String prefix) {
        return of(view).all(moment, prefix);
    }

    /**
     * Returns all rows of a moment, ordered by key, as far as they bring something to bodies: what {@link View#bearing} says
     * to bear on nothing of that may be missing in them.
     */
    public <R> List<Entry<R>> ofBodies(View<?, R> view, Moment moment) {
        return of(view).ofBodies(moment);
    }

    /** Returns those of them of which some event names one of the bodies. */
    public <R> List<Entry<R>> ofBodies(View<?, R> view, Moment moment, Collection<Group> named) {
        return of(view).ofBodies(moment, named);
    }

    /**
     * Returns each row of which something was recorded after a position, as it is at the moment, in the order in which the
     * last of it became known; one that does not exist then is among them.
     */
    public <R> List<Entry<R>> recordedSince(View<?, R> view, Moment moment, long position) {
        ViewImage<?, R> rows = of(view);
        return rows.touched(position, moment.knownAt()).entrySet().stream()
                .map(key -> rows.one(moment, key.getKey()).orElseGet(() -> Entry.gone(key.getKey(), key.getValue())))
                .toList();
    }

    /**
     * Returns the facts that set what lies under some JSON pointers of a row at a moment, those that did it last first;
     * nothing if there is no such row.
     */
    public Optional<List<Known>> why(String view, Moment moment, String key, List<String> pointers) {
        return Optional.ofNullable(content.views.get(view)).flatMap(rows -> rows.setting(moment, key, pointers));
    }

    /** Tells whether a JSON pointer leads to a place that a row has or may have; nothing if there is no such row at the moment. */
    public Optional<Boolean> hasPlace(String view, Moment moment, String key, String pointer) {
        return Optional.ofNullable(content.views.get(view)).flatMap(rows -> rows.hasPlace(moment, key, pointer));
    }

    /** Returns since when a row of a view exists, as known at the moment; empty if it never does. */
    public Optional<Begin> begin(String view, Moment moment, String key) {
        ViewImage<?, ?> rows = content.views.get(view);
        return Optional.ofNullable(rows == null ? null : rows.begin(moment, key));
    }

    /** Returns since when a row exists, as known at the moment; empty if it never does. */
    public Optional<Begin> begin(View<?, ?> view, Moment moment, String key) {
        return Optional.ofNullable(of(view).begin(moment, key));
    }

    /**
     * Returns the last position, at most the given one, at which something was recorded of rows whose key starts so; 0 if
     * nothing was.
     */
    public long lastChange(View<?, ?> view, String prefix, long atMost) {
        return of(view).lastChange(prefix, atMost);
    }

    /** Returns the facts known at a position, in the order of their positions, retracted and corrected ones included. */
    public List<Known> facts(long knownAt) {
        return content.facts.first((int) Math.min(knownAt, content.position));
    }

    /** Returns the day on which an event was recorded (UTC); empty if there is none at the position. */
    public Optional<LocalDate> recordedOn(long position) {
        return position < 1 || position > content.position
                ? Optional.empty()
                : Optional.of(content.facts.get((int) position - 1).recordedOn());
    }

    /** Returns how many of the events known at a position this release can't read. */
    public long unreadable(long knownAt) {
        return content.unreadable.stream()
                .filter(fact -> fact.position() <= knownAt)
                .count();
    }

    /** Returns the event of a fact. */
    public Recorded event(Known fact) {
        return content.events.of(fact);
    }

    /** Sees to it that the events of facts are at hand. */
    public void fetch(Collection<Known> facts) {
        content.events.fetch(facts);
    }

    /** A row that can't be folded any farther than before an event. */
    public record Stopped(String view, String key, long position) {}

    /** Returns rows that can't be folded to their end, at most {@value #MOST_STOPPED}. */
    public List<Stopped> stopped() {
        return content.views.values().stream()
                .flatMap(ViewImage::stopped)
                .limit(MOST_STOPPED)
                .toList();
    }

    /** Returns how many of the events are at hand. */
    public int eventsAtHand() {
        return content.events.held();
    }

    /** Lets go of all that is only remembered; no answer changes. */
    public void forget() {
        content.events.forget();
        content.views.values().forEach(ViewImage::forget);
    }

    @SuppressWarnings("unchecked")
    private <R> ViewImage<?, R> of(View<?, R> view) {
        ViewImage<?, ?> found = content.views.get(view.name());
        if (found == null) {
            throw new IllegalArgumentException("There is no view " + view.name());
        }
        return (ViewImage<?, R>) found;
    }
}
