/** The service that remembers. Must not decide anything. */
@NullMarked
package org.waymark.query;

import org.jspecify.annotations.NullMarked;
