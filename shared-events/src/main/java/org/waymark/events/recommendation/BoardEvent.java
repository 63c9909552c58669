package org.waymark.events.recommendation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;

/** What the Board does with a recommendation, part by part, and what those answer to whom it passes one. */
public sealed interface BoardEvent extends RecommendationEvent {

    /** The part that stands for the whole recommendation where it is not split. */
    String WHOLE = "whole";

    /**
     * The Board acts on a recommendation or a part of it.
     *
     * @param part {@link #WHOLE}, or the short name of one part: {@code 1}
     * @param resolution the number of the resolution
     * @param rationale needed unless approved
     * @param passedTo the bodies it is passed to; given exactly when passed through
     */
    record BoardActionRecorded(
            RecommendationId recommendationId,
            Occurrence on,
            String part,
            Disposition disposition,
            @Nullable String resolution,
            @Nullable String rationale,
            List<Group> passedTo)
            implements BoardEvent {
        public BoardActionRecorded(
                RecommendationId recommendationId,
                Occurrence on,
                @Nullable String part,
                Disposition disposition,
                @Nullable String resolution,
                @Nullable String rationale,
                List<Group> passedTo) {
            this.recommendationId = recommendationId;
            this.on = on;
            this.part = part == null ? WHOLE : part;
            this.disposition = disposition;
            this.resolution = resolution;
            this.rationale = rationale;
            this.passedTo = List.copyOf(passedTo);
        }
    }

    record PassThroughNotified(RecommendationId recommendationId, Occurrence on, String part, Group group)
            implements BoardEvent {}

    record PassThroughAnswered(
            RecommendationId recommendationId,
            Occurrence on,
            String part,
            Group group,
            Answer answer,
            @Nullable String words)
            implements BoardEvent {}

    /** A rejected recommendation is taken up again by a new one. */
    record RecommendationSupplemented(RecommendationId recommendationId, Occurrence on, RecommendationId supplementedBy)
            implements BoardEvent {}

    /** What the Board decides. */
    enum Disposition {
        APPROVED,
        REJECTED,
        PENDING,
        PASSED_THROUGH
    }

    /** What the body answers to which a recommendation was passed. */
    enum Answer {
        ACCEPTED,
        DECLINED,
        ALREADY_COVERED
    }
}
