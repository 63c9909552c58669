package org.waymark.query.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.pcollections.TreePMap;
import org.waymark.events.Recorded;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.CourseEvent.ReviewClosed;
import org.waymark.events.review.CourseEvent.ReviewPaused;
import org.waymark.events.review.CourseEvent.ReviewRestarted;

/**
 * A view for tests: the notes of each review by their kind, whether it is paused, and whether it is closed. A note whose kind
 * is the name of a second review is noted there too; the words {@code forget} take a note away; at the word {@code fail} the
 * fold fails.
 */
public final class Notes implements View<Notes.Draft, Notes.NotesRow> {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record NotesRow(Map<String, Note> notes, boolean paused, boolean closed, int facts, long version) {}

    public record Note(String words, String on) {}

    /** A row while it is folded. */
    public static final class Draft implements org.waymark.query.image.Draft<Draft, NotesRow> {
        private TreePMap<String, Note> notes = TreePMap.empty();
        private boolean paused;
        private boolean closed;
        private int facts;
        private long version;
        private TreePMap<String, Boolean> streams = TreePMap.empty();

        @Override
        public Draft copy() {
            Draft copy = new Draft();
            copy.notes = notes;
            copy.paused = paused;
            copy.closed = closed;
            copy.facts = facts;
            copy.version = version;
            copy.streams = streams;
            return copy;
        }

        @Override
        public NotesRow row() {
            return new NotesRow(notes, paused, closed, facts, version);
        }

        @Override
        public boolean tellsOf(String stream) {
            return streams.containsKey(stream);
        }

        /** A review is first noted, then paused, then closed. */
        @Override
        public int stage() {
            return closed ? 3 : paused ? 2 : facts > 0 ? 1 : 0;
        }
    }

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public Set<String> keys(Recorded recorded) {
        String own = recorded.stream().substring(recorded.stream().indexOf('/') + 1);
        Set<String> keys = new HashSet<>(Set.of(own));
        if (recorded.event() instanceof OccurrenceNoted noted && noted.kind().startsWith("review-")) {
            keys.add(noted.kind());
        }
        return keys;
    }

    @Override
    public Draft begin(String key) {
        return new Draft();
    }

    @Override
    public void fold(Draft draft, Recorded recorded) {
        draft.streams = draft.streams.plus(recorded.stream(), true);
        draft.version = Math.max(draft.version, recorded.version());
        switch (recorded.event()) {
            case ReviewClosed _ -> draft.closed = true;
            case ReviewPaused _ -> draft.paused = true;
            case ReviewRestarted _ -> draft.paused = false;
            case OccurrenceNoted noted -> note(draft, noted);
            default -> {}
        }
    }

    private static void note(Draft draft, OccurrenceNoted noted) {
        if (noted.words().equals("fail")) {
            draft.facts = -1;
            throw new IllegalStateException("This fold fails");
        }
        draft.facts += noted.words().equals("again") ? 0 : 1;
        draft.notes = noted.words().equals("forget")
                ? draft.notes.minus(noted.kind())
                : draft.notes.plus(
                        noted.kind(),
                        new Note(noted.words(), noted.on().occurredOn().toString()));
    }
}
