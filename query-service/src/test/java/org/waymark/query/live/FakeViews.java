package org.waymark.query.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Views kept in memory: a list of changes, from which every answer is made as the image makes it. */
final class FakeViews implements LiveViews {

    private record Change(String view, long position, String key, String row) {}

    private final List<Change> changes = new ArrayList<>();
    private final List<LongConsumer> listeners = new ArrayList<>();
    private String epoch = "epoch-1";
    private boolean fails;

    synchronized void change(String view, long position, String key, String row) {
        changes.add(new Change(view, position, key, row));
        listeners.forEach(listener -> listener.accept(position));
    }

    synchronized void startAnew(String epoch) {
        this.epoch = epoch;
        changes.clear();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public synchronized String epoch() {
        return epoch;
    }

    @Override
    public synchronized State state(Topic topic) {
        return made(topic, 0, 0);
    }

    /** Lets the next question for what changed fail. */
    synchronized void failOnce() {
        fails = true;
    }

    @Override
    public synchronized Optional<State> since(Topic topic, long position) {
        if (fails) {
            fails = false;
            throw new IllegalStateException("The image can't be asked");
        }
        long last = changes.isEmpty() ? 0 : changes.getLast().position();
        if (position > last) {
            return Optional.empty();
        }
        long previous = of(topic).stream()
                .mapToLong(Change::position)
                .filter(at -> at <= position)
                .max()
                .orElse(0);
        return Optional.of(made(topic, position, previous));
    }

    private State made(Topic topic, long after, long previous) {
        Map<String, String> rows = new LinkedHashMap<>();
        long position = after;
        for (Change change : of(topic)) {
            if (change.position() > after) {
                rows.put(change.key(), "{\"key\":\"%s\",\"row\":%s}".formatted(change.key(), change.row()));
                position = change.position();
            }
        }
        return new State(position, previous, List.copyOf(rows.values()));
    }

    private List<Change> of(Topic topic) {
        return changes.stream()
                .filter(change ->
                        change.view().equals(topic.view()) && change.key().startsWith(topic.keyPrefix()))
                .toList();
    }

    @Override
    public synchronized void whenMoved(LongConsumer listener) {
        listeners.add(listener);
    }
}
