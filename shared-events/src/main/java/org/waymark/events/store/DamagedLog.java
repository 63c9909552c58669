package org.waymark.events.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why the log must not be used, in place of a stack trace. */
class DamagedLog extends AbstractFailureAnalyzer<LogDamaged> {

    @Override
    protected FailureAnalysis analyze(Throwable whole, LogDamaged cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
