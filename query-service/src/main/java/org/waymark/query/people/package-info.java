/** Names of persons: read beside the log, never kept in a row. */
@NullMarked
package org.waymark.query.people;

import org.jspecify.annotations.NullMarked;
