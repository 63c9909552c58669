package org.waymark.standalone;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.waymark.events.store.LogDamaged;

/** Says in one sentence why the log must not be used, in place of a stack trace. */
class DamagedLog extends AbstractFailureAnalyzer<LogDamaged> {

    @Override
    protected FailureAnalysis analyze(Throwable whole, LogDamaged cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
