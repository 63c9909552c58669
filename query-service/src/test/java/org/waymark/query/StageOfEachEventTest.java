package org.waymark.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.events.Recorded;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatus;
import org.waymark.events.recommendation.ImplementationEvent.ImplementationStatusReported;
import org.waymark.events.store.EventNames;
import org.waymark.query.image.Draft;
import org.waymark.query.image.View;

/** How far each event alone brings a row, as its view says quickly, is what folding it says. */
class StageOfEachEventTest {

    @Test
    void is_what_folding_it_alone_says(@TempDir Path folder) {
        int compared = 0;
        try (TestApplication test = new TestApplication(folder)) {
            List<View<?, ?>> views = List.copyOf(test.beans(View.class));
            for (View<?, ?> view : views) {
                for (WaymarkEvent event : samples()) {
                    compared += compare(view, Recordings.recorded(1, event));
                }
            }
        }
        assertThat(compared).isGreaterThan(EventNames.all().size());
    }

    private static <D extends Draft<D, R>, R> int compare(View<D, R> view, Recorded recorded) {
        for (String key : view.keys(recorded)) {
            D draft = view.begin(key);
            view.fold(draft, recorded);
            assertThat(view.stage(recorded))
                    .as("%s of %s", recorded.type(), view.name())
                    .isEqualTo(draft.stage());
            return 1;
        }
        return 0;
    }

    /** Of reports there is one with each status. */
    private static List<WaymarkEvent> samples() {
        List<WaymarkEvent> samples = new ArrayList<>();
        for (String name : EventNames.all().keySet()) {
            WaymarkEvent sample = Recordings.sample(name);
            samples.add(sample);
            if (sample instanceof ImplementationStatusReported report) {
                for (ImplementationStatus status : ImplementationStatus.values()) {
                    samples.add(new ImplementationStatusReported(
                            report.recommendationId(), report.on(), status, null, report.words()));
                }
            }
        }
        return samples;
    }
}
