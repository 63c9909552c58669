package org.waymark.events.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.waymark.events.WaymarkEvent;

/** What is recorded of a review. The records are the stored JSON; once released, names never change. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ReviewEvent extends WaymarkEvent
        permits CourseEvent, TeamEvent, ScopeEvent, PlanEvent, ReportEvent {

    ReviewId reviewId();

    @Override
    default String stream() {
        return reviewId().toString();
    }
}
