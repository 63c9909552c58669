package org.waymark.query.live;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.waymark.query.answer.AllRows;
import org.waymark.query.answer.Moments;
import org.waymark.query.answer.Rows;
import org.waymark.query.image.Entry;
import org.waymark.query.image.Feed;
import org.waymark.query.image.Image;
import org.waymark.query.image.Moment;

/** The views as the image has them: what is pushed is what a page gets, as of today and with all that is known. */
public final class ImageLiveViews implements LiveViews {

    /** A reader that missed more than this reads the page anew. */
    private static final int MOST_MISSED = 500;

    /** Nor is it looked for what changed in more events than this. */
    private static final int FARTHEST = 5_000;

    private final AllRows all;
    private final Moments moments;
    private final Image image;
    private final Feed feed;

    public ImageLiveViews(AllRows all, Moments moments, Image image, Feed feed) {
        this.all = all;
        this.moments = moments;
        this.image = image;
        this.feed = feed;
    }

    @Override
    public boolean isReady() {
        return feed.isCaughtUp();
    }

    @Override
    public String epoch() {
        return image.epoch();
    }

    @Override
    public State state(Topic topic) {
        return state(topic, rows(topic));
    }

    private <R> State state(Topic topic, Rows<R> rows) {
        Moment now = moments.now();
        List<String> entries = rows.all(now).stream()
                .filter(entry -> entry.key().startsWith(topic.keyPrefix()))
                .map(entry -> change(rows, entry, now))
                .toList();
        return new State(now.position(), rows.lastChange(topic.keyPrefix(), now.position()), entries);
    }

    @Override
    public Optional<State> since(Topic topic, long position) {
        return since(topic, rows(topic), position);
    }

    private <R> Optional<State> since(Topic topic, Rows<R> rows, long position) {
        Moment now = moments.now();
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
                changed.stream().map(entry -> change(rows, entry, now)).toList();
        return Optional.of(new State(last, rows.lastChange(topic.keyPrefix(), position), entries));
    }

    /** Returns an entry as GET sends it. */
    private static <R> String change(Rows<R> rows, Entry<R> entry, Moment now) {
        return new String(rows.sent(entry, now), StandardCharsets.UTF_8);
    }

    private Rows<?> rows(Topic topic) {
        return all.named(topic.view()).orElseThrow(() -> new IllegalStateException("No view " + topic.view()));
    }

    @Override
    public void whenMoved(LongConsumer listener) {
        image.whenMoved(listener);
    }
}
