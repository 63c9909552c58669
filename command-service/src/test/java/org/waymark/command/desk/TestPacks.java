package org.waymark.command.desk;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.events.Role;
import org.waymark.events.recommendation.TeamPriority;
import org.waymark.events.rules.RulePack;
import org.waymark.events.rules.Share;

/** Rule packs for tests of what does not depend on a real one. */
public final class TestPacks {

    /** Allows nothing in particular. */
    public static final RulePack ANY = allowing(Map.of());

    private TestPacks() {}

    /** Returns a pack that gives these verbs to these roles. */
    public static RulePack allowing(Map<String, Set<Role>> mayDo) {
        return new RulePack(
                "test",
                LocalDate.of(2016, 10, 1),
                Set.of(),
                Map.of(),
                mayDo,
                List.of(),
                Set.of(TeamPriority.HIGH, TeamPriority.MEDIUM, TeamPriority.LOW),
                21,
                7,
                3,
                new Share(2, 3),
                Period.ofDays(60),
                Period.ofMonths(6),
                Period.ofDays(60),
                true,
                true,
                true,
                true,
                true,
                2);
    }
}
