package org.waymark.query.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Recorded;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.CourseEvent.ReviewClosed;
import org.waymark.events.review.CourseEvent.ReviewPaused;
import org.waymark.events.review.CourseEvent.ReviewRestarted;
import org.waymark.query.ledger.View;

/**
 * A view for tests: the notes of each review by their kind. A note whose kind is the name of a second review is noted
 * there too; the words {@code forget} take a note away; closing a review takes its row away.
 */
public final class Notes implements View<Notes.NotesRow> {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record NotesRow(Map<String, Note> notes, boolean paused, int facts, long version) {}

    public record Note(String words, String on) {}

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public Class<NotesRow> rowType() {
        return NotesRow.class;
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
    public @Nullable NotesRow apply(@Nullable NotesRow row, Recorded recorded) {
        NotesRow before = row == null ? new NotesRow(Map.of(), false, 0, 0) : row;
        if (recorded.event() instanceof ReviewClosed) {
            return null;
        }
        if (!(recorded.event() instanceof OccurrenceNoted noted)) {
            return row == null
                    ? null
                    : new NotesRow(
                            row.notes(),
                            paused(row, recorded),
                            row.facts(),
                            Math.max(row.version(), recorded.version()));
        }
        Map<String, Note> notes = new TreeMap<>(before.notes());
        if (noted.words().equals("forget")) {
            notes.remove(noted.kind());
        } else {
            notes.put(
                    noted.kind(),
                    new Note(noted.words(), noted.on().occurredOn().toString()));
        }
        int facts = noted.words().equals("again") ? before.facts() : before.facts() + 1;
        return new NotesRow(notes, before.paused(), facts, Math.max(before.version(), recorded.version() / 4));
    }

    private static boolean paused(NotesRow row, Recorded recorded) {
        return recorded.event() instanceof ReviewPaused
                || (row.paused() && !(recorded.event() instanceof ReviewRestarted));
    }
}
