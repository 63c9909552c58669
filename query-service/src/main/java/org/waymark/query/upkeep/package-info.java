/** Keeps the views honest and on time: lag, health, folding again. Must not know any view. */
@NullMarked
package org.waymark.query.upkeep;

import org.jspecify.annotations.NullMarked;
