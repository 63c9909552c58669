package org.waymark.bench;

import java.nio.file.Path;
import java.util.List;

/** From the launch of the process, the history of ICANN's reviews in its data, to its word that it is ready and its first page. */
final class Start {

    private Start() {}

    static List<Line> measure(Bench bench) throws Exception {
        Path data = bench.folder("start");
        try (Product product = Product.start(bench.command(), data)) {
            product.await(product.play(bench.story()));
        }
        double[] ready = new double[bench.effort().starts()];
        double[] page = new double[ready.length];
        double[] work = new double[ready.length];
        for (int index = 0; index < ready.length; index++) {
            bench.say("start: %d of %d".formatted(index + 1, ready.length));
            long began = System.nanoTime();
            try (Product product = Product.start(bench.command(), data);
                    Wire wire = new Wire(product.url())) {
                ready[index] = product.readyMillis();
                wire.get("/api/reviews").expect(200);
                page[index] = (System.nanoTime() - began) / 1e6;
                work[index] = product.cpuSeconds() * 1e3;
            }
        }
        double half = Sample.of(ready).median();
        double first = Sample.of(page).median();
        String cores = ", of the cores " + seconds(Sample.of(work).median());
        return List.of(
                Line.within(
                        bench.budget("start.ready"),
                        half / 1e3,
                        "start to ready, median of " + ready.length,
                        seconds(half),
                        Line.NONE,
                        Line.NONE),
                Line.within(
                        bench.budget("start.first-page"),
                        first / 1e3,
                        "start to the first `GET /api/reviews`",
                        seconds(first) + cores,
                        Line.NONE,
                        Line.NONE));
    }

    private static String seconds(double millis) {
        return String.format(java.util.Locale.ROOT, "%.1f s", millis / 1e3);
    }
}
