/**
 * Axon's event store over the log, and what Axon has to be told so that it uses nothing else. Must not know a stream, a rule
 * or a view.
 */
@NullMarked
package org.waymark.command.axon;

import org.jspecify.annotations.NullMarked;
