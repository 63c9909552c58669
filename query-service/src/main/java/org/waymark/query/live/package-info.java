/**
 * Pushes every change to open screens: STOMP over WebSocket, with state on subscribing, resume and frames. Must not know
 * any view; it asks {@link org.waymark.query.live.LiveViews}.
 */
@NullMarked
package org.waymark.query.live;

import org.jspecify.annotations.NullMarked;
