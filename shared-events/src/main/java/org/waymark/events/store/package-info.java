/**
 * The event store: an ordered, durable log of the contract's events, on H2 or PostgreSQL. Must not know a rule, a decider
 * or a view.
 */
@NullMarked
package org.waymark.events.store;

import org.jspecify.annotations.NullMarked;
