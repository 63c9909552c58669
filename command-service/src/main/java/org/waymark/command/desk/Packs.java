package org.waymark.command.desk;

import java.time.LocalDate;
import org.waymark.events.rules.RulePack;

/** The rule packs there are. */
interface Packs {

    /**
     * Returns a pack.
     *
     * @throws org.waymark.events.Malformed if there is none with this id
     */
    RulePack named(String id);

    /** Returns the pack by which a review that is on no record would be judged on a day. */
    RulePack validOn(LocalDate day);
}
