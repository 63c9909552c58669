/** Serves the screen: files packed into the ui module, and the index page for every address inside it. */
@NullMarked
package org.waymark.query.screen;

import org.jspecify.annotations.NullMarked;
