package org.waymark.query.image;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.waymark.events.EffectOrder;
import org.waymark.events.Links;
import org.waymark.events.Recorded;
import org.waymark.events.Unreadable;

/** What is always kept of an event: its place, and what it is to the others of its stream. */
public final class Known implements EffectOrder.Placed {

    private final long position;
    private final StreamFacts stream;
    private final LocalDate firstDay;
    private final LocalDate effectiveOn;
    private final LocalDate recordedOn;
    private final boolean retracts;
    private final boolean unreadable;
    private final @Nullable Links links; // none for most: see links()
    private final long idHash;

    /** The event itself while there is room for it; see {@link Events}. */
    @Nullable
    volatile Recorded event;

    Known(Recorded event, StreamFacts stream, Links links) {
        this.position = event.position();
        this.stream = stream;
        this.firstDay = stream.same(event.firstDay());
        this.effectiveOn = stream.same(event.effectiveOn());
        this.recordedOn = stream.same(event.recordedOn());
        this.retracts = event.event().retracts();
        this.unreadable = event.event() instanceof Unreadable;
        this.links = links.equals(Links.none(position)) ? null : links;
        this.idHash = hash(event.eventId());
        this.event = event;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public LocalDate firstDay() {
        return firstDay;
    }

    @Override
    public LocalDate effectiveOn() {
        return effectiveOn;
    }

    /** Tells whether a later release recorded it, so that this one does not know what it says. */
    public boolean isUnreadable() {
        return unreadable;
    }

    LocalDate recordedOn() {
        return recordedOn;
    }

    @Override
    public boolean retracts() {
        return retracts;
    }

    @Override
    public Links links() {
        return links == null ? Links.none(position) : links;
    }

    /** Tells whether it happened after a day for certain: its whole interval lies after it. */
    public boolean happenedSince(LocalDate day) {
        return firstDay.isAfter(day);
    }

    /** Returns the name of its stream, {@code review/ssr2}. */
    public String streamName() {
        return stream.name();
    }

    StreamFacts stream() {
        return stream;
    }

    /** Tells whether the event can have this id; the event itself decides. */
    boolean mayBe(long hash) {
        return idHash == hash;
    }

    /** Tells whether it changes nothing about the facts before it. */
    boolean isPlain() {
        return !retracts && links == null;
    }

    /** Returns 64 bits of an id (FNV-1a): ids of a stream are found by these. */
    static long hash(String eventId) {
        long hash = 0xcbf29ce484222325L;
        for (int at = 0; at < eventId.length(); at++) {
            hash = (hash ^ eventId.charAt(at)) * 0x100000001b3L;
        }
        return hash;
    }
}
