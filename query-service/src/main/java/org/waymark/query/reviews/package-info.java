/** The view of each review: its course, team, scope, plan and reports. Must not know the other views. */
@NullMarked
package org.waymark.query.reviews;

import org.jspecify.annotations.NullMarked;
