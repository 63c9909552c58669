package org.waymark.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How long a decision takes to every open screen: from the stamp that the log gives it, just before it is written and
 * brought to disk, to the frame at the client; both clocks are the machine's. Decisions come one by one, with more than the
 * 100 ms between them within which further ones would be joined: reports on recommendations of one review after the other,
 * each of which changes the review's row and lets it grow no further.
 */
final class Live {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PAUSE = Duration.ofMillis(130);

    private static final List<String> STATUSES = List.of("IN_PROGRESS", "ON_HOLD", "PARTIALLY_COMPLETE");

    private Live() {}

    static List<Line> measure(Bench bench) throws Exception {
        List<Line> lines = new ArrayList<>();
        Path folder = bench.folder("live");
        try (Product product = Product.start(bench.command(), folder.resolve("product"))) {
            product.await(product.play(bench.story()));
            Iterator<String> recommendations = reportedOn(product);
            for (Audience audience : List.of(
                    new Audience(1, "/topic/reviews", bench.effort().commands(), bench.budget("frame.one")),
                    new Audience(
                            bench.effort().subscribers(),
                            "/topic/reviews",
                            bench.effort().commands(),
                            bench.budget("frame.hundred")),
                    new Audience(
                            bench.effort().crowd(),
                            "/topic/trail",
                            Math.max(1, bench.effort().commands() / 6),
                            bench.budget("frame.crowd")))) {
                bench.say("live: %d subscribers".formatted(audience.subscribers()));
                lines.addAll(to(product, recommendations, Store.h2(folder.resolve("bare")), audience));
            }
            lines.add(idle(bench, product));
        }
        return lines;
    }

    /**
     * Who listens.
     *
     * @param commands of which each is heard by all
     * @param budget within which 99 of 100 frames are to come
     */
    private record Audience(int subscribers, String topic, int commands, Budget budget) {}

    /** What is kept in memory for a screen to which nothing is sent: the heap with a crowd of them, and without. */
    private static Line idle(Bench bench, Product product) throws Exception {
        int crowd = bench.effort().crowd();
        bench.say("live: %d idle subscribers".formatted(crowd));
        long without = product.liveBytes();
        List<LiveReader> readers = new ArrayList<>();
        double each;
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int index = 0; index < crowd; index++) {
                readers.add(new LiveReader(http, product.url(), "/topic/reviews", (_, _) -> {}));
            }
            each = (product.liveBytes() - without) / 1_024.0 / crowd;
            readers.forEach(LiveReader::close);
            http.shutdownNow();
        }
        return Line.within(
                bench.budget("subscriber.heap"),
                each,
                "heap of an idle subscriber, %,d of them".formatted(crowd),
                String.format(java.util.Locale.ROOT, "%.0f KiB", each),
                Line.NONE,
                Line.NONE);
    }

    /** Returns the paths of recommendations whose implementation was reported on, one review after the other, without end. */
    private static Iterator<String> reportedOn(Product product) throws Exception {
        Map<String, Deque<String>> byReview = new TreeMap<>();
        try (Wire wire = new Wire(product.url())) {
            JsonNode page = JSON.readTree(
                    wire.get("/api/recommendations?limit=500").expect(200).body());
            for (JsonNode entry : page.path("rows")) {
                JsonNode row = entry.path("row");
                if (row.has("status")) {
                    String number = entry.path("key").asText().split("/")[1];
                    String review = row.path("review").asText();
                    byReview.computeIfAbsent(review, _ -> new ArrayDeque<>())
                            .add("/commands/reviews/" + review + "/recommendations/" + number);
                }
            }
        }
        List<String> paths = new ArrayList<>();
        while (!byReview.isEmpty()) {
            byReview.values().forEach(left -> paths.add(left.remove()));
            byReview.values().removeIf(Deque::isEmpty);
        }
        return Stream.generate(() -> paths).flatMap(List::stream).iterator();
    }

    private static List<Line> to(Product product, Iterator<String> recommendations, Store bare, Audience audience)
            throws Exception {
        int subscribers = audience.subscribers();
        Map<Long, List<Instant>> came = new ConcurrentHashMap<>();
        Map<Long, CountDownLatch> awaited = new ConcurrentHashMap<>();
        List<LiveReader> readers = new ArrayList<>();
        List<Double> frames = new ArrayList<>();
        List<Double> pushes = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient();
                Wire wire = new Wire(product.url());
                BarePush push = new BarePush(bare, subscribers)) {
            for (int index = 0; index < subscribers; index++) {
                readers.add(new LiveReader(http, product.url(), audience.topic(), (at, position) -> {
                    came.computeIfAbsent(position, _ -> java.util.Collections.synchronizedList(new ArrayList<>()))
                            .add(at);
                    awaited.computeIfAbsent(position, _ -> new CountDownLatch(subscribers))
                            .countDown();
                }));
            }
            for (int command = -audience.commands() / 6; command < audience.commands(); command++) {
                LockSupport.parkNanos(PAUSE.toNanos());
                long position = report(wire, recommendations.next(), command);
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
        return lines(audience, sample(frames), sample(pushes));
    }

    private static List<Line> lines(Audience audience, Sample frames, Sample pushes) {
        int subscribers = audience.subscribers();
        String what = "commit to frame, %,d subscriber%s, ".formatted(subscribers, subscribers == 1 ? "" : "s");
        String limit = "commit and bare push: ";
        return List.of(
                Line.without(
                        what + "p50",
                        Line.millis(frames.at(0.5)),
                        limit + Line.millis(pushes.at(0.5)),
                        Line.ratio(frames.at(0.5) / pushes.at(0.5))),
                Line.within(
                        audience.budget(),
                        frames.at(0.99),
                        what + "p99",
                        Line.millis(frames.at(0.99)),
                        limit + Line.millis(pushes.at(0.99)),
                        Line.ratio(frames.at(0.99) / pushes.at(0.99))));
    }

    private static Sample sample(List<Double> numbers) {
        return Sample.of(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static long report(Wire wire, String recommendation, int number) throws Exception {
        Wire.Answer answer = wire.send(
                        "POST",
                        recommendation + "/report-implementation-status",
                        """
                        {"on":{"occurredOn":"%s","precision":"DAY","evidence":[],"by":{"role":"ORG"}},
                         "status":"%s","words":"Work goes on as planned; what is left waits for the next budget."}""".formatted(
                                LocalDate.now(ZoneOffset.UTC), STATUSES.get(Math.floorMod(number, STATUSES.size()))),
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
