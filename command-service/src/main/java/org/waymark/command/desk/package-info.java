/** Who is at the desk, what day it is, and how a rule says no. Must not know any stream. */
@NullMarked
package org.waymark.command.desk;

import org.jspecify.annotations.NullMarked;
