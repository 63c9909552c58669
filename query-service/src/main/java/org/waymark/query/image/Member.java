package org.waymark.query.image;

import java.time.LocalDate;
import org.waymark.events.EffectOrder;
import org.waymark.events.Links;

/**
 * A fact as one of a row's.
 *
 * @param own whether it is folded into the row; others only bear on the place of those that are
 * @param bearing how it bears on what the row brings to bodies, see {@link View#bearing}
 * @param list in which list of the row it stands, see {@link View#list}
 * @param stage how far along its life cycle the fact alone brings a row
 */
record Member(Known known, boolean own, byte bearing, byte list, byte stage) implements EffectOrder.Placed {

    @Override
    public long position() {
        return known.position();
    }

    @Override
    public LocalDate firstDay() {
        return known.firstDay();
    }

    @Override
    public LocalDate effectiveOn() {
        return known.effectiveOn();
    }

    @Override
    public boolean retracts() {
        return known.retracts();
    }

    @Override
    public Links links() {
        return known.links();
    }
}
