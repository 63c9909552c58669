package org.waymark.events.store;

/**
 * This process among those that share a log.
 *
 * @param name that no other has
 */
record Node(String name) {}
