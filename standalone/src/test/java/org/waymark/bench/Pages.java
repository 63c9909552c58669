package org.waymark.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long pages take with a long log, each request for another day of the past, so that nothing is remembered from one to
 * the next. The limit is the same answer, ready made, over the same kind of connection.
 */
final class Pages {

    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);
    private static final int DAYS = 3_900;

    private Pages() {}

    static List<Line> measure(Bench bench) throws Exception {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("/api/reviews?asOf=", "GET /api/reviews?asOf=");
        pages.put("/api/recommendations?review=ssr2-c7&asOf=", "GET /api/recommendations?review=&asOf=");
        pages.put("/api/groups/GNSO?asOf=", "GET /api/groups/GNSO?asOf=");
        pages.put("/api/trail?asOf=", "GET /api/trail?asOf=");
        List<Line> lines = new ArrayList<>();
        bench.longHistory();
        try (Product product = Product.start(bench.command(), bench.longHistory())) {
            bench.say("asof: waiting for the views");
            product.await(bench.effort().events());
            for (Map.Entry<String, String> page : pages.entrySet()) {
                bench.say("asof: " + page.getValue());
                lines.addAll(page(bench, product, page.getKey(), page.getValue()));
            }
        }
        return lines;
    }

    private static List<Line> page(Bench bench, Product product, String path, String name) throws Exception {
        int requests = bench.effort().requests();
        double[] asked = new double[requests];
        double[] bare = new double[requests];
        int warm = requests / 5;
        long bytes = 0;
        try (Wire wire = new Wire(product.url());
                BareAnswers answers = new BareAnswers();
                Wire direct = new Wire(answers.url())) {
            for (int index = -warm; index < requests; index++) {
                LocalDate day = FIRST_DAY.plusDays((index + warm) * 37L % DAYS);
                long began = System.nanoTime();
                Wire.Answer answer = wire.get(path + day).expect(200);
                long took = System.nanoTime() - began;
                answers.answer(answer.body());
                long again = System.nanoTime();
                direct.get("/").expect(200);
                if (index >= 0) {
                    asked[index] = took / 1e6;
                    bare[index] = (System.nanoTime() - again) / 1e6;
                    bytes += answer.body().length;
                }
            }
        }
        return lines(bench, name, Sample.of(asked), Sample.of(bare), bytes / requests);
    }

    private static List<Line> lines(Bench bench, String name, Sample asked, Sample bare, long bytes) {
        String what = String.format(
                Locale.ROOT, "`%s` at %,d events, ", name, bench.effort().events());
        String limit = String.format(Locale.ROOT, "the same %,d KiB ready made: ", bytes / 1_024);
        boolean promised = name.startsWith("GET /api/reviews");
        Line half = Line.without(
                what + "p50",
                Line.millis(asked.at(0.5)),
                limit + Line.millis(bare.at(0.5)),
                Line.ratio(asked.at(0.5) / bare.at(0.5)));
        String p95 = Line.millis(asked.at(0.95));
        String bare95 = limit + Line.millis(bare.at(0.95));
        String ratio = Line.ratio(asked.at(0.95) / bare.at(0.95));
        return List.of(
                half,
                promised
                        ? Line.withAim(what + "p95", p95, bare95, ratio, "&lt; 50 ms", asked.at(0.95) < 50)
                        : Line.without(what + "p95", p95, bare95, ratio));
    }
}
