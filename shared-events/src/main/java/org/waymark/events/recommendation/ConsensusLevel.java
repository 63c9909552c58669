package org.waymark.events.recommendation;

/** The degree of agreement a team reached. Source: GLOSSARY "consensus designation". */
public enum ConsensusLevel {
    FULL_CONSENSUS,
    CONSENSUS,
    STRONG_SUPPORT_SIGNIFICANT_OPPOSITION,
    DIVERGENCE,
    MINORITY_VIEW
}
