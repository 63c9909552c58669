package org.waymark.query.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.query.ledger.Entry;
import org.waymark.query.ledger.Moment;
import org.waymark.query.ledger.RowJson;

/**
 * The answer to a question of the read side: the moment it holds for, and what was asked. Rows are sent as the ledger keeps
 * them, they are not read and written again.
 */
public final class Answer {

    private final Map<String, String> fields = new LinkedHashMap<>();

    private Answer(Moment moment) {
        fields.put("position", Long.toString(moment.position()));
        fields.put("epoch", json(moment.epoch()));
        fields.put("asOf", json(moment.asOf()));
        fields.put("knownAt", Long.toString(moment.knownAt()));
        fields.put("today", json(moment.today()));
    }

    public static Answer at(Moment moment) {
        return new Answer(moment);
    }

    /** Answers with one row; {@code standing} is what depends on the day it is read. */
    public static <R> Answer one(Moment moment, Entry<R> entry, Function<Entry<R>, @Nullable Object> standing) {
        return at(moment).withJson("entry", entry(entry, standing.apply(entry)));
    }

    /** Answers with a page of a list whose rows are all at hand; the order MUST be the same for the same moment. */
    public static <R> Answer list(
            Moment moment, Page page, List<Entry<R>> all, Function<Entry<R>, @Nullable Object> standing) {
        int first = 0;
        while (page.after() != null
                && first < all.size()
                && !all.get(first).key().equals(page.after())) {
            first++;
        }
        int from = page.after() == null ? 0 : Math.min(first + 1, all.size());
        int to = Math.min(from + page.limit(), all.size());
        Answer answer = at(moment).with("total", all.size()).rows(all.subList(from, to), standing);
        return to < all.size() && to > from
                ? answer.next(moment, all.get(to - 1).key())
                : answer;
    }

    /** Adds the rows of a page. */
    public <R> Answer rows(List<Entry<R>> rows, Function<Entry<R>, @Nullable Object> standing) {
        StringBuilder json = new StringBuilder("[");
        for (Entry<R> row : rows) {
            json.append(json.length() > 1 ? "," : "").append(entry(row, standing.apply(row)));
        }
        return withJson("rows", json.append(']').toString());
    }

    /** Adds where the list goes on. */
    public Answer next(Moment moment, String lastKey) {
        return with("next", new Page.Cursor(moment, lastKey).encoded());
    }

    /** Adds a field. */
    public Answer with(String name, Object value) {
        return withJson(name, json(value));
    }

    private Answer withJson(String name, String json) {
        fields.put(name, json);
        return this;
    }

    /** Returns an entry as it stands in answers and frames. */
    public static String entry(Entry<?> entry, @Nullable Object standing) {
        StringBuilder out =
                new StringBuilder(entry.json().length() + entry.setBy().length() + 64);
        out.append("{\"key\":").append(json(entry.key()));
        out.append(",\"row\":").append(entry.json());
        out.append(",\"setBy\":").append(entry.setBy());
        if (standing != null) {
            out.append(",\"standing\":").append(json(standing));
        }
        return out.append('}').toString();
    }

    static String json(Object value) {
        try {
            return RowJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Returns the whole as JSON. */
    public String toJson() {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = RowJson.mapper().createGenerator(out)) {
            json.writeStartObject();
            for (Map.Entry<String, String> field : fields.entrySet()) {
                json.writeFieldName(field.getKey());
                json.writeRawValue(field.getValue());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }
}
