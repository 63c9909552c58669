package org.waymark.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Lets contenders run in turn, round after round, so that whatever else the machine does meets all of them alike. */
final class Rounds {

    /** What one client does again and again. */
    interface Client extends AutoCloseable {
        void call() throws Exception;

        @Override
        default void close() throws IOException, SQLException {}
    }

    /** Makes clients. */
    interface Contender {
        Client client(int index) throws Exception;
    }

    private Rounds() {}

    /** Returns the rates of each contender by its name, calls a second of all its clients together, in the order of rounds. */
    static Map<String, List<Double>> rates(
            Map<String, Contender> contenders,
            int clients,
            int rounds,
            Duration each,
            Function<String, Duration> warmUp)
            throws Exception {
        Map<String, List<Client>> ready = new LinkedHashMap<>();
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (Map.Entry<String, Contender> contender : contenders.entrySet()) {
                List<Client> some = new ArrayList<>();
                ready.put(contender.getKey(), some);
                rates.put(contender.getKey(), new ArrayList<>());
                for (int index = 0; index < clients; index++) {
                    some.add(contender.getValue().client(index));
                }
            }
            for (int round = -1; round < rounds; round++) {
                for (Map.Entry<String, List<Client>> turn : ready.entrySet()) {
                    double rate = rate(threads, turn.getValue(), round < 0 ? warmUp.apply(turn.getKey()) : each);
                    if (round >= 0) { // the one before was to warm up
                        rates.get(turn.getKey()).add(rate);
                    }
                }
            }
        } finally {
            for (List<Client> some : ready.values()) {
                for (Client client : some) {
                    client.close();
                }
            }
        }
        return rates;
    }

    private static double rate(ExecutorService threads, List<Client> clients, Duration each)
            throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(clients.size());
        List<Future<Double>> running = new ArrayList<>();
        for (Client client : clients) {
            running.add(threads.submit(() -> {
                start.await();
                long began = System.nanoTime();
                long calls = 0;
                long now = began;
                for (; now - began < each.toNanos(); now = System.nanoTime()) {
                    client.call();
                    calls++;
                }
                return calls * 1e9 / (now - began);
            }));
        }
        double rate = 0;
        for (Future<Double> one : running) {
            rate += one.get();
        }
        return rate;
    }

    static double median(List<Double> numbers) {
        return Sample.of(numbers.stream().mapToDouble(Double::doubleValue).toArray())
                .median();
    }

    /** Returns the median of the ratios of the rounds: each is held against what was possible at the same time. */
    static double ratio(List<Double> figure, List<Double> limit) {
        double[] ratios = new double[figure.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = figure.get(round) / limit.get(round);
        }
        return Sample.of(ratios).median();
    }
}
