/** The view of each recommendation from draft to effect. Must not know the other views. */
@NullMarked
package org.waymark.query.recommendations;

import org.jspecify.annotations.NullMarked;
