package org.waymark.query.image;

/**
 * A fact as one of a list.
 *
 * @param certain whether it had happened by the day; of others it is open
 */
public record Listed(Known fact, boolean certain) {}
