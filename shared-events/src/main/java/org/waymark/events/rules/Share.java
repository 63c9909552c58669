package org.waymark.events.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.events.Malformed;

/** A share of a whole in whole numbers, two thirds for instance: {@code 2/3}. */
public record Share(int parts, int of) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,3})/(\\d{1,3})");

    public Share {
        if (parts < 1 || parts > of) {
            throw Malformed.because("share", parts + "/" + of, "a part of a whole, such as 2/3");
        }
    }

    public static Share parse(String printed) {
        Matcher form = FORM.matcher(printed);
        if (!form.matches()) {
            throw Malformed.because("share", printed, "a part of a whole, such as 2/3");
        }
        return new Share(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    /** Tells whether some out of all are at least this share. */
    public boolean isReachedBy(long some, long all) {
        return some * of >= all * parts;
    }

    @Override
    public String toString() {
        return parts + "/" + of;
    }
}
