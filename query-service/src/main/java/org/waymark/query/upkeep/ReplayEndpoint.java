package org.waymark.query.upkeep;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.waymark.query.image.Image;
import org.waymark.query.image.Replay;

/**
 * Folds the log again beside the image that serves and says whether both are the same. {@code POST /actuator/replay} begins,
 * {@code GET /actuator/replay} tells how far it is.
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
     * @param of where the image was when it was asked
     */
    public record Now(
            State state,
            long position,
            long of,
            Replay.@Nullable Result result,
            @Nullable String failure) {}

    private final Replay replay;
    private final Image image;
    private final Clock clock;
    private final AtomicReference<@Nullable Now> now = new AtomicReference<>();

    ReplayEndpoint(Replay replay, Image image, Clock clock) {
        this.replay = replay;
        this.image = image;
        this.clock = clock;
    }

    /** Begins a replay; one that is under way goes on. */
    @WriteOperation
    public Now begin() {
        Now fresh = new Now(State.RUNNING, 0, image.position(), null, null);
        Now begun = now.updateAndGet(was -> was != null && was.state() == State.RUNNING ? was : fresh);
        if (begun == fresh) {
            Thread.ofPlatform().name("replay").daemon().start(() -> run(fresh.of()));
        }
        return Objects.requireNonNull(begun);
    }

    /** Tells how far the last replay is; 404 if there was none. */
    @ReadOperation
    public @Nullable Now look() {
        return now.get();
    }

    private void run(long of) {
        try {
            Replay.Result result = replay.run(
                    LocalDate.now(clock), position -> now.set(new Now(State.RUNNING, position, of, null, null)));
            if (result.identical()) {
                LOG.info(
                        "Folded again to position {}: identical at {} moments",
                        result.position(),
                        result.moments().size());
            } else {
                LOG.error(
                        "Folded again to position {}: {}; what is shown is not what the log says",
                        result.position(),
                        result);
            }
            now.set(new Now(
                    result.identical() ? State.IDENTICAL : State.DIFFERENT, result.position(), of, result, null));
        } catch (RuntimeException failed) {
            LOG.error("Could not fold again", failed);
            now.set(new Now(State.FAILED, 0, of, null, String.valueOf(failed.getMessage())));
        }
    }
}
