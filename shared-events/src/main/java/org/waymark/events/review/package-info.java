/** Ids, values and events of the stream {@code review}. Must not know the deciders or the views. */
@NullMarked
package org.waymark.events.review;

import org.jspecify.annotations.NullMarked;
