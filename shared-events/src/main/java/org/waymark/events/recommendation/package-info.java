/** Ids, values and events of the stream {@code recommendation}. Must not know the deciders or the views. */
@NullMarked
package org.waymark.events.recommendation;

import org.jspecify.annotations.NullMarked;
