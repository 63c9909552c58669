/** Life cycles, folded from events in the order of their effect: what a page shows and what a rule refuses are the same. */
@NullMarked
package org.waymark.events.life;

import org.jspecify.annotations.NullMarked;
