package org.waymark.events;

/** In which capacity somebody decides or records. Source: GLOSSARY "role". */
public enum Role {
    /** A review team as a body, by consensus or vote. */
    TEAM,
    /** Chair, co-chairs and rapporteurs of a review team. */
    LEADERSHIP,
    /** One member of a review team. */
    MEMBER,
    /** The leadership of one SO/AC or of one of its parts; {@link By#group()} names it. */
    SOAC,
    /** The SO/AC chairs acting together. */
    SOAC_CHAIRS,
    /** The ICANN Board. */
    BOARD,
    /** ICANN org, its reviews support. */
    ORG,
    /** A former member who explains the intent of a recommendation after the team is dissolved. */
    SHEPHERD,
    /** Records history from documents; MUST NOT decide anything of its own. */
    ARCHIVIST
}
