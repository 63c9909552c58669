package org.waymark.bench;

import java.util.Locale;

/**
 * One line of the table of figures.
 *
 * @param figure what was measured
 * @param measured with its unit
 * @param limit what the machine could do in the same run, with what it is
 * @param ratio of the figure to its limit, {@code -} where there is no limit to hold it against
 * @param aim what was promised, {@code -} where nothing was
 * @param met whether it is kept
 */
record Line(String figure, String measured, String limit, String ratio, String aim, String met) {

    static final String NONE = "-";

    /** Holds a figure, in the unit of the budget, against it. */
    static Line within(Budget budget, double value, String figure, String measured, String limit, String ratio) {
        return new Line(figure, measured, limit, ratio, budget.printed(), budget.holds(value) ? "yes" : "**no**");
    }

    static Line without(String figure, String measured, String limit, String ratio) {
        return new Line(figure, measured, limit, ratio, NONE, NONE);
    }

    static String header() {
        return "| figure | measured | limit in the same run | ratio | aim | met |\n|---|---|---|---|---|---|";
    }

    String row() {
        return "| " + String.join(" | ", figure, measured, limit, ratio, aim, met) + " |";
    }

    static String perSecond(double rate) {
        return String.format(Locale.ROOT, "%,.0f/s", rate);
    }

    static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }
}
