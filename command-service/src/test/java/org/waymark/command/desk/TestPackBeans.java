package org.waymark.command.desk;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.waymark.events.Role;
import org.waymark.events.rules.RulePack;

public final class TestPackBeans implements ApplicationContextInitializer<GenericApplicationContext> {
    @Override
    public void initialize(GenericApplicationContext context) {
        Map<String, Set<Role>> mayDo = new HashMap<>() {
            @Override public Set<Role> getOrDefault(Object key, Set<Role> other) { return key.equals("draft-recommendation") ? EnumSet.of(Role.TEAM) : EnumSet.allOf(Role.class); }
        };
        RulePack t = TestPacks.allowing(mayDo);
        RulePack pack = new RulePack("bylaws-2016", t.validFrom(), t.kinds(), t.sources(), mayDo, t.steps(), t.priorities(), 21, 7, 3, t.removalBy(), t.termsOfReferenceWithin(), t.boardActsWithin(), t.endorsementWindow(), true, true, true, true, true, 2);
        context.registerBean(Packs.class, () -> new Packs() {
            @Override public RulePack named(String id) { return pack; }
            @Override public RulePack validOn(LocalDate day) { return pack; }
        });
    }
}
