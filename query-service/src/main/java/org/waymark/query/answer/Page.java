package org.waymark.query.answer;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Malformed;
import org.waymark.query.image.Moment;

/**
 * Which part of a list is asked for.
 *
 * @param limit how many rows at most, 1 to 500
 * @param after the key after which the page begins, absent for the first page
 * @param question what is asked for besides the moment and the part; a cursor goes on with the same question only
 */
public record Page(int limit, @Nullable String after, String question) {

    static final int USUAL = 50;
    static final int MOST = 500;

    /**
     * Reads the place after which a page of events begins.
     *
     * @throws Malformed if it is not one of events
     */
    public static long position(String after) {
        if (!after.matches("\\d{1,18}")) {
            throw Malformed.because("cursor", after, "the value of 'next' in an earlier answer to the same question");
        }
        return Long.parseLong(after);
    }

    /** Where a list goes on, with the moment of its first page, so that its pages fit together whatever is recorded. */
    record Cursor(Moment moment, String question, String after) {

        String encoded() {
            String plain = String.join(
                    "|",
                    moment.epoch(),
                    Long.toString(moment.position()),
                    Long.toString(moment.knownAt()),
                    moment.asOf().toString(),
                    Long.toString(moment.without()),
                    question,
                    after);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }

        static Cursor decoded(String cursor) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", 7);
                if (parts.length == 7) {
                    Moment moment = new Moment(
                            Long.parseLong(parts[1]),
                            parts[0],
                            LocalDate.parse(parts[3]),
                            Long.parseLong(parts[2]),
                            Long.parseLong(parts[4]));
                    return new Cursor(moment, parts[5], parts[6]);
                }
            } catch (IllegalArgumentException | DateTimeException _) {
                throw malformed(cursor);
            }
            throw malformed(cursor);
        }

        private static Malformed malformed(String cursor) {
            return Malformed.because("cursor", cursor, "the value of 'next' in an earlier answer");
        }
    }
}
