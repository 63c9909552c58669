/**
 * Decides what may be recorded of a recommendation, from its first draft to its effect. Must not know other streams except
 * through what the desk hands over.
 */
@NullMarked
package org.waymark.command.recommendation;

import org.jspecify.annotations.NullMarked;
