package org.waymark.query.image;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.waymark.events.EffectOrder;
import org.waymark.events.EffectOrder.Place;

/** Places the facts of a row, and finds one's way among them. */
final class RowOrder {

    private RowOrder() {}

    /** Returns the facts of the row that stand as known at a position, in the order of their effect. */
    static List<Place<Member>> of(Grown<Member> facts, long knownAt) {
        List<Member> all = new ArrayList<>(facts.first(known(facts, knownAt)));
        Set<StreamFacts> streams = new HashSet<>();
        Set<Known> own = new HashSet<>();
        for (Member member : List.copyOf(all)) {
            if (member.known().stream().hasWords(knownAt)) {
                streams.add(member.known().stream());
                own.add(member.known());
            }
        }
        long until = all.isEmpty() ? 0 : Math.min(knownAt, facts.getLast().position());
        for (StreamFacts stream : streams) {
            stream.facts().stream()
                    .filter(known -> known.position() <= until && !own.contains(known))
                    .forEach(known -> all.add(new Member(known, false, View.NONE, View.NONE, (byte) 0)));
        }
        if (!streams.isEmpty()) {
            all.sort(Comparator.comparingLong(Member::position));
        }
        List<Place<Member>> order = EffectOrder.of(all);
        order.removeIf(place -> !place.fact().own());
        return order;
    }

    /** Returns how many of the facts are known at a position. */
    static int known(Grown<Member> facts, long knownAt) {
        if (facts.isEmpty() || facts.getLast().position() <= knownAt) {
            return facts.size();
        }
        int low = 0;
        int high = facts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (facts.get(middle).position() <= knownAt) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns how many places are the same in both, from the first on. */
    static int same(List<Place<Member>> some, List<Place<Member>> others) {
        int same = 0;
        while (same < some.size() && same < others.size() && isSame(some.get(same), others.get(same))) {
            same++;
        }
        return same;
    }

    private static boolean isSame(Place<Member> a, Place<Member> b) {
        return a == b || (a.fact().known() == b.fact().known() && a.day().equals(b.day()) && a.rank() == b.rank());
    }

    /** Tells whether there is a fact among the first that is no retraction. */
    static boolean hasFact(List<Place<Member>> order, int certain) {
        for (int index = 0; index < certain; index++) {
            if (!order.get(index).fact().retracts()) {
                return true;
            }
        }
        return false;
    }

    /** Returns how many of the places lie on a day or before. */
    static int certain(List<Place<Member>> order, LocalDate until) {
        if (!order.isEmpty() && !order.getLast().day().isAfter(until)) {
            return order.size();
        }
        int low = 0;
        int high = order.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.get(middle).day().isAfter(until)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
