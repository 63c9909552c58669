package org.waymark.command.desk;

/** A reason to say no. Its name is a sentence that is true when the rule is kept; each stream lists its rules in an enum. */
public interface Rule {

    /** Returns the constant's name, by which the catalogue knows the sentence in each language. */
    String name();

    /** Returns the sentence in English that explains the refusal. */
    String because();

    /** Returns what the rule protects, which decides whether an attested fact may break it. */
    Kind kind();

    /** Returns the verb of the command that would open the way, empty if none would. */
    default String nextStep() {
        return "";
    }

    /**
     * Tells whether it speaks of the fields of a command rather than of the state alone, so that another value might keep
     * it.
     */
    default boolean speaksOfFields() {
        return kind() != Kind.AUTHORITY && kind() != Kind.ORDER;
    }

    /** What a rule protects. */
    enum Kind {
        /** Who may do it. */
        AUTHORITY(false),
        /** That what is named exists and is meant. */
        IDENTITY(false),
        /** That words are from the list. */
        VOCABULARY(false),
        /** That days can be right. */
        DATES(false),
        /** That numbers add up. */
        ARITHMETIC(false),
        /** That steps come in their order. */
        ORDER(true),
        /** That nothing needed is missing. */
        COMPLETENESS(true);

        private final boolean waivable;

        Kind(boolean waivable) {
            this.waivable = waivable;
        }

        /** Tells whether a fact attested from documents is recorded although it does not keep the rule. */
        public boolean waivable() {
            return waivable;
        }
    }
}
