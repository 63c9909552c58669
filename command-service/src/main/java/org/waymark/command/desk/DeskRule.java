package org.waymark.command.desk;

/** Rules that hold for every command of every stream. */
public enum DeskRule implements Rule {
    THE_DAY_HAS_BEGUN(Kind.DATES, "What has not happened yet can't be recorded: that day has begun nowhere on earth."),
    EVERYBODY_RECORDS_IN_THEIR_OWN_NAME(
            Kind.AUTHORITY, "Whoever records a decision acts for the body that took it; only an archivist records for others."),
    ONLY_AN_ARCHIVIST_ATTESTS(Kind.AUTHORITY, "Only an archivist attests a fact from documents."),
    AN_ARCHIVIST_GRADES_THE_SOURCE(Kind.IDENTITY, "An archivist says how good the source is: primary, secondary or conflicting."),
    A_CORRECTION_NAMES_A_STANDING_FACT(
            Kind.IDENTITY, "A correction names an event of the same type and stream that still stands."),
    A_CORRECTION_SAYS_WHY(Kind.IDENTITY, "A correction or retraction gives its reason.");

    private final Kind kind;
    private final String because;

    DeskRule(Kind kind, String because) {
        this.kind = kind;
        this.because = because;
    }

    @Override
    public String because() {
        return because;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
