package org.waymark.query.recommendations;

import java.util.Comparator;

/** Orders names with numbers in them as people do: {@code ssr2/2.1} before {@code ssr2/10.1}. */
final class NumberOrder {

    static final Comparator<String> BY_NUMBERS = NumberOrder::compare;

    private NumberOrder() {}

    private static int compare(String a, String b) {
        int inA = 0;
        int inB = 0;
        while (inA < a.length() && inB < b.length()) {
            int endA = end(a, inA);
            int endB = end(b, inB);
            int order = isDigit(a.charAt(inA)) && isDigit(b.charAt(inB))
                    ? compareNumbers(a, inA, endA, b, inB, endB)
                    : a.substring(inA, endA).compareTo(b.substring(inB, endB));
            if (order != 0) {
                return order;
            }
            inA = endA;
            inB = endB;
        }
        return Integer.compare(a.length() - inA, b.length() - inB);
    }

    /** Returns where the digits end that begin at a place, or the other letters. */
    private static int end(String name, int from) {
        boolean digits = isDigit(name.charAt(from));
        int end = from + 1;
        while (end < name.length() && isDigit(name.charAt(end)) == digits) {
            end++;
        }
        return end;
    }

    private static int compareNumbers(String a, int fromA, int endA, String b, int fromB, int endB) {
        int inA = significant(a, fromA, endA);
        int inB = significant(b, fromB, endB);
        int byLength = Integer.compare(endA - inA, endB - inB);
        return byLength != 0 ? byLength : a.substring(inA, endA).compareTo(b.substring(inB, endB));
    }

    private static int significant(String number, int from, int end) {
        int at = from;
        while (at < end - 1 && number.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
