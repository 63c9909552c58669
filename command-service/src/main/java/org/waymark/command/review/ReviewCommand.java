package org.waymark.command.review;

import org.waymark.command.desk.Command;
import org.waymark.events.review.ReviewId;

/** What may be asked of a review. The records are the body that is sent, with the id from the path. */
sealed interface ReviewCommand extends Command
        permits CourseCommand, TeamCommand, ScopeCommand, PlanCommand, ReportCommand {

    ReviewId reviewId();

    @Override
    default String stream() {
        return reviewId().toString();
    }
}
