/** Rule packs: the dated data by which a review is judged. Must not know any stream. */
@NullMarked
package org.waymark.command.rules;

import org.jspecify.annotations.NullMarked;
