package org.waymark.command.desk;

import org.waymark.events.By;
import org.waymark.events.PersonId;

/**
 * Who records and in which capacity.
 *
 * @param authenticated whether the capacity was proven, not just chosen
 */
public record Actor(PersonId person, By actingFor, boolean authenticated) {}
