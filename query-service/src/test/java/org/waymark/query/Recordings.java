package org.waymark.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.waymark.events.Attested;
import org.waymark.events.By;
import org.waymark.events.Occurrence;
import org.waymark.events.PersonId;
import org.waymark.events.Precision;
import org.waymark.events.Recorded;
import org.waymark.events.Recorder;
import org.waymark.events.Role;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.store.EventJson;
import org.waymark.query.image.Draft;
import org.waymark.query.image.View;

/** Events as the log would give them to a view, and the samples that were recorded of each. */
public final class Recordings {

    private Recordings() {}

    public static Occurrence on(String day) {
        return new Occurrence(LocalDate.parse(day), Precision.DAY, List.of(), null, By.of(Role.TEAM), null, null);
    }

    public static Occurrence inMonth(String firstDay) {
        return new Occurrence(
                LocalDate.parse(firstDay), Precision.MONTH, List.of(), null, By.of(Role.BOARD), null, null);
    }

    /** Not later than a day; since when is not known. */
    public static Occurrence by(String day) {
        return new Occurrence(LocalDate.parse(day), Precision.BY, List.of(), null, By.of(Role.BOARD), null, null);
    }

    public static Occurrence attested(String day, String... waived) {
        return new Occurrence(
                LocalDate.parse(day),
                Precision.DAY,
                List.of(),
                null,
                By.of(Role.BOARD),
                null,
                new Attested(Attested.Grade.PRIMARY, List.of(waived)));
    }

    public static Recorded recorded(long position, WaymarkEvent event) {
        return new Recorded(
                new UUID(0, position).toString(),
                position,
                event.stream(),
                position - 1,
                Instant.parse("2026-11-24T12:00:00Z"),
                new Recorder(new PersonId("recorder-1"), "TEAM", false, "bylaws-2016", "key-" + position),
                event);
    }

    /** Folds events in the order given, from position 1. */
    public static <D extends Draft<D, R>, R> R fold(View<D, R> view, WaymarkEvent... events) {
        return fold(view, List.of(events));
    }

    /** Folds events in the order given, from position 1. */
    public static <D extends Draft<D, R>, R> R fold(View<D, R> view, List<? extends WaymarkEvent> events) {
        D draft =
                view.begin(view.keys(recorded(1, events.getFirst())).iterator().next());
        long position = 0;
        for (WaymarkEvent event : events) {
            view.fold(draft, recorded(++position, event));
        }
        return draft.row();
    }

    /** Returns events and one more, the recorded sample of a type. */
    public static List<WaymarkEvent> and(List<WaymarkEvent> events, String name) {
        List<WaymarkEvent> more = new ArrayList<>(events);
        more.add(sample(name));
        return more;
    }

    /** Reads the recorded sample of an event. */
    public static WaymarkEvent sample(String name) {
        try (InputStream file = Recordings.class.getResourceAsStream("/recorded/" + name + ".1.json")) {
            if (file == null) {
                throw new IllegalArgumentException("No sample of " + name);
            }
            return EventJson.read(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
