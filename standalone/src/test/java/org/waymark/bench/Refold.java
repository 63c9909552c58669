package org.waymark.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.waymark.events.Recorded;
import org.waymark.events.store.EventLog;
import org.waymark.events.store.ProcessEnd;
import org.waymark.query.image.Feed;
import org.waymark.query.image.Image;
import org.waymark.query.image.View;

/** How fast the image of all views is made from the first event. The limit reads and parses the same log and folds nothing. */
final class Refold {

    private static final int AT_ONCE = 1_000;

    private Refold() {}

    static List<Line> measure(Bench bench) throws Exception {
        List<Line> lines = new ArrayList<>();
        lines.add(on(bench, Store.h2(bench.longHistory()), bench.longHistory()));
        if (bench.effort().postgres()) {
            Store postgres = Store.postgres();
            bench.writeLongHistory(postgres, bench.folder("rebuild-postgres"));
            lines.add(on(bench, postgres, bench.folder("rebuild-postgres")));
        }
        return lines;
    }

    private static Line on(Bench bench, Store store, Path data) throws Exception {
        int events = bench.effort().events();
        List<Double> folded = new ArrayList<>();
        List<Double> read = new ArrayList<>();
        try (Inside product = Inside.start(data, store.settings())) {
            EventLog log = product.bean(EventLog.class);
            product.bean(Image.class).await(events, Duration.ofMinutes(5));
            for (int round = 0; round < 1 + bench.effort().folds(); round++) {
                double reading = events / seconds(() -> readAll(log));
                double folding = events / seconds(() -> imageOf(product, log, events));
                bench.say(String.format(
                        Locale.ROOT, "rebuild: %s, read %,.0f/s, image %,.0f/s", store.name(), reading, folding));
                if (round > 0) { // in the first the JVM compiles
                    read.add(reading);
                    folded.add(folding);
                }
            }
        }
        double ratio = Rounds.ratio(folded, read);
        return Line.within(
                bench.budget("image"),
                ratio,
                String.format(Locale.ROOT, "image of all views, %s, %,d events", store.name(), events),
                Line.perSecond(Rounds.median(folded)),
                "reading and parsing the log: " + Line.perSecond(Rounds.median(read)),
                Line.ratio(ratio));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void readAll(EventLog log) {
        long position = 0;
        for (List<Recorded> next = log.read(0, AT_ONCE); !next.isEmpty(); next = log.read(position, AT_ONCE)) {
            position = next.getLast().position();
        }
    }

    private static void imageOf(Inside product, EventLog log, int events) throws InterruptedException {
        List<View<?, ?>> views = new ArrayList<>();
        product.context().getBeansOfType(View.class).values().forEach(views::add);
        Image image = new Image(views, log);
        Feed feed = new Feed(image, log, new ProcessEnd(Runtime.getRuntime()::halt, Duration.ZERO));
        feed.start();
        if (!image.await(events, Duration.ofMinutes(5))) {
            throw new IllegalStateException("The image did not come to position " + events);
        }
        feed.stop();
    }
}
