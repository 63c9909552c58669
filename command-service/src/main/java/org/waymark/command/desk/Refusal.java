package org.waymark.command.desk;

import java.util.Map;

/** The answer no: a rule was not kept. Nothing is recorded. Carries no stack trace, since it is an answer. */
public final class Refusal extends RuntimeException {

    private final transient Rule rule;
    private final transient Map<String, Object> parameters;

    public Refusal(Rule rule, Map<String, Object> parameters) {
        super(rule.because(), null, false, false);
        this.rule = rule;
        this.parameters = Map.copyOf(parameters);
    }

    public Rule rule() {
        return rule;
    }

    /** Returns the values the rule's sentence speaks of, by name: the limit and what was sent, for instance. */
    public Map<String, Object> parameters() {
        return parameters;
    }
}
