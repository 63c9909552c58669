/**
 * The contract: what was recorded, in whose name and when it took effect. Holds no rule of a process, no clock and no
 * framework beyond Jackson's annotations.
 */
@NullMarked
package org.waymark.events;

import org.jspecify.annotations.NullMarked;
