package org.waymark.command.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.waymark.events.Occurrence;

/**
 * Holds one command against the rules. A rule that an attested fact does not keep is noted, if its kind may be waived;
 * every other one that is not kept refuses.
 */
public final class Judgement {

    private final Occurrence on;
    private final List<String> waived = new ArrayList<>();

    public Judgement(Occurrence on) {
        this.on = on;
    }

    /**
     * Requires a rule to be kept.
     *
     * @throws Refusal if it is not, and an attestation does not waive it
     */
    public void require(Rule rule, boolean kept) {
        require(rule, kept, Map.of());
    }

    /** Requires a rule to be kept; the parameters go into the refusal. */
    public void require(Rule rule, boolean kept, Map<String, Object> parameters) {
        if (kept) {
            return;
        }
        if (on.attested() == null || !rule.kind().waivable()) {
            throw new Refusal(rule, parameters);
        }
        waived.add(rule.name());
    }

    /** Returns the occurrence for the event, with the rules that were waived. */
    public Occurrence on() {
        return on.waiving(waived);
    }
}
