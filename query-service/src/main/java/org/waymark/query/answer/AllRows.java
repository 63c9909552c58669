package org.waymark.query.answer;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The rows of all views by name. */
public final class AllRows {

    private final Map<String, Rows<?>> byName = new TreeMap<>();

    AllRows(Collection<Rows<?>> rows) {
        rows.forEach(some -> byName.put(some.name(), some));
    }

    public Optional<Rows<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Set<String> names() {
        return byName.keySet();
    }
}
