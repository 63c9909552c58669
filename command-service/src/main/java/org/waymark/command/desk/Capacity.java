package org.waymark.command.desk;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.events.By;
import org.waymark.events.Group;
import org.waymark.events.Malformed;
import org.waymark.events.Role;

/** The capacity in which somebody records, as one word: {@code BOARD}, {@code SOAC:GNSO}. */
final class Capacity {

    private Capacity() {}

    /**
     * Reads a capacity.
     *
     * @throws Malformed if it names no role or no group
     */
    static By read(String word) {
        String[] parts = word.split(":", 2);
        Role role = constant(Role.class, "capacity", parts[0]);
        return new By(role, parts.length == 1 ? null : constant(Group.class, "group of the capacity", parts[1]));
    }

    private static <T extends Enum<T>> T constant(Class<T> type, String what, String word) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst()
                .orElseThrow(() -> Malformed.because(
                        what,
                        word,
                        "one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }

    static String write(By by) {
        return by.group() == null ? by.role().name() : by.role() + ":" + by.group();
    }
}
