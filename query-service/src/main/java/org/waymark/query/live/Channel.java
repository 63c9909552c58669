package org.waymark.query.live;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All readers of one topic. Its methods run on the one live thread, so that a reader's snapshot and the frames after it
 * are in order; only {@link #moved} comes from outside.
 */
final class Channel {

    /** A reader of the topic: a session and the id it gave its subscription. */
    record Reader(LiveSession session, String subscription) {}

    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final Topic topic;
    private final LiveViews views;
    private final Outbox outbox;
    private final LiveThread live;
    private final Duration frameEvery;
    private final Set<Reader> readers = new LinkedHashSet<>();
    private LiveViews.@Nullable State snapshot;
    private long position;
    private long framedAt;
    private boolean due;

    Channel(Topic topic, LiveViews views, Outbox outbox, LiveThread live, Duration frameEvery) {
        this.topic = topic;
        this.views = views;
        this.outbox = outbox;
        this.live = live;
        this.frameEvery = frameEvery;
        this.framedAt = System.nanoTime() - frameEvery.toNanos();
    }

    Topic topic() {
        return topic;
    }

    boolean isEmpty() {
        return readers.isEmpty();
    }

    /**
     * Answers a new reader with what it missed if it says what it saw last, else with the state as it is, and adds it.
     *
     * @param epoch the log's identity as the reader knows it, or null
     * @param seen the last position the reader saw, negative if none
     */
    void add(Reader reader, @Nullable String epoch, long seen) {
        Optional<LiveViews.State> missed =
                epoch != null && seen >= 0 && epoch.equals(views.epoch()) ? views.since(topic, seen) : Optional.empty();
        if (missed.isPresent()) {
            LiveViews.State changes = missed.get();
            long reached = Math.max(seen, changes.position());
            startAt(reached);
            outbox.send(reader, topic, "missed", new LiveViews.State(reached, changes.previous(), changes.entries()));
        } else {
            LiveViews.State state = state();
            startAt(state.position());
            boolean first = epoch == null || seen < 0;
            outbox.send(
                    reader,
                    topic,
                    first ? "snapshot" : "reload",
                    first ? state : new LiveViews.State(state.position(), 0, List.of()));
        }
        readers.add(reader);
    }

    /** The first reader sets where the frames go on; later ones join where the frames are, and may see a change twice. */
    private void startAt(long reached) {
        if (readers.isEmpty()) {
            position = reached;
        }
    }

    /** Returns the rows at or after the last frame: frames that follow join on to it. */
    private LiveViews.State state() {
        LiveViews.State state = snapshot == null ? views.state(topic) : snapshot;
        snapshot = state;
        return state;
    }

    void remove(LiveSession session, @Nullable String subscription) {
        readers.removeIf(reader -> reader.session() == session
                && (subscription == null || reader.subscription().equals(subscription)));
        if (readers.isEmpty()) {
            snapshot = null;
        }
    }

    /** Rows of the topic's view were committed: the first change leaves at once, further ones are joined for a while. */
    void moved() {
        if (!due && !readers.isEmpty()) {
            due = true;
            long wait = framedAt + frameEvery.toNanos() - System.nanoTime();
            live.after(Duration.ofNanos(Math.max(0, wait)), this::frame);
        }
    }

    /** A frame that can't be made is made again after a while: no reader is left without what was recorded. */
    private void frame() {
        due = false;
        try {
            send();
        } catch (RuntimeException failed) {
            due = true;
            live.after(TRY_AGAIN, this::frame);
            throw failed;
        }
    }

    private void send() {
        if (readers.isEmpty()) {
            return;
        }
        snapshot = null;
        Optional<LiveViews.State> changes = views.since(topic, position);
        if (changes.isEmpty()) { // the view was made anew from another log: everybody starts again
            position = state().position();
            outbox.send(readers, topic, "reload", new LiveViews.State(position, 0, List.of()));
        } else if (!changes.get().entries().isEmpty()) {
            framedAt = System.nanoTime();
            position = changes.get().position();
            outbox.send(readers, topic, "frame", changes.get());
        }
    }
}
