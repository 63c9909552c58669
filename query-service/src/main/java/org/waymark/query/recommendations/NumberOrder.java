package org.waymark.query.recommendations;

import java.util.Arrays;
import java.util.Comparator;

/** Orders names with numbers in them as people do: {@code ssr2/2.1} before {@code ssr2/10.1}. */
final class NumberOrder {

    static final Comparator<String> BY_NUMBERS = (a, b) -> Arrays.compare(parts(a), parts(b), NumberOrder::compare);

    private NumberOrder() {}

    private static String[] parts(String name) {
        return name.split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");
    }

    private static int compare(String a, String b) {
        boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
        int byLength = numbers
                ? Integer.compare(significant(a).length(), significant(b).length())
                : 0;
        return byLength != 0 ? byLength : (numbers ? significant(a).compareTo(significant(b)) : a.compareTo(b));
    }

    private static String significant(String number) {
        return number.replaceFirst("^0+(?=\\d)", "");
    }
}
