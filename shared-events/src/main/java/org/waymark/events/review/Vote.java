package org.waymark.events.review;

import org.waymark.events.Malformed;

/** The count of a vote. */
public record Vote(int inFavour, int against, int abstained) {

    public Vote {
        if (inFavour < 0 || against < 0 || abstained < 0) {
            throw Malformed.because("vote", inFavour + "/" + against + "/" + abstained, "counts of zero or more");
        }
    }
}
