package org.waymark.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long pages take with a long log, each request for another day of the past, so that nothing is remembered from one to
 * the next. The limit is the same answer, ready made, over the same kind of connection.
 */
final class Pages {

    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 1, 1);
    private static final int DAYS = 6_170;

    /**
     * A page.
     *
     * @param path to which the day is added
     * @param positions whether a position of the log is asked for instead of a day
     * @param budget within which 95 of 100 answers are to come
     */
    private record Page(String path, String name, boolean positions, String budget) {}

    private static final List<Page> PAGES = List.of(
            new Page("/api/reviews?asOf=", "GET /api/reviews?asOf=", false, "page.reviews"),
            new Page(
                    "/api/recommendations?review=ssr2-c7&asOf=",
                    "GET /api/recommendations?review=&asOf=",
                    false,
                    "page.recommendations"),
            new Page("/api/groups/GNSO?asOf=", "GET /api/groups/GNSO?asOf=", false, "page.group"),
            new Page("/api/groups/ORG?asOf=", "GET /api/groups/ORG?asOf=, from all recommendations", false, "page.org"),
            new Page("/api/trail?asOf=", "GET /api/trail?asOf=", false, "page.trail"),
            new Page("/api/reviews?asOf=2020-03-01&knownAt=", "GET /api/reviews?knownAt=", true, "page.known-at"));

    private Pages() {}

    static List<Line> measure(Bench bench) throws Exception {
        List<Line> lines = new ArrayList<>();
        bench.longHistory();
        try (Product product = Product.start(bench.command(), bench.longHistory())) {
            for (Page page : PAGES) {
                lines.addAll(page(bench, product, page, bench.effort().events(), bench.budget(page.budget())));
            }
            lines.add(warm(bench, product));
        }
        return lines;
    }

    /** Times the first so many pages of a log of so many events. */
    static List<Line> some(Bench bench, Product product, int events, int pages, Budget budget) throws Exception {
        List<Line> lines = new ArrayList<>();
        for (Page page : PAGES.subList(0, Math.min(pages, PAGES.size()))) {
            lines.addAll(page(bench, product, page, events, budget));
        }
        return lines;
    }

    private static List<Line> page(Bench bench, Product product, Page page, int events, Budget budget)
            throws Exception {
        bench.say("asof: " + page.name());
        int requests = bench.effort().requests();
        double[] asked = new double[requests];
        double[] bare = new double[requests];
        int warm = requests / 5;
        long bytes = 0;
        try (Wire wire = new Wire(product.url());
                BareAnswers answers = new BareAnswers();
                Wire direct = new Wire(answers.url())) {
            for (int index = -warm; index < requests; index++) {
                long step = (index + warm) * 3_701L;
                String at = page.positions()
                        ? Long.toString(1 + step % events)
                        : FIRST_DAY.plusDays(step % DAYS).toString();
                long began = System.nanoTime();
                byte[] body = wire.get(page.path() + at).expect(200).body();
                long took = System.nanoTime() - began;
                answers.answer(body);
                long again = System.nanoTime();
                direct.get("/").expect(200);
                long ready = System.nanoTime() - again;
                if (index >= 0) {
                    asked[index] = took / 1e6;
                    bare[index] = ready / 1e6;
                    bytes += body.length;
                }
            }
        }
        return lines(page, events, budget, Sample.of(asked), Sample.of(bare), bytes / requests);
    }

    /** The first page as it is today, asked for again and again. */
    private static Line warm(Bench bench, Product product) throws Exception {
        int requests = 10 * bench.effort().requests();
        double[] asked = new double[requests];
        double[] bare = new double[requests];
        try (Wire wire = new Wire(product.url());
                BareAnswers answers = new BareAnswers();
                Wire direct = new Wire(answers.url())) {
            for (int index = -requests; index < requests; index++) {
                long began = System.nanoTime();
                byte[] body = wire.get("/api/reviews").expect(200).body();
                long took = System.nanoTime() - began;
                answers.answer(body);
                long again = System.nanoTime();
                direct.get("/").expect(200);
                if (index >= 0) {
                    asked[index] = took / 1e6;
                    bare[index] = (System.nanoTime() - again) / 1e6;
                }
            }
        }
        double ratio = Sample.of(bare).at(0.5) / Sample.of(asked).at(0.5);
        return Line.within(
                bench.budget("page.warm"),
                ratio,
                "`GET /api/reviews`, warm",
                Line.millis(Sample.of(asked).at(0.5)),
                "the same bytes ready made: " + Line.millis(Sample.of(bare).at(0.5)),
                Line.ratio(ratio));
    }

    private static List<Line> lines(Page page, int events, Budget budget, Sample asked, Sample bare, long bytes) {
        String what = String.format(Locale.ROOT, "`%s` at %,d events, ", page.name(), events);
        String limit = String.format(Locale.ROOT, "the same %,d KiB ready made: ", bytes / 1_024);
        Line half = Line.without(
                what + "p50",
                Line.millis(asked.at(0.5)),
                limit + Line.millis(bare.at(0.5)),
                Line.ratio(asked.at(0.5) / bare.at(0.5)));
        String p95 = Line.millis(asked.at(0.95));
        String bare95 = limit + Line.millis(bare.at(0.95));
        String ratio = Line.ratio(asked.at(0.95) / bare.at(0.95));
        return List.of(half, Line.within(budget, asked.at(0.95), what + "p95", p95, bare95, ratio));
    }
}
