package org.waymark.query.answer;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.waymark.query.ledger.Ledger;
import org.waymark.query.ledger.View;

/** The rows of all views by name. A view that says nothing of how its rows stand is shown as it is kept. */
public final class AllRows {

    private final Map<String, Rows<?>> byName = new TreeMap<>();

    AllRows(Ledger ledger, Collection<View<?>> views, Collection<Rows<?>> rows) {
        views.forEach(view -> byName.put(view.name(), Rows.of(ledger, view)));
        rows.forEach(some -> byName.put(some.name(), some));
    }

    public Optional<Rows<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Set<String> names() {
        return byName.keySet();
    }
}
