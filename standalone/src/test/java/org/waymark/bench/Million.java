package org.waymark.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a log of a million events is read and shown within a bounded heap, the second time with half as much. */
final class Million {

    private static final int TIMES_LONGER = 10;
    private static final Pattern AT_HAND = Pattern.compile("waymark_image_events_at_hand ([0-9.E]+)");

    private Million() {}

    static List<Line> measure(Bench bench) throws Exception {
        int events = TIMES_LONGER * bench.effort().events();
        Path data = bench.folder("million");
        bench.writeLongHistory(Store.h2(data), data, events);
        List<Line> lines = new ArrayList<>();
        lines.addAll(within(bench, data, events, "-Xmx1200m", true));
        lines.addAll(within(bench, data, events, "-Xmx600m", false));
        return lines;
    }

    private static List<Line> within(Bench bench, Path data, int events, String heap, boolean promised)
            throws Exception {
        List<String> command = new ArrayList<>(bench.command());
        command.replaceAll(option -> option.startsWith("-Xmx") ? heap : option);
        List<Line> lines = new ArrayList<>();
        try (Product product = Product.start(command, data)) {
            double seconds = product.readyMillis() / 1e3;
            String what = String.format(Locale.ROOT, "start to ready at %,d events, `%s`", events, heap);
            String shown = "%.1f s".formatted(seconds);
            lines.add(
                    promised
                            ? Line.within(bench.budget("million.ready"), seconds, what, shown, "-", "-")
                            : Line.without(what, shown, "-", "-"));
            lines.addAll(
                    Pages.some(bench, product, events, promised ? Integer.MAX_VALUE : 1, bench.budget("million.page")));
            try (Wire wire = new Wire(product.url())) {
                String metrics = new String(
                        wire.get("/actuator/prometheus").expect(200).body(), java.nio.charset.StandardCharsets.UTF_8);
                Matcher hand = AT_HAND.matcher(metrics);
                double held = hand.find() ? Double.parseDouble(hand.group(1)) : 0;
                lines.add(Line.without(
                        String.format(Locale.ROOT, "share of the events not at hand, `%s`", heap),
                        String.format(Locale.ROOT, "%.0f %%", 100 - 100 * held / events),
                        "-",
                        "-"));
            }
        }
        return lines;
    }
}
