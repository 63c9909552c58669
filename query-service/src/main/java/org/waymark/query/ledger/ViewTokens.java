package org.waymark.query.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells Axon where a view goes on, and lets one process at a time claim it. The token itself is moved by {@link Views},
 * with the rows: what Axon asks to be stored is already there, or does not commit.
 */
final class ViewTokens implements TokenStore {

    private static final Duration CLAIM = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String owner;

    ViewTokens(JdbcClient jdbc, Clock clock, String owner) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.owner = owner;
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String view, int segment) {
        extendClaim(view, segment);
    }

    @Override
    public TrackingToken fetchToken(String view, int segment) {
        extendClaim(view, segment);
        return new GlobalSequenceTrackingToken(jdbc.sql("SELECT position FROM token WHERE view = ?")
                .param(view)
                .query(Long.class)
                .single());
    }

    @Override
    public void extendClaim(String view, int segment) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        int claimed =
                jdbc.sql("""
                        UPDATE token SET owner = ?, claimed_at = ?
                        WHERE view = ? AND (owner IS NULL OR owner = ? OR claimed_at < ?)
                        """).params(owner, now, view, owner, now.minus(CLAIM)).update();
        if (claimed == 0) {
            throw new UnableToClaimTokenException("The view " + view + " is claimed by another process");
        }
    }

    @Override
    public void releaseClaim(String view, int segment) {
        jdbc.sql("UPDATE token SET owner = NULL WHERE view = ? AND owner = ?")
                .params(view, owner)
                .update();
    }

    @Override
    public int[] fetchSegments(String view) {
        return new int[] {0};
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String view, int segment) {
        throw new UnsupportedOperationException("A view has one segment, begun by the ledger");
    }

    @Override
    public void deleteToken(String view, int segment) {
        throw new UnsupportedOperationException("A view has one segment");
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return Optional.of("ledger");
    }
}
