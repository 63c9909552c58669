/**
 * How the read side is asked and how it answers, the same on every resource: the moment, pages, problems. Must not know any
 * view.
 */
@NullMarked
package org.waymark.query.answer;

import org.jspecify.annotations.NullMarked;
