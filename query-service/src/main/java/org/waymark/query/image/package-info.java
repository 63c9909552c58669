/** The facts of every row in memory, folded on reading at any day and as of any position. Must not know any view. */
@NullMarked
package org.waymark.query.image;

import org.jspecify.annotations.NullMarked;
