/** Row versions on two time axes. Must not know any view. */
@NullMarked
package org.waymark.query.ledger;

import org.jspecify.annotations.NullMarked;
