/** Decides what may be recorded of a review. Must not know recommendations, views or the web beyond its own shell. */
@NullMarked
package org.waymark.command.review;

import org.jspecify.annotations.NullMarked;
