package org.waymark.query.image;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.events.EffectOrder.Place;

/**
 * Since when facts can have happened. One known only by a later date happened after the last day of those that come
 * earlier in the life cycle, or else after the row's first fact.
 */
final class Spans {

    private static final int STAGES = 64;

    private final List<Place<Member>> order;
    private @Nullable LocalDate @Nullable [] lastBefore;

    Spans(List<Place<Member>> order) {
        this.order = order;
    }

    LocalDate firstDay(Place<Member> place) {
        LocalDate own = place.fact().firstDay();
        if (!own.equals(LocalDate.MIN)) {
            return own;
        }
        LocalDate before = lastBefore()[Math.min(place.fact().stage(), STAGES - 1)];
        LocalDate first = before == null ? order.getFirst().day() : before;
        return first.isAfter(place.day()) ? place.day() : first;
    }

    /** Returns, by stage, the last day of the facts known by days that enter an earlier one. */
    private @Nullable LocalDate[] lastBefore() {
        if (lastBefore == null) {
            LocalDate[] last = new LocalDate[STAGES];
            for (int index = 0; index < order.size(); index++) { // in the order of days
                Place<Member> place = order.get(index);
                int stage = Math.min(place.fact().stage(), STAGES - 1);
                if (stage > 0 && !place.fact().firstDay().equals(LocalDate.MIN)) {
                    last[stage] = place.day();
                }
            }
            lastBefore = new LocalDate[STAGES];
            for (int stage = 2; stage < STAGES; stage++) {
                lastBefore[stage] = later(lastBefore[stage - 1], last[stage - 1]);
            }
        }
        return lastBefore;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }
}
