package org.waymark.command.desk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.waymark.events.Malformed;

/** Counts commands by what came of them, and refusals by their rule. */
final class DeskMeters {

    private final MeterRegistry registry;
    private final Timer time;

    DeskMeters(MeterRegistry registry) {
        this.registry = registry;
        this.time = Timer.builder("waymark.command")
                .description("From the arrival of a command to its answer")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    <T> T counting(String stream, Supplier<T> command) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "failed";
        try {
            T answer = command.get();
            outcome = "recorded";
            return answer;
        } catch (Refusal refusal) {
            outcome = "refused";
            refused(refusal.rule());
            throw refusal;
        } catch (Malformed | KeyReused | NoSuchCommand malformed) {
            outcome = "malformed";
            throw malformed;
        } catch (Overtaken overtaken) {
            outcome = "overtaken";
            throw overtaken;
        } finally {
            sample.stop(time);
            Counter.builder("waymark.commands")
                    .description("Commands answered")
                    .tag("stream", stream)
                    .tag("outcome", outcome)
                    .register(registry)
                    .increment();
        }
    }

    private void refused(Rule rule) {
        Counter.builder("waymark.refusals")
                .description("Commands refused, by the rule they did not keep")
                .tag("rule", rule.name())
                .register(registry)
                .increment();
    }
}
