package org.waymark.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.HttpHeaders;
import org.waymark.bench.Rounds.Client;
import org.waymark.command.desk.Reception;

/**
 * How many commands a second are recorded, each on disk before it is answered: in process, from the request's text to the
 * receipt, and over HTTP, by what decides alone, as in production, where the views follow in a process of their own. The
 * limit is a bare insert of an event of the same size and its commit, each client by itself and with the same durability.
 */
final class Rate {

    private static final int EVENTS_OF_A_STREAM = 50;

    /**
     * How many times as long as a round each runs first. A JVM compiles on the same two cores for its first tens of
     * thousands of calls.
     */
    private static final Map<String, Integer> WARM_UP = Map.of("bare", 1, "inside", 20, "http", 30);

    private static final String NOTE = """
            {"on":{"occurredOn":"2026-03-14","precision":"DAY","evidence":[],"by":{"role":"ORG"}},
             "kind":"meeting","words":"The team met and went through the draft, part by part, with the shepherds."}""";
    private static final String SCHEDULE = """
            {"on":{"occurredOn":"2026-03-01","precision":"DAY","evidence":[],"by":{"role":"BOARD"}},
             "kind":"SSR","name":"A review","printedAs":"X"}""";
    private static final String METADATA = """
            {"person":"recorder","actingFor":"ORG","authenticated":"false","pack":"bylaws-2016",\
            "idempotencyKey":"00000000-0000-0000-0000-000000000000"}""";

    private static final AtomicLong STREAMS = new AtomicLong();

    private Rate() {}

    static List<Line> measure(Bench bench) throws Exception {
        List<Line> lines = new ArrayList<>();
        Path folder = bench.folder("rate-h2");
        lines.addAll(on(bench, folder, Store.h2(folder.resolve("inside")), Store.h2(folder.resolve("bare"))));
        if (bench.effort().postgres()) {
            lines.addAll(on(bench, bench.folder("rate-postgres"), Store.postgres(), Store.postgres()));
        }
        return lines;
    }

    private static List<Line> on(Bench bench, Path folder, Store inside, Store bare) throws Exception {
        Store running = inside.isPostgres() ? Store.postgres() : inside;
        List<Line> lines = new ArrayList<>();
        AtomicLong positions = new AtomicLong();
        bare.log(folder.resolve("bare")).close();
        try (Inside product = Inside.whatDecides(folder.resolve("inside"), inside.settings());
                Product process = Product.whatDecides(bench.command(), folder.resolve("http"), running.settings())) {
            for (int clients : new int[] {16, 1}) { // the many first: they warm up for the one
                bench.say("rate: %s, %d clients".formatted(inside.name(), clients));
                Map<String, Rounds.Contender> contenders = new LinkedHashMap<>();
                contenders.put("bare", _ -> new Bare(bare, positions));
                contenders.put("inside", _ -> new Called(product));
                contenders.put("http", _ -> new Sent(process.url()));
                Map<String, List<Double>> rates = Rounds.rates(
                        contenders,
                        clients,
                        bench.effort().rounds(),
                        bench.effort().each(),
                        name -> bench.effort().each().multipliedBy(clients == 1 ? 1 : WARM_UP.get(name)));
                lines.add(line(
                        inside,
                        clients,
                        "in process",
                        rates.get("inside"),
                        rates.get("bare"),
                        bench.budget("rate.process")));
                lines.add(line(
                        inside, clients, "over HTTP", rates.get("http"), rates.get("bare"), bench.budget("rate.http")));
            }
        }
        return lines;
    }

    private static Line line(
            Store store, int clients, String how, List<Double> figure, List<Double> limit, Budget budget) {
        String what =
                "durable commands %s, %s, %d client%s".formatted(how, store.name(), clients, clients == 1 ? "" : "s");
        String measured = Line.perSecond(Rounds.median(figure));
        String possible = "bare insert and commit: " + Line.perSecond(Rounds.median(limit));
        double ratio = Rounds.ratio(figure, limit);
        return clients == 1
                ? Line.without(what, measured, possible, Line.ratio(ratio))
                : Line.within(budget, ratio, what, measured, possible, Line.ratio(ratio));
    }

    /** Inserts an event by itself, commits, and brings it to disk. */
    private static final class Bare implements Client {

        private final Connection connection;
        private final PreparedStatement insert;
        private final Statement sync;
        private final Store store;
        private final AtomicLong positions;
        private final String payload =
                "{\"reviewId\":\"bench-1\"," + NOTE.replaceAll("\\n *", "").substring(1);
        private final String stream = "review/bare-" + STREAMS.incrementAndGet();
        private long version;

        Bare(Store store, AtomicLong positions) throws Exception {
            this.store = store;
            this.positions = positions;
            this.connection = store.connect();
            this.sync = connection.createStatement();
            this.insert = connection.prepareStatement("""
                    INSERT INTO event (position, event_id, stream, version, type, revision, recorded_at, payload, metadata)
                    VALUES (?, ?, ?, ?, 'OccurrenceNoted', '1', ?, ?, ?)
                    """);
        }

        @Override
        public void call() throws Exception {
            insert.setLong(1, positions.incrementAndGet());
            insert.setString(2, UUID.randomUUID().toString());
            insert.setString(3, stream);
            insert.setLong(4, version++);
            insert.setObject(5, OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC));
            insert.setString(6, payload);
            insert.setString(7, METADATA);
            insert.executeUpdate();
            connection.commit();
            if (!store.sync().isEmpty()) {
                sync.execute(store.sync());
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    /** Notes one occurrence after the other; goes on with another review when one has as many as reviews have. */
    private abstract static class Sender implements Client {

        private String review = "";
        private int events = EVENTS_OF_A_STREAM;

        @Override
        public final void call() throws Exception {
            boolean begins = events == EVENTS_OF_A_STREAM;
            events = begins ? 1 : events + 1;
            review = begins ? "bench-" + STREAMS.incrementAndGet() : review;
            record(
                    review,
                    begins ? "schedule-review" : "note-occurrence",
                    begins ? SCHEDULE : NOTE,
                    begins ? "BOARD" : "ORG");
        }

        abstract void record(String review, String verb, String body, String actingFor) throws Exception;
    }

    private static final class Called extends Sender {

        private final Reception reception;

        Called(Inside product) {
            reception = product.bean(Reception.class);
        }

        @Override
        void record(String review, String verb, String body, String actingFor) {
            HttpHeaders headers = new HttpHeaders();
            headers.add("Idempotency-Key", UUID.randomUUID().toString());
            headers.add("Waymark-Person", "recorder");
            headers.add("Waymark-Acting-For", actingFor);
            reception.take("/commands/reviews/" + review + "/" + verb, headers, body);
        }
    }

    private static final class Sent extends Sender {

        private final Wire wire;

        Sent(URI url) throws Exception {
            wire = new Wire(url);
        }

        @Override
        void record(String review, String verb, String body, String actingFor) throws Exception {
            wire.send(
                            "POST",
                            "/commands/reviews/" + review + "/" + verb,
                            body,
                            "Content-Type: application/json",
                            "Idempotency-Key: " + UUID.randomUUID(),
                            "Waymark-Person: recorder",
                            "Waymark-Acting-For: " + actingFor)
                    .expect(201);
        }

        @Override
        public void close() throws IOException {
            wire.close();
        }
    }
}
