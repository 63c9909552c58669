package org.waymark.bench;

import java.util.Arrays;

/** Numbers of the same kind, measured one after the other. */
final class Sample {

    private final double[] sorted;

    private Sample(double[] sorted) {
        this.sorted = sorted;
    }

    static Sample of(double... numbers) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return new Sample(sorted);
    }

    /** Returns the smallest number that at least a share of all numbers, 0 to 1, do not exceed. */
    double at(double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
