package org.waymark.query.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.query.image.Entry;
import org.waymark.query.image.Listed;
import org.waymark.query.image.Moment;
import org.waymark.query.image.Possible;
import org.waymark.query.image.RowJson;

/**
 * The answer to a question of the read side: the moment it holds for, and what was asked. What was written once is sent
 * as it is.
 */
public final class Answer {

    private final Map<String, byte[]> fields = new LinkedHashMap<>();

    private Answer(Moment moment) {
        with("position", moment.position());
        with("epoch", moment.epoch());
        with("asOf", moment.asOf());
        with("knownAt", moment.knownAt());
        if (moment.without() > 0) {
            with("without", moment.without());
        }
    }

    public static Answer at(Moment moment) {
        return new Answer(moment);
    }

    /** Answers with one row. */
    public static <R> Answer one(Moment moment, Entry<R> entry, Function<Entry<R>, byte[]> sent) {
        return at(moment).withJson("entry", sent.apply(entry));
    }

    /** Answers with a page of a list whose rows are all at hand; the order MUST be the same for the same moment. */
    public static <R> Answer list(Moment moment, Page page, List<Entry<R>> all, Function<Entry<R>, byte[]> sent) {
        int first = 0;
        while (page.after() != null
                && first < all.size()
                && !all.get(first).key().equals(page.after())) {
            first++;
        }
        int from = page.after() == null ? 0 : Math.min(first + 1, all.size());
        int to = Math.min(from + page.limit(), all.size());
        Answer answer = at(moment).with("total", all.size()).rows(all.subList(from, to), sent);
        return to < all.size() && to > from
                ? answer.next(moment, page, all.get(to - 1).key())
                : answer;
    }

    /**
     * Answers with a page of a list of facts, whose events are read only if they are shown; the order MUST be the same for the
     * same moment.
     */
    public static <R> Answer facts(
            Moment moment,
            Page page,
            List<Listed> all,
            Function<List<Listed>, List<Entry<R>>> read,
            Function<Entry<R>, byte[]> sent) {
        int from = page.after() == null ? 0 : behind(all, Page.position(page.after()));
        int to = Math.min(from + page.limit(), all.size());
        List<Listed> shown = all.subList(from, to);
        Answer answer = at(moment).with("total", all.size()).rows(read.apply(shown), sent);
        return to < all.size() && to > from
                ? answer.next(moment, page, Long.toString(shown.getLast().fact().position()))
                : answer;
    }

    private static int behind(List<Listed> all, long position) {
        int index = 0;
        while (index < all.size() && all.get(index).fact().position() != position) {
            index++;
        }
        return Math.min(index + 1, all.size());
    }

    /** Adds the rows of a page. */
    public <R> Answer rows(List<Entry<R>> rows, Function<Entry<R>, byte[]> sent) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.write('[');
        for (Entry<R> row : rows) {
            if (json.size() > 1) {
                json.write(',');
            }
            json.writeBytes(sent.apply(row));
        }
        json.write(']');
        return withJson("rows", json.toByteArray());
    }

    /** Adds where the list goes on. */
    public Answer next(Moment moment, Page page, String lastKey) {
        return with("next", new Page.Cursor(moment, page.question(), lastKey).encoded());
    }

    /** Adds a field. */
    public Answer with(String name, Object value) {
        return withJson(name, json(value));
    }

    private Answer withJson(String name, byte[] json) {
        fields.put(name, json);
        return this;
    }

    /** Writes an entry as it stands in answers and frames. */
    public static <R> byte[] entry(Entry<R> entry, Function<R, @Nullable Object> standing) {
        Map<String, @Nullable Object> sent = new LinkedHashMap<>();
        sent.put("key", entry.key());
        sent.put("at", entry.changedAt());
        sent.put("row", entry.exists() ? entry.row() : null);
        if (entry.exists()) {
            Object stands = standing.apply(entry.row());
            List<Possible> possible = entry.possible(standing);
            if (stands != null) {
                sent.put("standing", stands);
            }
            if (!possible.isEmpty()) {
                sent.put("possible", possible);
            }
            if (!entry.contradictions().isEmpty()) {
                sent.put("contradictions", entry.contradictions());
            }
            Long stopped = entry.stoppedAt();
            if (stopped != null) {
                sent.put("stoppedAt", stopped);
                sent.put("stoppedBy", entry.stoppedBy());
            }
        }
        return json(sent);
    }

    static byte[] json(Object value) {
        try {
            return RowJson.mapper().writeValueAsBytes(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Returns how many bytes the whole has. */
    long length() {
        long length = 1;
        for (Map.Entry<String, byte[]> field : fields.entrySet()) {
            length += field.getKey().length() + field.getValue().length + 4;
        }
        return length;
    }

    /** Writes the whole as JSON; names of fields need no escape. */
    void write(OutputStream out) throws IOException {
        char before = '{';
        for (Map.Entry<String, byte[]> field : fields.entrySet()) {
            out.write((before + "\"" + field.getKey() + "\":").getBytes(StandardCharsets.UTF_8));
            out.write(field.getValue());
            before = ',';
        }
        out.write('}');
    }
}
