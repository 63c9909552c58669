package org.waymark.query.ledger;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** How far each view is known to have come, and who wants to know when it moves. */
public final class Positions {

    /** Is told of a view's new position, after the commit, by the thread that made it: MUST return at once. */
    @FunctionalInterface
    public interface Listener {
        void reached(String view, long position);
    }

    private final Map<String, Long> positions = new TreeMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    public void whenReached(Listener listener) {
        listeners.add(listener);
    }

    void reached(String view, long position) {
        synchronized (positions) {
            if (position <= positions.getOrDefault(view, -1L)) {
                return;
            }
            positions.put(view, position);
            positions.notifyAll();
        }
        listeners.forEach(listener -> listener.reached(view, position));
    }

    /** Waits until all the views have reached a position; tells whether they have. */
    public boolean await(Collection<String> views, long position, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (positions) {
            while (views.stream().anyMatch(view -> positions.getOrDefault(view, 0L) < position)) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                positions.wait(left);
            }
            return true;
        }
    }
}
