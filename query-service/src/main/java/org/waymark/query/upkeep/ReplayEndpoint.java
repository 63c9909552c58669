package org.waymark.query.upkeep;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.waymark.events.store.EventLog;
import org.waymark.query.ledger.Rebuild;

/**
 * Folds a view again beside the one that is shown and says whether both are the same. {@code POST /actuator/replay/reviews}
 * begins, {@code GET /actuator/replay/reviews} tells how far it is.
 */
@Endpoint(id = "replay")
public final class ReplayEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayEndpoint.class);

    /** Where a replay stands; a different digest is an incident. */
    public enum State {
        RUNNING,
        IDENTICAL,
        DIFFERENT,
        FAILED
    }

    /**
     * How far a replay is.
     *
     * @param position reached so far
     * @param of where the log was when it was asked
     */
    public record Replay(
            String view,
            State state,
            long position,
            long of,
            Rebuild.@Nullable Result result,
            @Nullable String failure) {}

    private final Rebuild rebuild;
    private final EventLog log;
    private final Map<String, Replay> replays = new ConcurrentHashMap<>();

    ReplayEndpoint(Rebuild rebuild, EventLog log) {
        this.rebuild = rebuild;
        this.log = log;
    }

    /** Begins a replay; one that is under way goes on. 404 if there is no such view. */
    @WriteOperation
    public WebEndpointResponse<Replay> begin(@Selector String view) {
        if (!rebuild.knows(view)) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        Replay fresh = new Replay(view, State.RUNNING, 0, log.position(), null, null);
        Replay now = replays.compute(view, (_, was) -> was != null && was.state() == State.RUNNING ? was : fresh);
        if (now == fresh) {
            Thread.ofPlatform().name("replay-" + view).daemon().start(() -> run(view));
        }
        return new WebEndpointResponse<>(now);
    }

    /** Tells how far the last replay of a view is; 404 if there was none. */
    @ReadOperation
    public @Nullable Replay look(@Selector String view) {
        return replays.get(view);
    }

    private void run(String view) {
        try {
            Rebuild.Result result = rebuild.rebuild(view, position -> at(view, State.RUNNING, position, null, null));
            at(view, result.identical() ? State.IDENTICAL : State.DIFFERENT, result.position(), result, null);
            if (result.identical()) {
                LOG.info("Folded {} again to position {}: identical, {}", view, result.position(), result.rebuilt());
            } else {
                LOG.error(
                        "Folded {} again to position {}: {} is not {}; what was shown is not what the log says",
                        view,
                        result.position(),
                        result.rebuilt(),
                        result.digest());
            }
        } catch (RuntimeException failed) {
            LOG.error("Could not fold {} again; the view shown stays", view, failed);
            at(
                    view,
                    State.FAILED,
                    0,
                    null,
                    Optional.ofNullable(failed.getMessage()).orElse("unknown"));
        }
    }

    private void at(
            String view, State state, long position, Rebuild.@Nullable Result result, @Nullable String failure) {
        replays.computeIfPresent(
                view, (_, was) -> new Replay(view, state, position, Math.max(position, was.of()), result, failure));
    }
}
