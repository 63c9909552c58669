/**
 * Rule packs: the dated data by which a review is judged, and by which its clocks run. Must not know any stream beyond its
 * ids and kinds, and decides nothing.
 */
@NullMarked
package org.waymark.events.rules;

import org.jspecify.annotations.NullMarked;
