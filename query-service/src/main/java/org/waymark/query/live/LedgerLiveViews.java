package org.waymark.query.live;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.waymark.events.store.EventLog;
import org.waymark.query.answer.AllRows;
import org.waymark.query.answer.Moments;
import org.waymark.query.answer.Rows;
import org.waymark.query.ledger.Entry;
import org.waymark.query.ledger.Moment;
import org.waymark.query.ledger.Positions;

/** The views as the ledger has them: what is pushed is what a page gets, as of today and with all that is known. */
public final class LedgerLiveViews implements LiveViews {

    /** A reader that missed more than this reads the page anew. */
    private static final int MOST_MISSED = 500;

    /** Nor is it looked for what changed in more events than this. */
    private static final int FARTHEST = 5_000;

    private final AllRows all;
    private final Moments moments;
    private final Positions positions;
    private final EventLog log;

    public LedgerLiveViews(AllRows all, Moments moments, Positions positions, EventLog log) {
        this.all = all;
        this.moments = moments;
        this.positions = positions;
        this.log = log;
    }

    @Override
    public String epoch() {
        return log.epoch();
    }

    @Override
    public State state(Topic topic) {
        return state(topic, rows(topic));
    }

    private <R> State state(Topic topic, Rows<R> rows) {
        Moment now = moments.now(rows.views());
        List<String> entries = rows.all(now).stream()
                .filter(entry -> entry.key().startsWith(topic.keyPrefix()))
                .map(entry -> rows.json(entry, now))
                .toList();
        return new State(now.position(), rows.lastChange(topic.keyPrefix(), now.position()), entries);
    }

    @Override
    public Optional<State> since(Topic topic, long position) {
        return since(topic, rows(topic), position);
    }

    private <R> Optional<State> since(Topic topic, Rows<R> rows, long position) {
        Moment now = moments.now(rows.views());
        if (position > now.position() || position < now.position() - FARTHEST) {
            return Optional.empty();
        }
        List<Entry<R>> changed = rows.changed(now, position).stream()
                .filter(entry -> entry.key().startsWith(topic.keyPrefix()))
                .toList();
        if (changed.size() > MOST_MISSED) {
            return Optional.empty();
        }
        long last = changed.stream().mapToLong(Entry::changedAt).max().orElse(position);
        List<String> entries =
                changed.stream().map(entry -> rows.json(entry, now)).toList();
        return Optional.of(new State(last, rows.lastChange(topic.keyPrefix(), position), entries));
    }

    private Rows<?> rows(Topic topic) {
        return all.named(topic.view()).orElseThrow(() -> new IllegalStateException("No view " + topic.view()));
    }

    @Override
    public void whenMoved(Consumer<String> listener) {
        positions.whenReached((view, _) -> all.names().stream()
                .filter(name -> all.named(name).orElseThrow().views().contains(view))
                .forEach(listener));
    }
}
