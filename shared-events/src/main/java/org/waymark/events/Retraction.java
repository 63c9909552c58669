package org.waymark.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes back the fact which {@code on.corrects} names: an event that does, or a command that asks for it. A retraction of a
 * retraction undoes exactly that one.
 */
public interface Retraction {

    /** What somebody says who takes a fact back. */
    enum Means {
        /** It was never so: the fact goes, with all corrections of it. */
        NEVER_HAPPENED,
        /** The correction was wrong, what stood before it was right; of a fact that was never corrected, it was never so. */
        EARLIER_WAS_RIGHT
    }

    /** Returns what was said; events recorded before it was asked for say nothing. */
    @Nullable
    Means means();

    /** Returns the ids of facts of the same stream that never happened either. */
    List<String> also();

    /** Returns what is meant where nothing is said, too. */
    @JsonIgnore
    default Means meant() {
        Means said = means();
        return said == null ? Means.EARLIER_WAS_RIGHT : said;
    }
}
