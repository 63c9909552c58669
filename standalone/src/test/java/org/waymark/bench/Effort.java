package org.waymark.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds of each rate, one contender after the other in each
 * @param each how long one contender runs in a round
 * @param events in the log that is folded and read
 * @param folds of all views, at most
 * @param commands whose way to the screen is timed
 * @param subscribers of the many that are told at once
 * @param crowd of subscribers, as many as may be
 * @param requests of each page
 * @param starts of the whole
 * @param postgres whether PostgreSQL is measured too
 */
record Effort(
        int rounds,
        Duration each,
        int events,
        int folds,
        int commands,
        int subscribers,
        int crowd,
        int requests,
        int starts,
        boolean postgres) {

    /** What the published figures are made with. */
    static final Effort FULL = new Effort(5, Duration.ofSeconds(2), 100_000, 3, 300, 100, 2_000, 300, 5, true);

    /** For a first impression, in a quarter of the time. */
    static final Effort QUICK = new Effort(3, Duration.ofMillis(500), 20_000, 1, 60, 100, 500, 60, 3, true);

    /** To see that all of it works; says nothing about speed. */
    static final Effort TOUCH = new Effort(1, Duration.ofMillis(50), 1_000, 1, 2, 3, 4, 5, 1, false);
}
