package org.waymark.events;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies of the community, each with the body it belongs to. Source: GLOSSARY "SO/AC". */
public enum Group {
    ASO("ASO", Kind.SO, null),
    CCNSO("ccNSO", Kind.SO, null),
    GNSO("GNSO", Kind.SO, null),
    CPH("CPH", Kind.HOUSE, GNSO),
    RRSG("RrSG", Kind.STAKEHOLDER_GROUP, CPH),
    RYSG("RySG", Kind.STAKEHOLDER_GROUP, CPH),
    NCPH("NCPH", Kind.HOUSE, GNSO),
    CSG("CSG", Kind.STAKEHOLDER_GROUP, NCPH),
    BC("BC", Kind.CONSTITUENCY, CSG),
    IPC("IPC", Kind.CONSTITUENCY, CSG),
    ISPCP("ISPCP", Kind.CONSTITUENCY, CSG),
    NCSG("NCSG", Kind.STAKEHOLDER_GROUP, NCPH),
    NCUC("NCUC", Kind.CONSTITUENCY, NCSG),
    NPOC("NPOC", Kind.CONSTITUENCY, NCSG),
    ALAC("ALAC", Kind.AC, null),
    AFRALO("AFRALO", Kind.RALO, ALAC),
    APRALO("APRALO", Kind.RALO, ALAC),
    EURALO("EURALO", Kind.RALO, ALAC),
    LACRALO("LACRALO", Kind.RALO, ALAC),
    NARALO("NARALO", Kind.RALO, ALAC),
    GAC("GAC", Kind.AC, null),
    RSSAC("RSSAC", Kind.AC, null),
    SSAC("SSAC", Kind.AC, null),
    NOMCOM("NomCom", Kind.BODY, null),
    BOARD("ICANN Board", Kind.BODY, null),
    ORG("ICANN org", Kind.BODY, null),
    EC("Empowered Community", Kind.BODY, null);

    /** What sort of body it is. */
    public enum Kind {
        SO,
        AC,
        HOUSE,
        STAKEHOLDER_GROUP,
        CONSTITUENCY,
        RALO,
        BODY
    }

    private final String printed;
    private final Kind kind;
    private final @Nullable Group parent;

    Group(String printed, Kind kind, @Nullable Group parent) {
        this.printed = printed;
        this.kind = kind;
        this.parent = parent;
    }

    /** Returns the name as the community prints it, {@code ccNSO} for instance. */
    public String printed() {
        return printed;
    }

    public Kind kind() {
        return kind;
    }

    /** Returns the body it is directly a part of. */
    public Optional<Group> parent() {
        return Optional.ofNullable(parent);
    }

    /** Returns the SO, AC or body at the top, itself if it has no parent. */
    public Group top() {
        return parent == null ? this : parent.top();
    }

    /** Tells whether this is the other body or, at any depth, a part of it. */
    public boolean isWithin(Group other) {
        return this == other || (parent != null && parent.isWithin(other));
    }

    public boolean isSoAc() {
        return kind == Kind.SO || kind == Kind.AC;
    }

    /** Returns the seven SOs and ACs. */
    public static List<Group> soAcs() {
        return Arrays.stream(values()).filter(Group::isSoAc).toList();
    }
}
