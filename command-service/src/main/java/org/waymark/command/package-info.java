/** What decides. Holds the configuration that a process imports and the main class; MUST NOT hold a rule. */
@NullMarked
package org.waymark.command;

import org.jspecify.annotations.NullMarked;
