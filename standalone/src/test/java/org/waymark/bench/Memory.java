package org.waymark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The memory of the process that the machine has to keep at hand, after the history of ICANN's reviews was recorded, the pages
 * were read and the garbage was collected.
 */
final class Memory {

    private static final List<String> PAGES =
            List.of("/api/reviews", "/api/recommendations?review=ssr2", "/api/groups", "/api/trail");

    private Memory() {}

    static List<Line> measure(Bench bench) throws Exception {
        bench.say("memory");
        try (Product product = Product.start(bench.command(), bench.folder("memory"));
                Wire wire = new Wire(product.url())) {
            product.await(product.play(bench.story()));
            for (int round = 0; round < 20; round++) {
                for (String page : PAGES) {
                    wire.get(page).expect(200);
                }
            }
            product.liveBytes(); // collects the garbage
            product.liveBytes();
            double resident = resident(product.pid());
            return List.of(Line.within(
                    bench.budget("memory.resident"),
                    resident,
                    "resident memory with the history recorded",
                    String.format(Locale.ROOT, "%.0f MiB", resident),
                    Line.NONE,
                    Line.NONE));
        }
    }

    /** Returns VmRSS in MiB. */
    private static double resident(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1_024.0;
            }
        }
        throw new IllegalStateException("No VmRSS of " + pid);
    }
}
