package org.waymark.query.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.query.ledger.Entry;
import org.waymark.query.ledger.Ledger;
import org.waymark.query.ledger.Moment;
import org.waymark.query.ledger.View;

/** The rows of one view of the ledger. */
record ViewRows<R>(Ledger ledger, View<R> view, Standing<R> standing) implements Rows<R> {

    private static final int NEWEST = 50;

    @Override
    public String name() {
        return view.name();
    }

    @Override
    public List<String> views() {
        return List.of(view.name());
    }

    @Override
    public List<Entry<R>> all(Moment moment) {
        return view.correctionsReplace()
                ? ledger.all(view, moment)
                : ledger.newest(view, moment, Long.MAX_VALUE, NEWEST);
    }

    @Override
    public List<Entry<R>> changed(Moment moment, long since) {
        return ledger.changed(view, moment, since);
    }

    @Override
    public long lastChange(String prefix, long atMost) {
        return ledger.lastChange(view, prefix, atMost);
    }

    @Override
    public @Nullable Object standing(Entry<R> entry, Moment moment) {
        return standing.of(entry, moment);
    }
}
