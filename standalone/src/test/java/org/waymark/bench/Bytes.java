package org.waymark.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The scripts that a browser loads until the rows of the first page are shown, as they are sent, compressed by gzip. */
final class Bytes {

    private Bytes() {}

    static List<Line> measure(Bench bench) throws Exception {
        bench.say("bytes");
        Path data = bench.folder("bytes");
        try (Product product = Product.start(bench.command(), data);
                Wire wire = new Wire(product.url())) {
            product.await(product.play(bench.story()));
            List<String> scripts = scripts(bench, product);
            long bytes = 0;
            for (String script : scripts) {
                Wire.Answer answer = wire.get(script, "Accept-Encoding: gzip").expect(200);
                if (!answer.headers().contains("content-encoding: gzip")) {
                    throw new IllegalStateException(script + " is not sent compressed");
                }
                bytes += answer.body().length;
            }
            double kibibytes = bytes / 1_024.0;
            return List.of(Line.within(
                    bench.budget("scripts.first-page"),
                    kibibytes,
                    "scripts of the first page, %d files, gzip".formatted(scripts.size()),
                    String.format(Locale.ROOT, "%.1f KiB", kibibytes),
                    Line.NONE,
                    Line.NONE));
        }
    }

    private static List<String> scripts(Bench bench, Product product) throws Exception {
        Process browser = new ProcessBuilder(
                        "node", "ops/first-page.mjs", product.url().toString())
                .directory(bench.root().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> scripts = browser.inputReader().readAllLines();
        if (browser.waitFor() != 0 || scripts.isEmpty()) {
            throw new IllegalStateException("The browser did not show the first page");
        }
        return scripts;
    }
}
