/** The view of every recorded event, in the order of the log. Must not know the other views. */
@NullMarked
package org.waymark.query.trail;

import org.jspecify.annotations.NullMarked;
