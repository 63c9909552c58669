/** What concerns each SO/AC: a query over the views' rows, at one moment. */
@NullMarked
package org.waymark.query.groups;

import org.jspecify.annotations.NullMarked;
