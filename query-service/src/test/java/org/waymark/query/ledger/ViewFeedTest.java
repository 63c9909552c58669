package org.waymark.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.waymark.events.By;
import org.waymark.events.Occurrence;
import org.waymark.events.Precision;
import org.waymark.events.Recorded;
import org.waymark.events.Role;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.ReviewId;
import org.waymark.events.store.EventLog;
import org.waymark.events.store.EventStoreConfiguration;
import org.waymark.query.image.Notes;

/** Views fed by Axon from a log on disk. */
class ViewFeedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    /** Fails at the third event until it is mended: with an error, which no handler of exceptions sees. */
    private static final class Fragile implements View<EveryEvent.EventRow> {

        final AtomicBoolean mended = new AtomicBoolean();

        @Override
        public String name() {
            return "fragile";
        }

        @Override
        public Class<EveryEvent.EventRow> rowType() {
            return EveryEvent.EventRow.class;
        }

        @Override
        public Set<String> keys(Recorded recorded) {
            return Set.of("all");
        }

        @Override
        public EveryEvent.EventRow apply(EveryEvent.@Nullable EventRow row, Recorded recorded) {
            if (recorded.position() == 3 && !mended.get()) {
                throw new StackOverflowError("broken on purpose");
            }
            return new EveryEvent.EventRow(recorded.position(), recorded.type());
        }
    }

    private final Notes notes = new Notes();
    private final Fragile fragile = new Fragile();

    private AnnotationConfigApplicationContext start() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "waymark.log.url",
                                        "jdbc:h2:file:" + folder.resolve("log")
                                                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                                "waymark.read.url",
                                        "jdbc:h2:file:" + folder.resolve("views") + ";DB_CLOSE_ON_EXIT=FALSE")));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean("notes", Notes.class, () -> notes);
        context.registerBean("fragile", Fragile.class, () -> fragile);
        context.register(EventStoreConfiguration.class, LedgerConfiguration.class);
        context.refresh();
        return context;
    }

    private static void append(AnnotationConfigApplicationContext context, int events) {
        EventLog log = context.getBean(EventLog.class);
        Occurrence on =
                new Occurrence(LocalDate.of(2026, 3, 1), Precision.DAY, List.of(), null, By.of(Role.ORG), null, null);
        for (int index = 0; index < events; index++) {
            OccurrenceNoted event =
                    new OccurrenceNoted(new ReviewId("ssr2"), on, "kind-" + index % 5, "words " + index);
            long version = log.stream(event.stream()).size();
            context.getBean(EventStore.class)
                    .publish(new GenericDomainEventMessage<>("review", event.stream(), version, event));
        }
    }

    private static boolean reached(AnnotationConfigApplicationContext context, String view, long position)
            throws InterruptedException {
        return context.getBean(Positions.class).await(List.of(view), position, PATIENCE);
    }

    @Test
    void a_view_that_fails_stops_at_that_event_and_goes_on_when_it_can() throws InterruptedException {
        try (AnnotationConfigApplicationContext context = start()) {
            append(context, 20);
            assertThat(reached(context, "notes", 20)).isTrue();
            assertThat(reached(context, "fragile", 2)).isTrue();
            assertThat(context.getBean(Ledger.class).position("fragile")).isEqualTo(2);

            fragile.mended.set(true);
            assertThat(reached(context, "fragile", 20)).isTrue();
            assertThat(context.getBean(Rebuild.class)
                            .rebuild("fragile", _ -> {})
                            .identical())
                    .isTrue();
        }
    }

    @Test
    void goes_on_after_a_restart_where_it_was() throws InterruptedException {
        fragile.mended.set(true);
        for (int start = 1; start <= 3; start++) {
            try (AnnotationConfigApplicationContext context = start()) {
                append(context, 10);
                assertThat(reached(context, "notes", 10L * start)).isTrue();
            }
        }
        try (AnnotationConfigApplicationContext context = start()) {
            Rebuild.Result result = context.getBean(Rebuild.class).rebuild("notes", _ -> {});
            assertThat(result.identical()).isTrue();
            assertThat(result.position()).isEqualTo(30);
        }
    }

    @Test
    void a_view_is_folded_by_one_process_at_a_time() throws InterruptedException {
        try (AnnotationConfigApplicationContext context = start()) {
            append(context, 5);
            assertThat(reached(context, "notes", 5)).isTrue();
            ViewTokens other = new ViewTokens(
                    org.springframework.jdbc.core.simple.JdbcClient.create(
                            context.getBean("readDataSource", javax.sql.DataSource.class)),
                    java.time.Clock.systemUTC(),
                    "another node");
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> other.fetchToken("notes", 0))
                    .hasMessageContaining("claimed by another process");
        }
    }
}
