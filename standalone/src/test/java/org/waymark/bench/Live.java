package org.waymark.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;

/**
 * How long a decision takes to every open screen: from the stamp that the log gives it, just before it is written and
 * brought to disk, to the frame at the client; both clocks are the machine's. Decisions come one by one, with more than the
 * 100 ms between them within which further ones would be joined.
 */
final class Live {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PAUSE = Duration.ofMillis(130);

    private Live() {}

    static List<Line> measure(Bench bench) throws Exception {
        List<Line> lines = new ArrayList<>();
        Path folder = bench.folder("live");
        try (Product product = Product.start(bench.command(), folder.resolve("product"))) {
            product.await(product.play(bench.story()));
            for (int subscribers : new int[] {1, bench.effort().subscribers()}) {
                bench.say("live: %d subscribers".formatted(subscribers));
                lines.addAll(to(bench, product, Store.h2(folder.resolve("bare")), subscribers));
            }
        }
        return lines;
    }

    private static List<Line> to(Bench bench, Product product, Store bare, int subscribers) throws Exception {
        Map<Long, List<Instant>> came = new ConcurrentHashMap<>();
        Map<Long, CountDownLatch> awaited = new ConcurrentHashMap<>();
        List<LiveReader> readers = new ArrayList<>();
        List<Double> frames = new ArrayList<>();
        List<Double> pushes = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient();
                Wire wire = new Wire(product.url());
                BarePush push = new BarePush(bare, subscribers)) {
            for (int index = 0; index < subscribers; index++) {
                readers.add(new LiveReader(http, product.url(), "/topic/reviews", (at, position) -> {
                    came.computeIfAbsent(position, _ -> java.util.Collections.synchronizedList(new ArrayList<>()))
                            .add(at);
                    awaited.computeIfAbsent(position, _ -> new CountDownLatch(subscribers))
                            .countDown();
                }));
            }
            for (int command = -bench.effort().commands() / 6;
                    command < bench.effort().commands();
                    command++) {
                LockSupport.parkNanos(PAUSE.toNanos());
                long position = note(wire);
                if (!awaited.computeIfAbsent(position, _ -> new CountDownLatch(subscribers))
                        .await(1, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("Not every subscriber got the frame at " + position);
                }
                double[] pushed = push.push();
                if (command >= 0) {
                    Instant stamp = recordedAt(wire, position);
                    came.get(position)
                            .forEach(
                                    at -> frames.add(Duration.between(stamp, at).toNanos() / 1e6));
                    DoubleStream.of(pushed).forEach(pushes::add);
                }
            }
            readers.forEach(LiveReader::close);
            http.shutdownNow();
        }
        return lines(subscribers, sample(frames), sample(pushes));
    }

    private static List<Line> lines(int subscribers, Sample frames, Sample pushes) {
        String what = "commit to frame, %d subscriber%s, ".formatted(subscribers, subscribers == 1 ? "" : "s");
        String limit = "commit and bare push: ";
        return List.of(
                Line.without(
                        what + "p50",
                        Line.millis(frames.at(0.5)),
                        limit + Line.millis(pushes.at(0.5)),
                        Line.ratio(frames.at(0.5) / pushes.at(0.5))),
                Line.withAim(
                        what + "p99",
                        Line.millis(frames.at(0.99)),
                        limit + Line.millis(pushes.at(0.99)),
                        Line.ratio(frames.at(0.99) / pushes.at(0.99)),
                        "&lt; 50 ms",
                        frames.at(0.99) < 50));
    }

    private static Sample sample(List<Double> numbers) {
        return Sample.of(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static long note(Wire wire) throws Exception {
        Wire.Answer answer = wire.send(
                        "POST",
                        "/commands/reviews/ssr2/note-occurrence",
                        """
                        {"on":{"occurredOn":"2026-03-14","precision":"DAY","evidence":[],"by":{"role":"ORG"}},
                         "kind":"meeting","words":"The team met and went through the draft, part by part."}""",
                        "Content-Type: application/json",
                        "Idempotency-Key: " + UUID.randomUUID(),
                        "Waymark-Person: recorder",
                        "Waymark-Acting-For: ORG")
                .expect(201);
        return JSON.readTree(answer.body()).path("position").asLong();
    }

    private static Instant recordedAt(Wire wire, long position) throws Exception {
        JsonNode page = JSON.readTree(wire.get("/api/trail?minPosition=" + position + "&position=" + position)
                .expect(200)
                .body());
        return Instant.parse(page.at("/rows/0/row/recordedAt").asText());
    }
}
