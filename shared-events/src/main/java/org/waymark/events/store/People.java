package org.waymark.events.store;

import java.util.Map;
import org.waymark.events.PersonId;

/** The names behind person ids. They live beside the log, never in it, so that a name can be blanked. */
public interface People {

    /** Gives a person a name, or another one. */
    void name(PersonId id, String name);

    /** Takes the name away; events keep the id. */
    void blank(PersonId id);

    /** Returns the names by person id. */
    Map<String, String> names();
}
