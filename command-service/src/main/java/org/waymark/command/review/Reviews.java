package org.waymark.command.review;

import java.time.LocalDate;
import java.util.Map;
import org.waymark.command.desk.Desk;
import org.waymark.command.desk.Facts;
import org.waymark.command.desk.StreamKind;
import org.waymark.command.review.CourseCommand.ScheduleReview;
import org.waymark.events.Malformed;
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.review.ReviewId;
import org.waymark.events.review.ReviewKind;
import org.waymark.events.rules.RulePack;
import org.waymark.events.rules.RulePacks;

/** The stream of reviews as the desk knows it. */
class Reviews implements StreamKind<ReviewCommand, ReviewEvent> {

    static final String PATH = "/commands/reviews/{review}";

    @Override
    public String name() {
        return "review";
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String id(Map<String, String> variables) {
        return new ReviewId(variables.getOrDefault("review", "")).value();
    }

    @Override
    public Map<String, String> variables(String id) {
        return Map.of("review", new ReviewId(id).value());
    }

    @Override
    public String review(String id) {
        return new ReviewId(id).value();
    }

    @Override
    public Class<ReviewCommand> commands() {
        return ReviewCommand.class;
    }

    @Override
    public Class<ReviewEvent> events() {
        return ReviewEvent.class;
    }

    /** A review is judged by the pack its schedule names, or else by the one for its kind on that day. */
    @Override
    public RulePack pack(ReviewCommand command, LocalDate day, RulePacks packs) {
        if (!(command instanceof ScheduleReview schedule)) {
            return packs.forReview(ReviewKind.ATRT, day);
        }
        String asked = schedule.pack();
        return asked == null
                ? packs.forReview(schedule.kind(), day)
                : packs.byId(asked).orElseThrow(() -> Malformed.because("pack", asked, "the id of a rule pack"));
    }

    @Override
    public ReviewEvent decide(Facts<ReviewEvent> facts, ReviewCommand command, Desk desk) {
        return Review.decide(facts, command, desk);
    }
}
