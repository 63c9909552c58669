/**
 * Puts both services into one JVM: the embedded default. MUST NOT hold anything that a service alone would need.
 */
@NullMarked
package org.waymark.standalone;

import org.jspecify.annotations.NullMarked;
