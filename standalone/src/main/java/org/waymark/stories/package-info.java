/** Stories: commands kept as data, made from sources, played over HTTP. Must not know how the services work inside. */
@NullMarked
package org.waymark.stories;

import org.jspecify.annotations.NullMarked;
