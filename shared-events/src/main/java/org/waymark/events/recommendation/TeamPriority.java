package org.waymark.events.recommendation;

/** The priority a review team gives. Source: GLOSSARY "priority"; {@code PREREQUISITE} is the CCT team's own level. */
public enum TeamPriority {
    PREREQUISITE,
    HIGH,
    MEDIUM,
    LOW
}
