package org.waymark.events.review;

/** The kinds of review. Source: GLOSSARY "review". */
public enum ReviewKind {
    /** Accountability and transparency, Bylaws 4.6(b). */
    ATRT,
    /** Security, stability, resiliency, Bylaws 4.6(c). */
    SSR,
    /** Competition, consumer trust, consumer choice, Bylaws 4.6(d). */
    CCT,
    /** Registration directory service, formerly WHOIS, Bylaws 4.6(e). */
    RDS,
    /** One SO, AC or the NomCom, Bylaws 4.4. */
    ORGANIZATIONAL,
    /** All SOs, ACs and the NomCom and how they work together; a pilot. */
    HOLISTIC_PILOT
}
