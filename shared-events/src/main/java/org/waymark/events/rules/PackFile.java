package org.waymark.events.rules;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Malformed;
import org.waymark.events.Role;
import org.waymark.events.recommendation.TeamPriority;
import org.waymark.events.review.ReviewKind;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads one rule pack. Every entry but the id is {@code name: {value, source}}; an entry nobody asked for is a mistake, too. */
final class PackFile {

    private static final String MAY_DO = "may-do";

    private final String file;
    private final Map<String, Object> entries;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, String> sources = new LinkedHashMap<>();

    private PackFile(String file, Map<String, Object> entries) {
        this.file = file;
        this.entries = entries;
    }

    static PackFile open(String file, String text) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try {
            return new PackFile(file, map(file, "(all)", new Yaml(new SafeConstructor(strict)).load(text)));
        } catch (YAMLException notYaml) {
            throw new BrokenPack(file, "(all)", "not YAML: " + notYaml.getMessage());
        }
    }

    RulePack pack() {
        RulePack pack = new RulePack(
                id(),
                parsed("valid-from", LocalDate::parse),
                constants("kinds", ReviewKind.class),
                Collections.unmodifiableMap(sources),
                mayDo(),
                words("steps"),
                constants("priorities", TeamPriority.class),
                number("seats"),
                number("nominees"),
                number("seated-nominees"),
                parsed("removal-by", Share::parse),
                parsed("terms-of-reference-within", Period::parse),
                parsed("board-acts-within", Period::parse),
                parsed("endorsement-window", Period::parse),
                yes("needs-interest-statements"),
                yes("needs-briefing"),
                yes("needs-draft-report"),
                yes("needs-priorities"),
                yes("needs-shepherds"),
                number("deferrals"));
        entries.keySet().stream()
                .filter(entry -> !asked.contains(entry))
                .findFirst()
                .ifPresent(unknown -> {
                    throw broken(unknown, "no rule asks for it");
                });
        return pack;
    }

    private Map<String, Set<Role>> mayDo() {
        asked.add(MAY_DO);
        Map<String, Set<Role>> roles = new LinkedHashMap<>();
        map(file, MAY_DO, entries.get(MAY_DO))
                .forEach((verb, entry) -> roles.put(verb, constants(verb, value(verb, entry), Role.class)));
        return Collections.unmodifiableMap(roles);
    }

    /** Returns the list in an entry. */
    List<String> words(String entry) {
        return list(entry, value(entry));
    }

    private String id() {
        asked.add("id");
        return String.valueOf(entries.get("id"));
    }

    private int number(String entry) {
        return parsed(entry, Integer::parseUnsignedInt);
    }

    private boolean yes(String entry) {
        return value(entry) instanceof Boolean yes ? yes : refuse(entry, value(entry), "yes or no");
    }

    private <T> T parsed(String entry, Function<String, T> parse) {
        Object value = value(entry);
        try {
            return parse.apply(value.toString());
        } catch (DateTimeParseException | NumberFormatException | Malformed unreadable) {
            throw broken(entry, "'%s' can't be read: %s".formatted(value, unreadable.getMessage()));
        }
    }

    private <E extends Enum<E>> Set<E> constants(String entry, Class<E> type) {
        return constants(entry, value(entry), type);
    }

    private <E extends Enum<E>> Set<E> constants(String entry, Object value, Class<E> type) {
        Set<E> constants = EnumSet.noneOf(type);
        for (String name : list(entry, value)) {
            constants.add(EnumSet.allOf(type).stream()
                    .filter(constant -> constant.name().equals(name))
                    .findFirst()
                    .orElseGet(() -> refuse(entry, name, "one of " + EnumSet.allOf(type))));
        }
        return Collections.unmodifiableSet(constants);
    }

    private List<String> list(String entry, Object value) {
        if (!(value instanceof List<?> values)) {
            return refuse(entry, value, "a list");
        }
        List<String> words = new ArrayList<>();
        values.forEach(word -> words.add(String.valueOf(word)));
        return List.copyOf(words);
    }

    private Object value(String entry) {
        asked.add(entry);
        return value(entry, entries.get(entry));
    }

    /** An entry is known by its value and its source. */
    private Object value(String entry, @Nullable Object content) {
        if (content == null) {
            throw broken(entry, "it is missing");
        }
        Map<String, Object> both = map(file, entry, content);
        Object value = both.get("value");
        Object source = both.get("source");
        if (value == null
                || both.size() != 2
                || source == null
                || source.toString().isBlank()) {
            throw broken(entry, "it has a value and a source, and nothing else");
        }
        sources.put(entry, source.toString());
        return value;
    }

    private static Map<String, Object> map(String file, String entry, @Nullable Object content) {
        if (!(content instanceof Map<?, ?> map)) {
            throw new BrokenPack(file, entry, "'%s' is not a list of names with values".formatted(content));
        }
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }

    private <T> T refuse(String entry, Object value, String expected) {
        throw broken(entry, "'%s' is not %s".formatted(value, expected));
    }

    private BrokenPack broken(String entry, String problem) {
        return new BrokenPack(file, entry, problem);
    }
}
