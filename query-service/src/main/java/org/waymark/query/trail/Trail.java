package org.waymark.query.trail;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.events.PersonId;
import org.waymark.events.Recorded;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.recommendation.RecommendationEvent;
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.store.EventJson;
import org.waymark.query.ledger.View;

/** Shows every recorded event as it was recorded: corrected and retracted ones too, beside what corrects them. */
@Component
class Trail implements View<TrailRow> {

    @Override
    public String name() {
        return "trail";
    }

    @Override
    public Class<TrailRow> rowType() {
        return TrailRow.class;
    }

    @Override
    public boolean correctionsReplace() {
        return false;
    }

    @Override
    public Set<String> keys(Recorded recorded) {
        return Set.of(Long.toString(recorded.position()));
    }

    @Override
    public TrailRow apply(@Nullable TrailRow row, Recorded recorded) {
        PersonId person = recorded.recorder().person();
        return new TrailRow(
                recorded.position(),
                recorded.eventId(),
                recorded.stream(),
                review(recorded.event()),
                recorded.version(),
                recorded.type(),
                recorded.recordedAt(),
                person == null ? null : person.value(),
                recorded.recorder().actingFor(),
                recorded.recorder().authenticated(),
                recorded.recorder().pack(),
                recorded.event().on().corrects(),
                EventJson.mapper().valueToTree(recorded.event()));
    }

    private static String review(WaymarkEvent event) {
        return switch (event) {
            case ReviewEvent review -> review.reviewId().value();
            case RecommendationEvent recommendation ->
                recommendation.recommendationId().review().value();
            // WaymarkEvent can't be sealed over two packages; a third stream is named here first
            default -> throw new IllegalArgumentException("An event of an unknown stream: " + event);
        };
    }
}
